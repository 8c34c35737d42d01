import type { MessengerStores } from '../cascade/stores/memory-stores.ts';
import type { Clock } from '../clock.ts';
import { postgresConsentStore } from './consent-store.ts';
import { postgresCounterStore } from './counter-store.ts';
import { postgresDeliveryStore } from './delivery-store.ts';
import { postgresDocumentStore } from './document-store.ts';
import { postgresKeyStore } from './key-store.ts';
import { migrate, missingSteps } from './migrate.ts';
import type { Migration } from './migration.ts';
import { consentMigrations } from './migrations/consent.ts';
import { counterMigrations } from './migrations/counters.ts';
import { deliveryMigrations } from './migrations/delivery.ts';
import type { SqlClient } from './sql-client.ts';

export interface PostgresStoresOptions {
  /** Must reach the primary. `pg.Pool`, a `pg` client and PGlite fit. */
  readonly client: SqlClient;
  readonly tenant: string;
  /** For demos and simulations with a time of their own. @default the database's clock, one for all workers */
  readonly clock?: Clock | undefined;
  /**
   * Whether the consent ledger's statements are kept by name on the connections of `pg`. False behind a pooler that does not follow them
   * (PgBouncer before 1.21).
   * @default true
   */
  readonly namedStatements?: boolean | undefined;
}

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [...consentMigrations, ...counterMigrations, ...deliveryMigrations].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** Brings the schema up to date; any number of processes may do it at once. @returns the steps this call applied. */
export async function migrateStores(client: SqlClient): Promise<readonly string[]> {
  return migrate(client, migrations);
}

/** The steps `migrateStores` would apply, in order; empty when the schema is current. Changes nothing: for programs that only read. */
export async function missingMigrations(client: SqlClient): Promise<readonly string[]> {
  return missingSteps(client, migrations);
}

/** All stores of a messenger in one PostgreSQL or PGlite database whose schema is up to date. */
export function postgresStores({ client, tenant, clock, namedStatements }: PostgresStoresOptions): MessengerStores {
  return {
    tenant,
    consentStore: postgresConsentStore({ client, tenant, namedStatements }),
    keyStore: postgresKeyStore({ client, tenant, namedStatements }),
    deliveryStore: postgresDeliveryStore({ client, tenant, clock, namedStatements }),
    counterStore: postgresCounterStore({ client, tenant, time: clock === undefined ? 'database' : 'caller', namedStatements }),
    documentStore: postgresDocumentStore({ client, tenant }),
    joined: (transaction) => ({
      deliveryStore: postgresDeliveryStore({ client: transaction, tenant, clock }),
      documentStore: postgresDocumentStore({ client: transaction, tenant }),
    }),
  };
}
