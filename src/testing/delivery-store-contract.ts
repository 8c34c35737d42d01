import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  type Attempt,
  type AttemptResult,
  type Claimed,
  type Delivery,
  type DeliveryRequest,
  type DeliveryStore,
  evolve,
  type Receipt,
  stepKeyOf,
} from '../cascade/index.ts';
import type { SubjectRef } from '../consent/record.ts';
import type { Contract } from './contract.ts';

/** A fresh, empty store that goes by a clock the contract can move. */
export interface DeliveryStoreSubject {
  readonly store: DeliveryStore;
  /** The clock the store goes by. */
  now(): Date;
  advance(ms: number): void;
}

const leaseMs = 60_000;
const hour = 3_600_000;

function requestOf(name: string, change: Partial<DeliveryRequest> = {}): DeliveryRequest {
  return {
    id: `delivery-${name}`,
    idempotencyKey: `key-${name}`,
    subject: `subject-${name}` as SubjectRef,
    phone: `+447700900${name}`,
    country: 'GB',
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'autumn',
    values: { name: 'A "quoted" {{value}} с кириллицей' },
    plan: { id: 'promo', version: '1' },
    validUntil: new Date(Date.UTC(2030, 0, 1)),
    ...change,
  };
}

function attemptOf(startedAt: Date, number = 1): Attempt {
  return {
    number,
    channel: 'sms',
    provider: 'sms-1',
    startedAt,
    evidence: {
      clearanceId: `clearance-${number}`,
      contentHash: 'c0ffee',
      packs: ['gb@1'],
      ground: { basis: 'consent', recordId: 'record', sequence: 1 },
      segments: 2,
      priceMicros: 70_000,
    },
  };
}

const accepted = (providerMessageId: string): AttemptResult => ({ outcome: 'accepted', providerMessageId, status: 'accepted' });
const timedOut: AttemptResult = { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };

function receiptOf(hash: string, change: Partial<Receipt> = {}): Receipt {
  const at = new Date(Date.UTC(2026, 10, 23, 9));
  return { hash, provider: 'sms-1', messageId: 'm-1', status: 'delivered', errorClass: null, providerCode: null, at, ...change };
}

async function claim(store: DeliveryStore, limit = 10): Promise<readonly Claimed[]> {
  return (await store.claim({ limit, leaseMs, worker: 'worker-1' })).claimed;
}

async function claimOne(store: DeliveryStore): Promise<Claimed> {
  const [claimed, ...others] = await claim(store);
  ok(claimed !== undefined && others.length === 0, 'exactly one delivery is due');
  return claimed;
}

async function start(store: DeliveryStore, { lease, delivery, epoch }: Claimed, attempt: Attempt) {
  const { subject } = delivery.request;
  const [outcome] = await store.startAttempts([{ lease, subject, epoch, step: 0, waitFor: 'delivered', attempt }]);
  return outcome;
}

function ended(delivery: Delivery, attempt: Attempt): Delivery {
  return evolve(delivery, { type: 'attempt-ended', step: 0, waitFor: 'delivered', attempt });
}

async function write(
  store: DeliveryStore,
  claimed: Claimed,
  change: { readonly delivery?: Delivery; readonly dueAt: Date | null; readonly attempts?: readonly Attempt[] },
) {
  const { lease, delivery, receipts, wake } = claimed;
  const [outcome] = await store.write([
    {
      lease,
      delivery: change.delivery ?? delivery,
      dueAt: change.dueAt,
      ended: (change.attempts ?? []).map((attempt) => ({ step: 0, attempt })),
      receipts,
      wake,
    },
  ]);
  return outcome;
}

/** What every `DeliveryStore` must do. */
export const deliveryStoreContract: Contract<DeliveryStoreSubject> = {
  port: 'DeliveryStore',
  cases: [
    {
      name: 'stores a delivery once per idempotency key and once per number of a campaign',
      async run({ store }) {
        const results = await store.insert([
          { request: requestOf('1', { campaignId: 'c' }) },
          { request: requestOf('2', { campaignId: 'c', phone: '+447700900150' }) },
          { request: requestOf('3', { campaignId: 'c', phone: '+447700900150' }) },
          { request: requestOf('4', { campaignId: 'other', phone: '+447700900150' }) },
          { request: requestOf('5', { idempotencyKey: 'key-1' }) },
        ]);
        deepEqual(
          results.map(({ outcome }) => outcome),
          ['inserted', 'inserted', 'duplicate-recipient', 'inserted', 'duplicate'],
        );
        equal(results[4]?.id, 'delivery-1');
        deepEqual(await store.insert([{ request: requestOf('6', { idempotencyKey: 'key-2' }) }]), [{ outcome: 'duplicate', id: 'delivery-2' }]);
        equal((await store.counts()).total, 3);
      },
    },
    {
      name: 'gives back exactly what was asked for',
      async run({ store, now }) {
        const request = requestOf('1', {
          startAt: new Date(now().getTime() + 1),
          timeZone: 'Europe/London',
          addresses: { telegram: '42' },
          locale: 'en',
        });
        await store.insert([{ request }]);
        const [delivery, unknown] = await store.load(['delivery-1', 'nobody']);
        deepEqual(delivery, { request, createdAt: now(), state: 'planned', reason: null, current: 0, steps: [] });
        equal(unknown, undefined);
      },
    },
    {
      name: 'keeps a broken number as a refused delivery that is never due',
      async run({ store }) {
        await store.insert([
          { request: requestOf('1', { phone: null, campaignId: 'c' }), refused: 'invalid-recipient' },
          { request: requestOf('2', { phone: null, campaignId: 'c' }), refused: 'invalid-recipient' },
        ]);
        const batch = await store.claim({ limit: 10, leaseMs, worker: 'w' });
        deepEqual([batch.claimed.length, batch.nextDueAt], [0, null]);
        deepEqual((await store.counts('c')).reasons, [{ state: 'refused', reason: 'invalid-recipient', count: 2 }]);
      },
    },
    {
      name: 'claims what is due, urgent kinds first, each delivery for one worker at a time',
      async run({ store, now, advance }) {
        await store.insert([
          { request: requestOf('1') },
          { request: requestOf('2', { kind: 'transactional' }) },
          { request: requestOf('3', { kind: 'auth' }) },
          { request: requestOf('4', { startAt: new Date(now().getTime() + hour) }) },
        ]);
        const names = (claimed: readonly Claimed[]) => claimed.map(({ lease }) => lease.id);
        deepEqual(names(await claim(store, 2)), ['delivery-3', 'delivery-2']);
        deepEqual(names(await claim(store)), ['delivery-1']);
        const { claimed, nextDueAt } = await store.claim({ limit: 10, leaseMs, worker: 'w' });
        deepEqual([claimed.length, nextDueAt], [0, new Date(now().getTime() + leaseMs)]);
        advance(leaseMs);
        equal((await claim(store)).length, 3);
      },
    },
    {
      name: 'gives each shard its own people and leaves nobody out',
      async run({ store }) {
        await store.insert(Array.from({ length: 40 }, (_, index) => ({ request: requestOf(`s${index}`) })));
        const seen: string[] = [];
        for (const index of [0, 1, 2]) {
          const { claimed } = await store.claim({ limit: 100, leaseMs, worker: 'w', shard: { index, count: 3 } });
          ok(claimed.length > 0, `shard ${index} has somebody`);
          seen.push(...claimed.map(({ lease }) => lease.id));
        }
        equal(new Set(seen).size, 40);
        equal(seen.length, 40);
      },
    },
    {
      name: 'refuses the write of a worker whose delivery another one has claimed',
      async run({ store, now, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        const first = await claimOne(store);
        advance(leaseMs);
        const second = await claimOne(store);
        ok(second.lease.fence > first.lease.fence, 'the fence grows');
        equal(await write(store, first, { dueAt: null }), 'lost');
        equal(await start(store, first, attemptOf(now())), 'lost');
        equal(await write(store, second, { dueAt: null }), 'written');
        equal((await claim(store)).length, 0);
      },
    },
    {
      name: 'starts an attempt once and tells the next worker of one that never ended',
      async run({ store, now, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        const claimed = await claimOne(store);
        const attempt = attemptOf(now());
        equal(await start(store, claimed, attempt), 'started');
        advance(leaseMs);
        const again = await claimOne(store);
        deepEqual(again.pending, [{ type: 'attempt-started', step: 0, waitFor: 'delivered', attempt }]);
        equal(await start(store, again, attempt), 'lost');
        equal(await start(store, again, attemptOf(now(), 2)), 'started');
      },
    },
    {
      name: 'never starts an attempt under an epoch from before a gate was closed',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1') }, { request: requestOf('2') }]);
        const [one, two] = await claim(store);
        ok(one !== undefined && two !== undefined);
        deepEqual(await store.closeSubject(one.delivery.request.subject), []);
        const intents = [one, two].map(({ lease, delivery, epoch }) => ({
          lease,
          subject: delivery.request.subject,
          epoch,
          step: 0,
          waitFor: 'delivered' as const,
          attempt: attemptOf(now()),
        }));
        deepEqual(await store.startAttempts(intents), ['fenced', 'started']);
        await store.release([one.lease]);
        const again = await claimOne(store);
        equal(again.epoch, one.epoch + 1);
        equal(await start(store, again, attemptOf(now())), 'started');
      },
    },
    {
      name: 'tells which calls were under way when a gate closed, until they end',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1') }]);
        const claimed = await claimOne(store);
        const attempt = attemptOf(now());
        await start(store, claimed, attempt);
        const { subject } = claimed.delivery.request;
        const call = { deliveryId: 'delivery-1', stepKey: stepKeyOf('delivery-1', 0), channel: 'sms', provider: 'sms-1', startedAt: now() };
        deepEqual(await store.closeSubject(subject), [call]);
        const done = { ...attempt, endedAt: now(), result: accepted('m-1') };
        await write(store, claimed, { delivery: ended(claimed.delivery, done), dueAt: null, attempts: [done] });
        deepEqual(await store.openAttempts(subject), []);
        deepEqual(await store.closeSubject(subject), []);
      },
    },
    {
      name: 'remembers a delivery as it was written, to the millisecond, and when it is due',
      async run({ store, now, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        const claimed = await claimOne(store);
        const done: Attempt = {
          ...attemptOf(now()),
          endedAt: new Date(now().getTime() + 7),
          result: accepted('m-1'),
          lookups: { count: 1, lastAt: now() },
        };
        let delivery = ended(claimed.delivery, done);
        delivery = evolve(delivery, { type: 'receipt', step: 0, report: receiptOf('h', { parts: { index: 1, total: 2 } }) });
        delivery = evolve(delivery, { type: 'deferred', until: now(), reason: 'quiet-hours', at: now() });
        delivery = evolve(delivery, { type: 'fell-back', from: 0, waitFor: 'read', reason: 'not-in-time', at: now() });
        delivery = evolve(delivery, { type: 'opt-out-recorded', at: now() });
        delivery = evolve(delivery, { type: 'halted', reason: 'withdrawn', at: now() });
        delivery = evolve(delivery, { type: 'settled', cause: 'cancelled', reason: 'withdrawn', at: now() });
        await start(store, claimed, attemptOf(now()));
        equal(await write(store, claimed, { delivery, dueAt: new Date(now().getTime() + 500), attempts: [done] }), 'written');
        deepEqual((await store.load(['delivery-1']))[0], delivery);
        advance(499);
        const { claimed: none, nextDueAt } = await store.claim({ limit: 10, leaseMs, worker: 'w' });
        deepEqual([none.length, nextDueAt], [0, new Date(now().getTime() + 1)]);
        advance(1);
        const again = await claimOne(store);
        deepEqual(again.pending, []);
        equal(again.strikes, 0);
      },
    },
    {
      name: 'gives an untouched delivery back at once, and only for its holder',
      async run({ store, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        const first = await claimOne(store);
        await store.release([first.lease]);
        const second = await claimOne(store);
        equal(second.strikes, 0);
        await store.release([first.lease]);
        equal((await claim(store)).length, 0);
        advance(leaseMs);
        const third = await claimOne(store);
        equal(third.strikes, 1);
        await write(store, third, { dueAt: null });
        await store.release([third.lease]);
        equal((await claim(store)).length, 0);
      },
    },
    {
      name: 'hands out alone what broke two workers',
      async run({ store, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        for (let count = 0; count < 2; count++) {
          await claimOne(store);
          advance(leaseMs);
        }
        advance(1);
        await store.insert([{ request: requestOf('2') }, { request: requestOf('3') }]);
        deepEqual(
          (await claim(store)).map(({ lease, strikes }) => [lease.id, strikes]),
          [['delivery-1', 2]],
        );
        equal((await claim(store)).length, 2);
      },
    },
    {
      name: 'keeps one receipt per hash and makes its delivery due',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1') }]);
        const claimed = await claimOne(store);
        const done = { ...attemptOf(now()), endedAt: now(), result: accepted('m-1') };
        await start(store, claimed, attemptOf(now()));
        await write(store, claimed, { delivery: ended(claimed.delivery, done), dueAt: null, attempts: [done] });
        const receipt = receiptOf('h-1');
        deepEqual(await store.recordReceipts([receipt, receipt]), { recorded: 1, duplicates: 1, unmatched: 0 });
        deepEqual(await store.recordReceipts([receipt]), { recorded: 0, duplicates: 1, unmatched: 0 });
        const again = await claimOne(store);
        deepEqual(again.pending, [{ type: 'receipt', step: 0, report: receipt }]);
        await write(store, again, { dueAt: null });
        deepEqual(await store.recordReceipts([receipt]), { recorded: 0, duplicates: 1, unmatched: 0 });
        equal((await claim(store)).length, 0);
      },
    },
    {
      name: 'finds a receipt that came before its message was known, and one that carries our own reference',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1') }, { request: requestOf('2') }]);
        const early = receiptOf('h-1');
        const named = receiptOf('h-2', { messageId: 'm-2', clientRef: 'delivery-2.0' });
        deepEqual(await store.recordReceipts([early, receiptOf('h-3', { messageId: 'somebody else’s', provider: 'sms-2' })]), {
          recorded: 2,
          duplicates: 0,
          unmatched: 2,
        });
        const [one, two] = await claim(store);
        ok(one !== undefined && two !== undefined);
        deepEqual(await store.recordReceipts([named]), { recorded: 1, duplicates: 0, unmatched: 0 });
        const done = { ...attemptOf(now()), endedAt: now(), result: accepted('m-1') };
        await start(store, one, attemptOf(now()));
        await write(store, one, { delivery: ended(one.delivery, done), dueAt: null, attempts: [done] });
        await write(store, two, { dueAt: null });
        const again = await claim(store);
        deepEqual(
          new Map(again.map(({ lease, pending }) => [lease.id, pending])),
          new Map([
            [one.lease.id, [{ type: 'receipt', step: 0, report: early }]],
            [two.lease.id, [{ type: 'receipt', step: 0, report: named }]],
          ]),
        );
      },
    },
    {
      name: 'does not sleep through a receipt that comes while a worker has the delivery',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1') }]);
        const claimed = await claimOne(store);
        await store.recordReceipts([receiptOf('h-1', { clientRef: 'delivery-1.0' })]);
        equal((await claim(store)).length, 0);
        await write(store, claimed, { dueAt: new Date(now().getTime() + hour) });
        equal((await claimOne(store)).pending.length, 1);
      },
    },
    {
      name: 'keeps the late answer of a worker that lost its delivery, when it says more than is known',
      async run({ store, now, advance }) {
        await store.insert([{ request: requestOf('1') }]);
        const slow = await claimOne(store);
        const attempt = attemptOf(now());
        await start(store, slow, attempt);
        advance(leaseMs);
        const quick = await claimOne(store);
        const guess = { ...attempt, endedAt: now(), result: timedOut };
        await write(store, quick, { delivery: ended(quick.delivery, guess), dueAt: new Date(now().getTime() + hour), attempts: [guess] });
        const answer = { ...attempt, endedAt: now(), result: accepted('m-1') };
        equal(await write(store, slow, { delivery: ended(slow.delivery, answer), dueAt: null, attempts: [answer] }), 'lost');
        const third = await claimOne(store);
        deepEqual(third.pending, [{ type: 'attempt-ended', step: 0, waitFor: 'delivered', attempt: answer }]);
        await write(store, third, { delivery: ended(third.delivery, answer), dueAt: null, attempts: [answer] });
        equal(await write(store, quick, { delivery: ended(quick.delivery, guess), dueAt: null, attempts: [guess] }), 'lost');
        await store.recordReceipts([receiptOf('h-1')]);
        equal((await claim(store)).flatMap(({ pending }) => pending).filter(({ type }) => type === 'receipt').length, 1);
      },
    },
    {
      name: 'wakes and halts the unfinished deliveries of a scope and no others',
      async run({ store, now }) {
        const startAt = new Date(now().getTime() + hour);
        const settled = requestOf('4', { startAt });
        await store.insert([
          { request: requestOf('1', { startAt, campaignId: 'c' }) },
          { request: requestOf('2', { startAt, campaignId: 'c', sender: 'other' }) },
          { request: requestOf('3', { startAt, campaignId: 'd', purpose: 'news' }) },
          { request: settled, refused: 'invalid-recipient' },
        ]);
        equal(await store.wake({ campaignId: 'c', sender: 'other' }, 'campaign-stopped'), 1);
        equal(await store.wake({ subject: 'subject-3' as SubjectRef, purpose: 'offers' }, 'withdrawn'), 0);
        equal(await store.wake({ subject: settled.subject }), 0);
        const claimed = await claimOne(store);
        equal(claimed.lease.id, 'delivery-2');
        deepEqual(claimed.pending, [{ type: 'halted', reason: 'campaign-stopped', at: now() }]);
        equal(await store.wake({ campaignId: 'd' }), 1);
        deepEqual((await claimOne(store)).pending, []);
      },
    },
    {
      name: 'counts states, reasons, channels, segments and prices, for a campaign and for everything',
      async run({ store, now }) {
        await store.insert([{ request: requestOf('1', { campaignId: 'c' }) }, { request: requestOf('2') }]);
        const done = { ...attemptOf(now()), endedAt: now(), result: accepted('m-1') };
        for (const claimed of await claim(store)) {
          if (claimed.lease.id !== 'delivery-1') continue;
          await start(store, claimed, attemptOf(now()));
          let delivery = ended(claimed.delivery, done);
          delivery = evolve(delivery, { type: 'receipt', step: 0, report: receiptOf('h') });
          delivery = evolve(delivery, { type: 'settled', cause: 'reached', reason: null, at: now() });
          await write(store, claimed, { delivery, dueAt: null, attempts: [done] });
        }
        const counts = await store.counts('c');
        deepEqual([counts.total, counts.states.reached, counts.byChannel, counts.segments, counts.priceMicros], [1, 1, { sms: 1 }, 2, 70_000]);
        deepEqual([counts.late, counts.doubleReach, counts.reasons], [0, 0, []]);
        equal((await store.counts()).total, 2);
        equal((await store.counts('nothing')).total, 0);
      },
    },
    {
      name: 'walks through all deliveries in order of id',
      async run({ store }) {
        await store.insert(['b', 'd', 'a', 'c'].map((name) => ({ request: requestOf(name, { campaignId: name === 'd' ? 'other' : 'c' }) })));
        const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ request }) => request.id);
        const first = await store.scan({ limit: 3 });
        deepEqual(ids(first), ['delivery-a', 'delivery-b', 'delivery-c']);
        deepEqual(ids(await store.scan({ after: 'delivery-c', limit: 3 })), ['delivery-d']);
        deepEqual(ids(await store.scan({ campaignId: 'c', after: 'delivery-a', limit: 1 })), ['delivery-b']);
      },
    },
    {
      name: 'takes empty batches',
      async run({ store }) {
        deepEqual(await store.insert([]), []);
        deepEqual(await store.startAttempts([]), []);
        deepEqual(await store.write([]), []);
        await store.release([]);
        deepEqual(await store.recordReceipts([]), { recorded: 0, duplicates: 0, unmatched: 0 });
        deepEqual(await store.load([]), []);
      },
    },
  ],
};
