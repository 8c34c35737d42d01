import { createHmac } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bookOverDeliveries } from '../../cascade/book-over-deliveries.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { subjectFence } from '../../cascade/subject-fence.ts';
import { type Clock, randomId, systemClock } from '../../clock.ts';
import { type ConsentBook, createConsentBook, noFence } from '../../consent/consent-book.ts';
import { memoryConsentStore } from '../../consent/store/memory-consent-store.ts';
import { isLicetError, StoreUnavailableError } from '../../errors.ts';
import { systemRandom } from '../../ledger/random.ts';
import { migrateStores, missingMigrations, postgresStores, type SqlClient } from '../../postgres/index.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { ONE_DATABASE, openClient, tenantsIn } from '../open-client.ts';
import { makeSecret, readSecret } from './key-files.ts';

/** Options of every command that works on a consent ledger. */
export const ledgerOptions: {
  readonly store: { readonly type: 'string' };
  readonly 'database-url': { readonly type: 'string' };
  readonly keys: { readonly type: 'string' };
  readonly tenant: { readonly type: 'string' };
} = { store: { type: 'string' }, 'database-url': { type: 'string' }, keys: { type: 'string' }, tenant: { type: 'string' } };

/** The line of help that explains them. */
export const ledgerUsage = `  --store DIR: a PGlite folder, made when new; --database-url URL --keys DIR: a PostgreSQL database
  --keys DIR: folder of the ledger's secret and signing key (default: the store folder); losing the secret loses who everybody is
  --tenant T: whose ledger (default: the store's only one, or "default")`;

export interface LedgerChoice {
  readonly store?: string | undefined;
  readonly 'database-url'?: string | undefined;
  readonly keys?: string | undefined;
  readonly tenant?: string | undefined;
}

/** A ledger open for work. Withdrawals close the person's gate for every worker on the same database. */
export interface OpenedLedger {
  readonly book: ConsentBook;
  readonly stores: MessengerStores;
  /** Folder of the secret and the signing key. */
  readonly keys: string;
  close(): Promise<void>;
}

/** What a ledger is opened for: `read` changes nothing in the database, `write` brings its tables up to date, `make` also makes what is not there. */
export type LedgerUse = 'read' | 'write' | 'make';

/**
 * Opens a tenant's consent ledger.
 * @throws {UsageError} when the choice is not one.
 * @throws {StoreUnavailableError} when it cannot be opened, or the secret is not the one its people are named by.
 */
export async function openLedger(choice: LedgerChoice, io: Pick<CommandIo, 'now'>, { use }: { readonly use: LedgerUse }): Promise<OpenedLedger> {
  const { store, 'database-url': url } = choice;
  if ((store === undefined) === (url === undefined)) throw new UsageError(ONE_DATABASE);
  const keys = choice.keys ?? store;
  if (keys === undefined) throw new UsageError('With --database-url give --keys DIR, the folder of the ledger’s secret and signing key.');
  if (store !== undefined && use !== 'make') await requireStore(store);
  const client = await openClient(choice);
  try {
    await prepare(client, use);
    const tenant = choice.tenant ?? (await onlyTenant(client));
    const stores = postgresStores({ client, tenant });
    const secret = await secretOf(stores, keys, use);
    const clock: Clock = { ...systemClock, now: io.now };
    const fence = subjectFence(stores.deliveryStore, clock);
    const book = createConsentBook({ store: stores.consentStore, keys: stores.keyStore, tenant, secret, clock, newId: randomId, fence });
    return { book: bookOverDeliveries(book, stores.deliveryStore), stores, keys, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/**
 * A ledger to try an import on: the real one where there is one, else an empty one in memory, so that a dry run makes no folder and no secret.
 * @throws what `openLedger` throws.
 */
export async function openForDryRun(
  choice: LedgerChoice,
  io: Pick<CommandIo, 'now'>,
): Promise<Pick<OpenedLedger, 'book' | 'close'> & { readonly stores?: MessengerStores }> {
  if (choice.store === undefined || choice['database-url'] !== undefined || (await isStore(choice.store)))
    return openLedger(choice, io, { use: 'read' });
  const clock: Clock = { ...systemClock, now: io.now };
  const store = memoryConsentStore();
  return {
    book: createConsentBook({ store, tenant: 'dry-run', secret: systemRandom(32), clock, newId: randomId, fence: noFence }),
    close: async () => {},
  };
}

async function requireStore(folder: string): Promise<void> {
  if (await isStore(folder)) return;
  throw new StoreUnavailableError(`There is no store in "${folder}"; licet consent import makes one.`);
}

async function isStore(folder: string): Promise<boolean> {
  return (await stat(join(folder, 'PG_VERSION')).catch(() => undefined)) !== undefined;
}

/** What the driver says of a server that does not answer is for its own log: the message here names no address and no user. */
async function prepare(client: SqlClient, use: LedgerUse): Promise<void> {
  const missing = await reached(() => (use === 'read' ? missingMigrations(client) : migrateStores(client).then(() => [])));
  if (missing.length > 0)
    throw new StoreUnavailableError(
      `The database has ${missing.includes('0001-consent') ? 'no tables of licet' : 'tables of an older licet'}, and reading changes nothing: bring it up to date with migrateStores, or with a command that writes, such as licet consent import.`,
    );
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isLicetError(cause)) throw cause;
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new StoreUnavailableError(`The database cannot be opened${code}; check the address, the user and that it may make tables.`, { cause });
  }
}

async function onlyTenant(client: SqlClient): Promise<string> {
  const [first, ...more] = await tenantsIn(client);
  if (more.length > 0) throw new UsageError(`This store has several tenants; give --tenant, one of ${[first, ...more].join(', ')}.`);
  return first ?? 'default';
}

const SECRET_KEY = 'consent/secret-check';

/** The kept secret, made only for a ledger without records; refused when the ledger's people are named by another one. */
async function secretOf(stores: MessengerStores, folder: string, use: LedgerUse): Promise<Uint8Array> {
  const kept = await readSecret(folder);
  const known = await stores.documentStore.get(SECRET_KEY);
  if (kept === null) {
    const empty = known === undefined && (await stores.consentStore.scan(0, 1)).records.length === 0;
    if (!empty || use !== 'make')
      throw new StoreUnavailableError(
        `The secret of this ledger is not in "${folder}" (file licet-secret, 64 hex digits). With a new one nobody in the ledger could be found again, opt-outs included; restore it, or name its folder with --keys.`,
      );
  }
  const secret = kept ?? (await makeSecret(folder));
  const check = createHmac('sha256', secret).update('licet secret check').digest('hex');
  if (known === undefined && use !== 'read') await stores.documentStore.putIfVersion(SECRET_KEY, 0, check);
  if (known !== undefined && known.value !== check)
    throw new StoreUnavailableError(`The secret in "${folder}" is not the one this ledger was written with; name the right folder with --keys.`);
  return secret;
}
