import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe } from 'vitest';
import { postgresDeliveryStore } from '../../src/postgres/delivery-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { deliveryMigrations } from '../../src/postgres/migrations/delivery.ts';
import { describeTick } from '../cascade/tick-cases.ts';

describe('on PGlite', () => {
  let client: PGlite;
  let tenants = 0;
  beforeAll(async () => {
    client = await PGlite.create();
    await migrate(client, deliveryMigrations);
  });
  afterAll(() => client.close());
  describeTick((clock) => postgresDeliveryStore({ client, tenant: `tenant-${++tenants}`, clock }));
});
