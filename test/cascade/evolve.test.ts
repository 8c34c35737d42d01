import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  type Delivery,
  type DeliveryEvent,
  defaultPolicy,
  definePlan,
  evolve,
  newDelivery,
  nextAction,
} from '../../src/cascade/index.ts';
import type { DeliveryStatus, ErrorClass } from '../../src/channels/taxonomy.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { fakeProvider, handClock, start } from './scene.ts';

const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

function fresh(): Delivery {
  return newDelivery(
    {
      id: 'd',
      idempotencyKey: 'k',
      subject: 's' as SubjectRef,
      phone: '+447700900100',
      country: 'GB',
      kind: 'marketing',
      sender: 'acme',
      template: 't',
      values: {},
      plan: { id: 'p', version: '1' },
      validUntil: at(86_400),
    },
    at(0),
  );
}

const evidence: Attempt['evidence'] = {
  clearanceId: 'c',
  contentHash: 'h',
  packs: [],
  ground: { basis: 'contract' },
  segments: 1,
  priceMicros: 1,
};

function attempt(number: number, change: Partial<Attempt> = {}): Attempt {
  return { number, channel: 'sms', provider: 'sms-1', startedAt: at(1), evidence, ...change };
}

const started: DeliveryEvent = { type: 'attempt-started', step: 0, waitFor: 'delivered', attempt: attempt(1) };
const accepted: DeliveryEvent = {
  type: 'attempt-ended',
  step: 0,
  waitFor: 'delivered',
  attempt: attempt(1, { endedAt: at(2), result: { outcome: 'accepted', providerMessageId: 'm', status: 'accepted' } }),
};
const guessed: DeliveryEvent = {
  type: 'attempt-ended',
  step: 0,
  waitFor: 'delivered',
  attempt: attempt(1, { endedAt: at(3), result: { outcome: 'unknown', errorClass: 'unknown', reason: 'aborted', providerCode: null } }),
};

function receipt(
  status: DeliveryStatus,
  seconds: number,
  errorClass: ErrorClass | null = null,
  parts?: { index: number; total: number },
): DeliveryEvent {
  return {
    type: 'receipt',
    step: 0,
    report: { messageId: 'm', status, errorClass, providerCode: errorClass, at: at(seconds), ...(parts === undefined ? {} : { parts }) },
  };
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

const fold = (events: readonly DeliveryEvent[]) => events.reduce(evolve, fresh());

const pool: readonly DeliveryEvent[] = [
  started,
  accepted,
  guessed,
  receipt('queued', 3),
  receipt('sent', 4),
  receipt('sent', 5),
  receipt('undelivered', 6, 'recipient-unreachable'),
  receipt('failed', 6, 'opted-out'),
  receipt('failed', 7, 'retryable-transient'),
  receipt('expired', 8),
  receipt('rejected', 8, 'content-rejected'),
  receipt('delivered', 9),
  receipt('read', 10),
  receipt('delivered', 11, null, { index: 1, total: 2 }),
  receipt('delivered', 12, null, { index: 2, total: 2 }),
  receipt('failed', 13, 'recipient-unreachable', { index: 2, total: 2 }),
];

function choose<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => choose(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

describe('evolve', () => {
  it('ends in one delivery whatever the order of up to five events, and with any one of them repeated', () => {
    let streams = 0;
    const sample = choose(pool, 5).filter((_, index) => index % 7 === 0);
    for (const events of [...choose(pool, 2), ...choose(pool, 3), ...choose(pool, 4), ...sample]) {
      const expected = fold(events);
      for (const order of permutations(events)) {
        streams++;
        const folded = fold(order);
        if (!isDeepStrictEqual(folded, expected)) expect(folded).toEqual(expected);
      }
      expect(isDeepStrictEqual(fold([...events, ...events]), expected)).toBe(true);
    }
    expect(streams).toBeGreaterThan(100_000);
  });

  it('ends in one delivery for random streams with repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool), { maxLength: 12 }), fc.infiniteStream(fc.nat()), (events, numbers) => {
        const shuffled = events.map((event) => ({ event, key: numbers.next().value })).sort((a, b) => a.key - b.key);
        const repeated = [...shuffled, ...shuffled.slice(0, 3)].map(({ event }) => event);
        expect(fold(repeated)).toEqual(fold(events));
      }),
      { numRuns: 5_000 },
    );
  });

  it('ends in one state however often somebody decides in between, when there is one step', () => {
    const plan = definePlan('p', [{ channel: 'sms', on: { 'retryable-transient': 'next' } }], { onUnknown: 'wait' });
    const provider = fakeProvider(handClock(), 'sms');
    const decide = (delivery: Delivery, seconds = 20): Delivery => {
      const action = nextAction(delivery, {
        now: at(seconds),
        plan,
        providerOf: () => provider,
        goneCodes: () => [],
        policy: defaultPolicy,
        strikes: 0,
      });
      if (action.kind === 'settle') return evolve(delivery, { type: 'settled', cause: action.cause, reason: action.reason, at: at(seconds) });
      return action.kind === 'record-opt-out' ? decide(evolve(delivery, { type: 'opt-out-recorded', at: at(seconds) }), seconds) : delivery;
    };
    const settledAt = (delivery: Delivery) => `${delivery.state}: ${delivery.reason}`;
    for (const events of choose(pool.slice(3), 4)) {
      const quiet = decide([started, accepted, ...events].reduce(evolve, fresh()), 100_000);
      for (const order of permutations(events)) {
        const busy = order.reduce((delivery, event) => decide(evolve(delivery, event)), [started, accepted].reduce(evolve, fresh()));
        expect(settledAt(decide(busy, 100_000))).toBe(settledAt(quiet));
      }
    }
  });

  it('never steps back from reached', () => {
    const reached = fold([started, accepted, receipt('delivered', 5), { type: 'settled', cause: 'reached', reason: null, at: at(6) }]);
    for (const event of pool) expect(evolve(reached, event).state).toBe('reached');
  });

  it('takes a long message for delivered when all its parts are, and for failed when one is', () => {
    const one = receipt('delivered', 5, null, { index: 1, total: 2 });
    const settled: DeliveryEvent = { type: 'settled', cause: 'exhausted', reason: null, at: at(30) };
    expect(fold([started, accepted, one, settled]).state).toBe('expired');
    expect(fold([started, accepted, one, settled, receipt('delivered', 6, null, { index: 2, total: 2 })]).state).toBe('reached');
    expect(fold([started, accepted, one, receipt('failed', 6, 'recipient-unreachable', { index: 2, total: 2 }), settled])).toMatchObject({
      state: 'undelivered',
      reason: 'recipient-unreachable',
    });
  });
});
