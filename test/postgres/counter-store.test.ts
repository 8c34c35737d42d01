import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Charge, memoryCounterStore, type TakenCharge } from '../../src/limits/index.ts';
import { postgresCounterStore } from '../../src/postgres/counter-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { counterMigrations } from '../../src/postgres/migrations/counters.ts';

let client: PGlite;
beforeAll(async () => {
  client = await PGlite.create();
  await migrate(client, counterMigrations);
});
afterAll(() => client.close());

const start = Date.UTC(2026, 10, 23, 12);
const name = (prefix: string) => fc.constantFrom('x', 'y').map((suffix) => prefix + suffix);
const charge: fc.Arbitrary<Charge> = fc.oneof(
  fc.record({ kind: fc.constant('rate' as const), key: name('r'), everyMs: fc.constantFrom(0, 7.5, 100), horizonMs: fc.constantFrom(0, 150) }),
  fc.record({ kind: fc.constant('log' as const), key: name('l'), max: fc.integer({ min: 0, max: 3 }), windowMs: fc.constant(500) }),
  fc.record({
    kind: fc.constant('unique' as const),
    key: name('u'),
    member: fc.constantFrom('a', 'b', 'c'),
    max: fc.integer({ min: 0, max: 2 }),
    windowMs: fc.constant(400),
  }),
  fc.record({
    kind: fc.constant('sum' as const),
    key: name('s'),
    amount: fc.integer({ min: 0, max: 40 }),
    max: fc.constant(100),
    expiresAt: fc.constant(new Date(start + 3_000)),
  }),
);
const group = fc.uniqueArray(charge, { maxLength: 4, selector: (one) => one.key });
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('take' as const), groups: fc.array(group, { maxLength: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      key: name('r'),
      forMs: fc.integer({ min: 0, max: 400 }),
      rampMs: fc.constantFrom(0, 300),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('give-back' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
);

describe('PostgreSQL counters', () => {
  it('answer as the memory counters do, whatever is asked', async () => {
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), move), { minLength: 3, maxLength: 12 }), async (moves) => {
        const model = memoryCounterStore();
        const store = postgresCounterStore({ client, tenant: `t-${++tenants}`, time: 'caller' });
        let ms = start;
        let last: readonly TakenCharge[] = [];
        for (const [passed, step] of moves) {
          ms += passed;
          const now = new Date(ms);
          if (step.do === 'take') {
            const expected = await model.take(step.groups, now);
            expect(await store.take(step.groups, now)).toEqual(expected);
            last = expected.results.flatMap((result) => (result.taken ? result.charges : []));
          } else if (step.do === 'hold') {
            const holds = [{ key: step.key, until: new Date(ms + step.forMs), rampMs: step.rampMs }];
            await Promise.all([model.hold(holds, now), store.hold(holds, now)]);
          } else if (step.do === 'give-back') {
            await Promise.all([model.giveBack(last), store.giveBack(last)]);
            last = [];
          } else {
            await Promise.all([model.sweep(now), store.sweep(now)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
