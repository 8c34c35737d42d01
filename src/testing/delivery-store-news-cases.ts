import { deepEqual, equal, ok } from 'node:assert/strict';
import { type Delivery, evolve, type ReceiptFolder } from '../cascade/index.ts';
import type { SubjectRef } from '../consent/record/record.ts';
import type { ContractCase } from './contract.ts';
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
  timedOut,
  write,
} from './delivery-store-fixture.ts';
/** What a `DeliveryStore` does with news that comes from outside, and what it tells about the whole. */
export const deliveryNewsCases: readonly ContractCase<DeliveryStoreSubject>[] = [
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
    name: 'leaves a delivery with the worker that goes on with it, and holds what it wrote',
    async run({ store, now, advance }) {
      await store.insert([{ request: requestOf('1') }]);
      const claimed = await claimOne(store);
      await start(store, claimed, attemptOf(now()));
      const done = { ...attemptOf(now()), endedAt: now(), result: timedOut };
      const delivery = ended(claimed.delivery, done);
      const kept = {
        lease: claimed.lease,
        delivery,
        dueAt: now(),
        ended: [{ step: 0, attempt: done }],
        receipts: [],
        wake: claimed.wake,
        keep: true,
      };
      deepEqual(await store.write([kept]), ['written']);
      equal((await claim(store)).length, 0);
      deepEqual((await store.load(['delivery-1']))[0], delivery);
      equal(await start(store, claimed, attemptOf(now(), 2)), 'started');
      advance(leaseMs);
      const next = await claimOne(store);
      deepEqual(next.delivery, delivery);
      deepEqual(next.pending, [{ type: 'attempt-started', step: 0, waitFor: 'delivered', attempt: attemptOf(delivery.createdAt, 2) }]);
    },
  },
  {
    name: 'loses no receipt whether or not it folds it, and never folds one into a delivery somebody has',
    async run({ store, now }) {
      await store.insert([{ request: requestOf('1') }, { request: requestOf('2') }]);
      const [one, two] = await claim(store);
      ok(one !== undefined && two !== undefined);
      await write(store, one, { dueAt: new Date(now().getTime() + hour) });
      const told: string[] = [];
      const folder: ReceiptFolder = {
        fold: (delivery, events) => ({ delivery: events.reduce(evolve, delivery), dueAt: null }),
        folded: (id) => told.push(id),
      };
      const receipts = [one, two].map(({ lease }, index) => receiptOf(`h-${index}`, { messageId: `m-${index}`, clientRef: `${lease.id}.0` }));
      deepEqual(await store.recordReceipts(receipts, folder), { recorded: 2, duplicates: 0, unmatched: 0 });
      deepEqual(await store.recordReceipts(receipts, folder), { recorded: 0, duplicates: 2, unmatched: 0 });
      ok(!told.includes(two.lease.id), 'the second has a worker');
      await write(store, two, { dueAt: null });
      const later = await claim(store);
      const [first] = await store.load([one.lease.id]);
      const folded = told.includes(one.lease.id);
      equal(first?.steps[0]?.messages.length ?? 0, folded ? 1 : 0);
      deepEqual(
        later.map(({ lease, pending }) => [lease.id, pending.length]).sort(),
        (folded ? [two] : [one, two]).map(({ lease }) => [lease.id, 1]).sort(),
      );
      // A write that is repeated because its answer was lost must not undo what was folded in.
      if (folded) equal(await write(store, one, { dueAt: null }), 'lost');
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
    name: 'walks through the deliveries of one person and of nobody else',
    async run({ store }) {
      const subject = 'her' as SubjectRef;
      for (const name of ['b', 'd', 'a', 'c', 'e'])
        await store.insert([{ request: requestOf(name, name === 'c' ? {} : { subject, campaignId: name === 'd' ? 'other' : name }) }]);
      const ids = async (options: Omit<Parameters<typeof store.scan>[0], 'limit'>, limit = 10) =>
        (await store.scan({ ...options, limit })).map(({ request }) => request.id);
      deepEqual(await ids({ subject }, 3), ['delivery-a', 'delivery-b', 'delivery-d']);
      deepEqual(await ids({ subject, after: 'delivery-b' }), ['delivery-d', 'delivery-e']);
      deepEqual(await ids({ subject, campaignId: 'other' }), ['delivery-d']);
      deepEqual(await ids({ subject: 'nobody' as SubjectRef }), []);
      await store.forget(subject);
      deepEqual(
        (await store.scan({ subject, limit: 1 })).map(({ request }) => [request.id, request.phone]),
        [['delivery-a', null]],
      );
    },
  },
];
