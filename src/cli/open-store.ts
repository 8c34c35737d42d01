import { stat } from 'node:fs/promises';
import type { MessengerStores } from '../cascade/memory-stores.ts';
import { systemClock } from '../clock.ts';
import { LicetError, StoreUnavailableError } from '../errors.ts';
import { openPglite, postgresStores, type SqlClient } from '../postgres/index.ts';
import { UsageError } from './command.ts';

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

/** Longest wait for one answer of a server: a half-open connection must not hang a command. */
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Opens a store that exists: a PGlite folder or a PostgreSQL database. Makes and changes no tables.
 * @throws {UsageError} when the choice is not one, or the tenant is not clear.
 * @throws {StoreUnavailableError} when it cannot be opened or is no store of licet.
 */
export async function openStore(choice: StoreChoice): Promise<OpenedStore> {
  const { store, 'database-url': url } = choice;
  if ((store === undefined) === (url === undefined)) throw new UsageError('Give either --store DIR (a PGlite folder) or --database-url URL.');
  const client = store === undefined ? await connect(url!) : await openFolder(store);
  try {
    const tenant = choice.tenant ?? (await onlyTenant(client));
    return { stores: postgresStores({ client, tenant }), close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

type ClosableClient = SqlClient & { close(): Promise<void> };

async function openFolder(folder: string): Promise<ClosableClient> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`The store folder "${folder}" ${found ? 'is not a folder' : 'does not exist'}.`);
  // an empty folder would be made into a new database by the mere look
  if ((await stat(`${folder}/PG_VERSION`).catch(() => undefined)) === undefined)
    throw new StoreUnavailableError(`There is no store in "${folder}": give the folder that a campaign has written.`);
  return openPglite(folder, { clock: systemClock });
}

async function connect(url: string): Promise<ClosableClient> {
  const { Pool } = await loadPg();
  const pool = new Pool({ connectionString: url, max: 2, query_timeout: QUERY_TIMEOUT_MS, connectionTimeoutMillis: 10_000 });
  // without a listener a server that restarts would end the process
  pool.on('error', () => undefined);
  return { query: (text, params) => pool.query(text, params), close: () => pool.end() };
}

async function loadPg(): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (cause) {
    throw new LicetError('package-missing', 'A PostgreSQL database needs the package pg; install it with: npm install pg', { cause });
  }
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
    const { rows } = await client.query('select tenant from licet_consent_head union select tenant from licet_document order by 1');
    return (rows as readonly { readonly tenant: string }[]).map(({ tenant }) => tenant);
  } catch (cause) {
    throw new StoreUnavailableError('The database cannot be read, or holds no tables of licet.', { cause });
  }
}
