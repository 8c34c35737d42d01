export { postgresConsentStore } from './consent-store.ts';
export { postgresCounterStore } from './counter-store.ts';
export { postgresDeliveryStore } from './delivery-store.ts';
export { postgresDocumentStore } from './document-store.ts';
export { postgresKeyStore } from './key-store.ts';
export { type EmbeddedClient, type OpenPgliteOptions, openPglite } from './open-pglite.ts';
export { migrateStores, missingMigrations, type PostgresStoresOptions, postgresStores } from './postgres-stores.ts';
export type { SqlClient } from './sql-client.ts';
