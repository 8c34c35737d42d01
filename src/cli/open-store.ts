import { stat } from 'node:fs/promises';
import type { MessengerStores } from '../cascade/stores/memory-stores.ts';
import { StoreUnavailableError } from '../errors.ts';
import { postgresStores, type SqlClient } from '../postgres/index.ts';
import { UsageError } from './command.ts';
import { openClient, tenantsIn } from './open-client.ts';

/** Options of every command that reads what a messenger has stored. */
export const storeOptions: {
  readonly store: { readonly type: 'string' };
  readonly 'database-url': { readonly type: 'string' };
  readonly tenant: { readonly type: 'string' };
} = { store: { type: 'string' }, 'database-url': { type: 'string' }, tenant: { type: 'string' } };

export interface StoreChoice {
  readonly store?: string | undefined;
  readonly 'database-url'?: string | undefined;
  readonly tenant?: string | undefined;
}

export interface OpenedStore {
  readonly stores: MessengerStores;
  close(): Promise<void>;
}

/**
 * Opens a store that exists: a PGlite folder or a PostgreSQL database. Makes and changes no tables.
 * @throws {UsageError} when the choice is not one, or the tenant is not clear.
 * @throws {StoreUnavailableError} when it cannot be opened or is no store of licet.
 */
export async function openStore(choice: StoreChoice): Promise<OpenedStore> {
  if (choice.store !== undefined && choice['database-url'] === undefined) await requireStore(choice.store);
  const client = await openClient(choice);
  try {
    const tenant = choice.tenant ?? (await onlyTenant(client));
    return { stores: postgresStores({ client, tenant }), close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function requireStore(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`The store folder "${folder}" ${found ? 'is not a folder' : 'does not exist'}.`);
  // an empty folder would be made into a new database by the mere look
  if ((await stat(`${folder}/PG_VERSION`).catch(() => undefined)) === undefined)
    throw new StoreUnavailableError(`There is no store in "${folder}": give the folder that a campaign has written.`);
}

async function onlyTenant(client: SqlClient): Promise<string> {
  const tenants = await tenantsOf(client);
  const [first] = tenants;
  if (first === undefined) throw new StoreUnavailableError('This store is empty: nothing was ever planned or recorded in it.');
  if (tenants.length > 1) throw new UsageError(`This store has several tenants; give --tenant, one of ${tenants.join(', ')}.`);
  return first;
}

async function tenantsOf(client: SqlClient): Promise<readonly string[]> {
  try {
    return await tenantsIn(client);
  } catch (cause) {
    throw new StoreUnavailableError('The database cannot be read, or holds no tables of licet.', { cause });
  }
}
