import { type Clock, type MessengerStores, systemClock } from 'licet';
import { migrateStores, openPglite, postgresStores } from 'licet/postgres';

/** Opens the campaign's stores: an embedded PostgreSQL in a folder, for this process alone. */
export async function openStores(
  folder: string,
  tenant: string,
  clock: Clock,
): Promise<{ readonly stores: MessengerStores; close(): Promise<void> }> {
  const client = await openPglite(folder, { clock: systemClock });
  await migrateStores(client);
  return { stores: postgresStores({ client, tenant, clock }), close: () => client.close() };
}
