import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CounterStore, memoryCounterStore } from '../../src/limits/index.ts';
import { postgresCounterStore } from '../../src/postgres/counter-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { counterMigrations } from '../../src/postgres/migrations/counters.ts';
import { counterStoreContract } from '../../src/testing/counter-store-contract.ts';

describe('memory counter store', () => {
  for (const { name, run } of counterStoreContract) it(name, () => run(memoryCounterStore()));
});

describe('PostgreSQL counter store', () => {
  let client: PGlite;
  let tenants = 0;
  const open = (): CounterStore => postgresCounterStore({ client, tenant: `tenant-${++tenants}`, time: 'caller' });
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, counterMigrations);
  });
  afterAll(() => client.close());

  for (const { name, run } of counterStoreContract) it(name, () => run(open()));

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
  const breaks: readonly [string, (store: CounterStore) => Partial<CounterStore>][] = [
    [
      'takes part of a group',
      (store) => ({
        take: async (groups, now) => ({
          now,
          results: (await Promise.all(groups.map((group) => Promise.all(group.map((charge) => store.take([[charge]], now)))))).map(
            (parts) => parts.flatMap((part) => part.results).find((result) => !result.taken) ?? { taken: true, at: now, charges: [] },
          ),
        }),
      }),
    ],
    ['never gives back', () => ({ giveBack: async () => undefined })],
    ['does not close', () => ({ hold: async () => undefined })],
    [
      'forgets everything when sweeping',
      (store) => ({
        take: (groups, now) =>
          memoryCounterStore()
            .take(groups, now)
            .finally(() => store),
      }),
    ],
  ];
  it.each(breaks)('%s', async (_, broken) => {
    const failures: string[] = [];
    for (const { name, run } of counterStoreContract) {
      const store = memoryCounterStore();
      await run({ ...store, ...broken(store) }).catch(() => failures.push(name));
    }
    expect(failures.length).toBeGreaterThan(0);
  });
});
