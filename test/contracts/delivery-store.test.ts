import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryStore, memoryDeliveryStore } from '../../src/cascade/index.ts';
import { postgresDeliveryStore } from '../../src/postgres/delivery-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { deliveryMigrations } from '../../src/postgres/migrations/delivery.ts';
import { describeContract, failingCases } from '../../src/testing/contract.ts';
import { type DeliveryStoreSubject, deliveryStoreContract } from '../../src/testing/delivery-store-contract.ts';
import { handClock } from '../cascade/scene.ts';

function memory(change: (store: DeliveryStore) => Partial<DeliveryStore> = () => ({})): DeliveryStoreSubject {
  const clock = handClock();
  const store = memoryDeliveryStore({ clock });
  return { store: { ...store, ...change(store) }, now: clock.now, advance: clock.advance };
}

describeContract({ describe, it }, 'memory', deliveryStoreContract, () => memory());

describe('on PGlite', () => {
  let client: PGlite;
  let tenants = 0;
  const open = (): DeliveryStoreSubject => {
    const clock = handClock();
    return { store: postgresDeliveryStore({ client, tenant: `tenant-${++tenants}`, clock }), now: clock.now, advance: clock.advance };
  };
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, deliveryMigrations);
  });
  afterAll(() => client.close());

  describeContract({ describe, it }, 'PostgreSQL', deliveryStoreContract, open);

  it('goes by the database’s clock unless given another', async () => {
    const store = postgresDeliveryStore({ client, tenant: 'own-time' });
    const { now, nextDueAt } = await store.claim({ limit: 1, leaseMs: 1_000, worker: 'w' });
    expect(nextDueAt).toBeNull();
    expect(now.getUTCFullYear()).toBeGreaterThan(2025);
  });
});

describe('a store that breaks a promise is caught', () => {
  const breaks: readonly [string, (store: DeliveryStore) => Partial<DeliveryStore>][] = [
    ['starts attempts through a closed gate', () => ({ startAttempts: async (intents) => intents.map(() => 'started') })],
    ['forgets to move the epoch', (store) => ({ closeSubject: (subject) => store.openAttempts(subject) })],
    ['forgets receipts', () => ({ recordReceipts: async (receipts) => ({ recorded: receipts.length, duplicates: 0, unmatched: 0 }) })],
    ['lets everybody write', (store) => ({ write: async (writes) => (await store.write(writes)).map(() => 'written') })],
    ['does not wake', () => ({ wake: async () => 0 })],
    [
      'drops a delivery of each batch',
      (store) => ({ insert: async (batch) => [...(await store.insert(batch.slice(1))), { outcome: 'inserted', id: 'x' }] }),
    ],
  ];
  it.each(breaks)('%s', async (_, change) => {
    expect((await failingCases(deliveryStoreContract, () => memory(change))).size).toBeGreaterThan(0);
  });
});
