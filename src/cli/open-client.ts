import { systemClock } from '../clock.ts';
import { LicetError } from '../errors.ts';
import { openPglite, type SqlClient } from '../postgres/index.ts';
import { UsageError } from './command.ts';

/** Where a command finds its database: a PGlite folder or a PostgreSQL server. */
export interface DatabaseChoice {
  readonly store?: string | undefined;
  readonly 'database-url'?: string | undefined;
}

/** What is said when none or two databases are given. */
export const ONE_DATABASE = 'Give either --store DIR (a PGlite folder) or --database-url URL.';

export type ClosableClient = SqlClient & { close(): Promise<void> };

/** Longest wait for one answer of a server: a half-open connection must not hang a command. */
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Opens the database a command was given; a folder is made when it is not there.
 * @throws {UsageError} unless exactly one is given.
 * @throws {StoreUnavailableError} when the folder cannot be opened.
 */
export async function openClient({ store, 'database-url': url }: DatabaseChoice): Promise<ClosableClient> {
  if (store !== undefined && url === undefined) return openPglite(store, { clock: systemClock });
  if (store === undefined && url !== undefined) return connect(url);
  throw new UsageError(ONE_DATABASE);
}

async function connect(url: string): Promise<ClosableClient> {
  const { Pool } = await loadPg();
  const pool = new Pool({ connectionString: url, max: 4, query_timeout: QUERY_TIMEOUT_MS, connectionTimeoutMillis: 10_000 });
  // without a listener a server that restarts would end the process
  pool.on('error', () => undefined);
  return Object.assign(pool, { close: () => pool.end() });
}

async function loadPg(): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (cause) {
    throw new LicetError('package-missing', 'A PostgreSQL database needs the package pg; install it with: npm install pg', { cause });
  }
}

/** The tenants that have anything in a database, in alphabetical order. */
export async function tenantsIn(client: SqlClient): Promise<readonly string[]> {
  const { rows } = await client.query('select tenant from licet_consent_head union select tenant from licet_document order by 1');
  return (rows as readonly { readonly tenant: string }[]).map(({ tenant }) => tenant);
}
