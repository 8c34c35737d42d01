import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Claimed } from '../cascade/index.ts';
import { type Attempt, evolve, stepKeyOf } from '../cascade/index.ts';
import type { Contract, ContractCase } from './contract.ts';
import {
  accepted,
  attemptOf,
  claim,
  claimOne,
  type DeliveryStoreSubject,
  ended,
  hour,
  leaseMs,
  receiptOf,
  requestOf,
  start,
  write,
} from './delivery-store-fixture.ts';
import { deliveryNewsCases } from './delivery-store-news-cases.ts';

export type { DeliveryStoreSubject };

const leaseCases: readonly ContractCase<DeliveryStoreSubject>[] = [
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
    name: 'tells how far the workers are behind, and takes nothing by it',
    async run({ store, now, advance }) {
      deepEqual(await store.nextDue(), { now: now(), nextDueAt: null });
      const planned = now();
      await store.insert([
        { request: requestOf('1', { startAt: new Date(planned.getTime() + 3 * hour) }) },
        { request: requestOf('2', { startAt: new Date(planned.getTime() + 2 * hour) }) },
      ]);
      advance(4 * hour);
      deepEqual(await store.nextDue(), { now: now(), nextDueAt: new Date(planned.getTime() + 2 * hour) });
      deepEqual(
        (await claim(store)).map(({ lease }) => lease.id),
        ['delivery-2', 'delivery-1'],
      );
      deepEqual((await store.nextDue()).nextDueAt, new Date(now().getTime() + leaseMs));
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
      delivery = evolve(delivery, { type: 'gone-recorded', at: now() });
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
    name: 'forgets who a subject is and calls off what is planned for them, and for nobody else',
    async run({ store }) {
      const subject = requestOf('1').subject;
      await store.insert([{ request: requestOf('1', { addresses: { max: '5000001' } }) }, { request: requestOf('2') }]);
      equal(await store.forget(subject), 1);
      const [gone, other] = await store.load(['delivery-1', 'delivery-2']);
      deepEqual([gone?.request.phone, gone?.request.values, gone?.request.addresses, gone?.request.template], [null, {}, undefined, 'autumn']);
      equal(other?.request.phone, requestOf('2').phone);
      const claimed = await claim(store);
      deepEqual(
        claimed.map(({ lease, pending }) => [lease.id, pending.map((event) => (event.type === 'halted' ? event.reason : event.type))]),
        [
          ['delivery-1', ['erased']],
          ['delivery-2', []],
        ],
      );
      equal(await store.forget('subject-nobody' as typeof subject), 0);
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
];

/** What every `DeliveryStore` must do. */
export const deliveryStoreContract: Contract<DeliveryStoreSubject> = { port: 'DeliveryStore', cases: [...leaseCases, ...deliveryNewsCases] };
