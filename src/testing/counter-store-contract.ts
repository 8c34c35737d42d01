import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Charge, CounterStore, TakenCharge, TakeResult } from '../limits/index.ts';
import type { Contract, ContractCase } from './contract.ts';

const start = Date.UTC(2026, 10, 23, 12);
const at = (ms: number): Date => new Date(start + ms);
const rate = (everyMs: number, horizonMs = 0, key = 'rate'): Charge => ({ kind: 'rate', key, everyMs, horizonMs });
const log = (max: number, windowMs: number, key = 'log'): Charge => ({ kind: 'log', key, max, windowMs });
const unique = (member: string, max: number, windowMs = 1_000): Charge => ({ kind: 'unique', key: 'unique', member, max, windowMs });
const sum = (amount: number, max: number, key = 'sum'): Charge => ({ kind: 'sum', key, amount, max, expiresAt: at(60_000) });

/** Taken: milliseconds of the slot; else `charge` and when to come again. */
function brief(result: TakeResult): number | string {
  if (result.taken) return result.at.getTime() - start;
  return `${result.cause} ${result.charge} ${result.retryAt === null ? 'never' : result.retryAt.getTime() - start}`;
}

/** What the first group of a take that must succeed took. */
function firstTaken(results: readonly TakeResult[]): readonly TakenCharge[] {
  const first = results[0];
  ok(first?.taken === true, 'the first group is taken');
  return first.charges;
}

async function take(store: CounterStore, ms: number, ...groups: (readonly Charge[])[]): Promise<readonly (number | string)[]> {
  return (await store.take(groups, at(ms))).results.map(brief);
}

const cases: readonly ContractCase<CounterStore>[] = [
  {
    name: 'gives slots at least the pace apart, up to the horizon, then appointments one behind the other',
    async run(store) {
      const crowd = Array.from({ length: 6 }, () => [rate(100, 250)]);
      deepEqual(await take(store, 0, ...crowd), [0, 100, 200, 'full 0 50', 'full 0 150', 'full 0 250']);
      deepEqual(await take(store, 50, [rate(100, 250)], [rate(100, 250)]), [300, 'full 0 350']);
      deepEqual(await take(store, 5_000, [rate(100, 250)]), [5_000]);
    },
  },
  {
    name: 'gives no slot before what a caller needs until it can call, and loses none for it while slots are taken up',
    async run(store) {
      const needs = (leadMs: number): Charge => ({ kind: 'rate', key: 'rate', everyMs: 100, horizonMs: 500, leadMs });
      deepEqual(await take(store, 0, [needs(40)], [needs(40)], [rate(100, 500)]), [40, 140, 240]);
      deepEqual(await take(store, 200, [needs(40)], [needs(500)]), [340, 700]);
    },
  },
  {
    name: 'keeps fractions of a millisecond: a thousand a second are a thousand',
    async run(store) {
      const { results } = await store.take(
        Array.from({ length: 1_001 }, () => [rate(1.02, 1_000)]),
        at(0),
      );
      const slots = results.filter((result) => result.taken).map((result) => result.at.getTime() - start);
      equal(slots.length, 981);
      equal(slots.at(-1), Math.ceil(980 * 1.02));
    },
  },
  {
    name: 'takes nothing of a group with a rate that never opens, and names what else stands against it: so limits are rehearsed',
    async run(store) {
      const never = rate(0, -1, 'never');
      for (let asked = 0; asked < 3; asked++) {
        const answers = await store.take([[log(1, 1_000), unique('a', 1), sum(5, 5), never]], at(0));
        const [answer] = answers.results;
        ok(answer?.taken === false && answer.charge === 3, 'the rate is named');
      }
      deepEqual(await take(store, 0, [log(1, 1_000), unique('a', 1), sum(5, 5)]), [0]);
      const groups = [log(1, 1_000), unique('b', 1), sum(1, 5)].map((charge) => [charge, never]);
      deepEqual(await take(store, 1, ...groups), ['full 0 1000', 'full 0 1000', 'full 0 60000']);
    },
  },
  {
    name: 'closes a key until its end, the longer closing wins, and opens it slowly',
    async run(store) {
      await store.hold([{ key: 'rate', until: at(1_000), rampMs: 1_000 }], at(0));
      await store.hold([{ key: 'rate', until: at(500), rampMs: 0 }], at(0));
      deepEqual(await take(store, 0, [rate(10)]), ['closed 0 1000']);
      deepEqual(await take(store, 999, [rate(10)]), ['closed 0 1100']);
      deepEqual(await take(store, 1_000, [rate(10)], [rate(10)]), [1_000, 'full 0 1200']);
      deepEqual(await take(store, 1_500, [rate(10, 20)], [rate(10, 20)]), [1_500, 1_520]);
      deepEqual(await take(store, 2_000, [rate(10, 10)], [rate(10, 10)]), [2_000, 2_010]);
    },
  },
  {
    name: 'paces an unpaced key only while it opens',
    async run(store) {
      deepEqual(await take(store, 50, [rate(0)], [rate(0)]), [50, 50]);
      deepEqual(await take(store, 0, [rate(0)], [rate(0)]), [0, 0]);
      await store.hold([{ key: 'rate', until: at(100), rampMs: 100 }], at(0));
      deepEqual(await take(store, 100, [rate(0)], [rate(0)]), [100, 'full 0 200']);
      deepEqual(await take(store, 300, [rate(0)], [rate(0)]), [300, 300]);
    },
  },
  {
    name: 'takes one slot for all rates of a group',
    async run(store) {
      deepEqual(await take(store, 0, [rate(100, 500, 'a')], [rate(100, 500, 'a'), rate(10, 500, 'b')], [rate(10, 500, 'b')]), [0, 100, 110]);
    },
  },
  {
    name: 'never has more than the maximum in any window, and says when the next fits',
    async run(store) {
      deepEqual(await take(store, 0, [log(2, 1_000)], [log(2, 1_000)], [log(2, 1_000)]), [0, 0, 'full 0 1000']);
      deepEqual(await take(store, 999, [log(2, 1_000)]), ['full 0 1000']);
      deepEqual(await take(store, 1_000, [log(2, 1_000)]), [1_000]);
      deepEqual(await take(store, 1_500, [log(2, 1_000)], [log(2, 1_000)]), [1_500, 'full 0 2000']);
      deepEqual(await take(store, 0, [log(0, 1_000, 'shut')]), ['full 0 never']);
    },
  },
  {
    name: 'counts different members over a rolling window; a known one is free and stays longer',
    async run(store) {
      deepEqual(await take(store, 0, [unique('a', 2)], [unique('a', 2)]), [0, 0]);
      deepEqual(await take(store, 500, [unique('b', 2)], [unique('c', 2)]), [500, 'full 0 1000']);
      deepEqual(await take(store, 600, [unique('a', 2)]), [600]);
      deepEqual(await take(store, 1_499, [unique('c', 2)]), ['full 0 1500']);
      deepEqual(await take(store, 1_500, [unique('c', 2)], [unique('b', 2)]), [1_500, 'full 0 1600']);
      deepEqual(await take(store, 1_600, [unique('d', 0)]), ['full 0 never']);
    },
  },
  {
    name: 'never lets a total pass its ceiling',
    async run(store) {
      deepEqual(await take(store, 0, [sum(60, 100)], [sum(60, 100)], [sum(40, 100)], [sum(1, 100)]), [0, 'full 0 60000', 0, 'full 0 60000']);
      deepEqual(await take(store, 0, [sum(101, 100, 'small')]), ['full 0 never']);
    },
  },
  {
    name: 'takes a group whole or not at all',
    async run(store) {
      deepEqual(await take(store, 0, [sum(1, 10), log(0, 1_000), rate(100)], [sum(10, 10)]), ['full 1 never', 0]);
      deepEqual(await take(store, 0, [rate(100)]), [0]);
    },
  },
  {
    name: 'names the limit that lasts longest, and gives no appointment to those with a limit of their own',
    async run(store) {
      await take(store, 0, [rate(100), log(1, 1_000), sum(100, 100)]);
      deepEqual(await take(store, 0, [rate(100), log(1, 1_000), sum(100, 100)]), ['full 2 60000']);
      deepEqual(await take(store, 0, [rate(100), log(1, 1_000)]), ['full 1 1000']);
      deepEqual(await take(store, 0, [rate(100)]), ['full 0 100']);
    },
  },
  {
    name: 'gives back what was taken, each once',
    async run(store) {
      const group = [sum(100, 100), log(1, 1_000), unique('a', 1)];
      const charges = firstTaken((await store.take([group], at(0))).results);
      deepEqual(
        charges.map(({ kind, key }) => `${kind} ${key}`),
        ['sum sum', 'log log', 'unique unique'],
      );
      await store.giveBack(charges);
      deepEqual(await take(store, 1, [sum(100, 100), log(1, 1_000), unique('b', 1)]), [1]);
      const twice = await store.take([[log(3, 1_000, 'twice')], [log(3, 1_000, 'twice')], [log(3, 1_000, 'twice')]], at(0));
      await store.giveBack(firstTaken(twice.results.slice(1)));
      deepEqual(await take(store, 0, [log(3, 1_000, 'twice')], [log(3, 1_000, 'twice')]), [0, 'full 0 1000']);
    },
  },
  {
    name: 'does not give back a member that was there before',
    async run(store) {
      await take(store, 0, [unique('a', 1)]);
      await store.giveBack(firstTaken((await store.take([[unique('a', 1)]], at(1))).results));
      deepEqual(await take(store, 2, [unique('b', 1)]), ['full 0 1001']);
    },
  },
  {
    name: 'answers with the time it decided at, in the order of the groups, also for none',
    async run(store) {
      const answer = await store.take([[], [sum(2, 1)], []], at(7));
      deepEqual([answer.now, answer.results.map(brief)], [at(7), [7, 'full 0 never', 7]]);
      deepEqual((await store.take([], at(7))).results, []);
    },
  },
  {
    name: 'adds outcomes and forgets the old ones gradually',
    async run(store) {
      const tally = (ms: number, good: number, failed: number, key = 'k') => store.tally([{ key, ok: good, failed, windowMs: 1_000 }], at(ms));
      deepEqual(await tally(0, 10, 2), [{ ok: 10, failed: 2 }]);
      deepEqual(await tally(900, 0, 1), [{ ok: 10, failed: 3 }]);
      deepEqual(await tally(1_500, 1, 0), [{ ok: 6, failed: 1.5 }]);
      deepEqual(await tally(9_000, 1, 0), [{ ok: 1, failed: 0 }]);
      const many = [
        { key: 'z', ok: 1, failed: 0, windowMs: 1_000 },
        { key: 'a', ok: 2, failed: 0, windowMs: 1_000 },
      ];
      deepEqual(await store.tally(many, at(9_000)), [
        { ok: 1, failed: 0 },
        { ok: 2, failed: 0 },
      ]);
    },
  },
  {
    name: 'lets concurrent callers have no more than there is',
    async run(store) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.take([[sum(30, 100), rate(10, 1_000)]], at(0))));
      const slots = answers.flatMap(({ results }) => results).flatMap((result) => (result.taken ? [result.at.getTime() - start] : []));
      deepEqual(
        slots.toSorted((a, b) => a - b),
        [0, 10, 20],
      );
    },
  },
  {
    name: 'sweeps what no longer counts and nothing else',
    async run(store) {
      await take(store, 0, [rate(100), log(1, 1_000), unique('a', 1), sum(5, 5)]);
      equal(await store.sweep(at(0)), 0);
      deepEqual(await take(store, 0, [sum(1, 5)], [log(1, 1_000)], [unique('b', 1)]), ['full 0 60000', 'full 0 1000', 'full 0 1000']);
      ok((await store.sweep(at(60_000))) >= 3);
      deepEqual(await take(store, 60_000, [sum(5, 5)], [log(1, 1_000)], [unique('b', 1)]), [60_000, 60_000, 60_000]);
    },
  },
];

/** What every `CounterStore` must do. The store tried must go by the caller's `now`. */
export const counterStoreContract: Contract<CounterStore> = { port: 'CounterStore', cases };
