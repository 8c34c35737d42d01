import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CounterStore, memoryCounterStore } from '../../src/limits/index.ts';
import { postgresCounterStore } from '../../src/postgres/counter-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { counterMigrations } from '../../src/postgres/migrations/counters.ts';
import { describeContract, failingCases } from '../../src/testing/contract.ts';
import { counterStoreContract } from '../../src/testing/counter-store-contract.ts';

describeContract({ describe, it }, 'memory', counterStoreContract, memoryCounterStore);

describe('PostgreSQL counter store', () => {
  let client: PGlite;
  let tenants = 0;
  const open = (): CounterStore => postgresCounterStore({ client, tenant: `tenant-${++tenants}`, time: 'caller' });
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, counterMigrations);
  });
  afterAll(() => client.close());

  describeContract({ describe, it }, 'PGlite', counterStoreContract, open);

  it('keeps tenants apart', async () => {
    const [one, other] = [open(), open()];
    const charge = { kind: 'sum', key: 'k', amount: 1, max: 1, expiresAt: new Date(1e13) } as const;
    for (const store of [one, other]) expect((await store.take([[charge]], new Date(0))).results[0]).toMatchObject({ taken: true });
  });

  it('goes by the time of the database unless told otherwise', async () => {
    const store = postgresCounterStore({ client, tenant: 'own-time' });
    const answer = await store.take([[{ kind: 'rate', key: 'k', everyMs: 1_000, horizonMs: 0 }]], new Date(0));
    expect(answer.now.getUTCFullYear()).toBeGreaterThan(2025);
    expect(answer.results[0]).toMatchObject({ taken: true });
  });
});

describe('a store that breaks a promise is caught', () => {
  const liars: Readonly<Record<string, (honest: CounterStore) => Partial<CounterStore>>> = {
    'takes the charges of a group one by one': (honest) => ({
      async take(groups, now) {
        const parts = await Promise.all(groups.map((group) => Promise.all(group.map((charge) => honest.take([[charge]], now)))));
        const results = parts.map((part) => part.flatMap((answer) => answer.results).find((result) => !result.taken));
        return { now, results: results.map((result) => result ?? { taken: true, at: now, charges: [] }) };
      },
    }),
    'never gives back': () => ({ giveBack: async () => undefined }),
    'does not close': () => ({ hold: async () => undefined }),
    'forgets everything at each call': () => ({ take: (groups, now) => memoryCounterStore().take(groups, now) }),
    'sweeps nothing': () => ({ sweep: async () => 0 }),
    'counts failures as successes': (honest) => ({
      tally: (tallies, now) =>
        honest.tally(
          tallies.map((tally) => ({ ...tally, ok: tally.ok + tally.failed, failed: 0 })),
          now,
        ),
    }),
  };
  it.each(Object.entries(liars))('%s', async (_, lie) => {
    const failed = await failingCases(counterStoreContract, () => {
      const honest = memoryCounterStore();
      return { ...honest, ...lie(honest) };
    });
    expect(failed.size).toBeGreaterThan(0);
  });
});
