import type { ConsentStore } from '../consent/consent-store.ts';
import type { SubjectRef } from '../consent/record.ts';
import type { SealedRecord, StoredRecord } from '../consent/sealed-record.ts';
import { StoreConflictError } from '../errors.ts';
import type { SqlClient } from './sql-client.ts';
import { sqlState, storeError, UNIQUE_VIOLATION } from './sql-errors.ts';

export interface PostgresConsentStoreOptions {
  readonly client: SqlClient;
  readonly tenant: string;
}

/**
 * One statement, so one transaction and one round trip: makes the commit durable whatever the server's default is, takes the tenant's head
 * row (its lock puts appends in a row, so that positions have no gaps and become visible in order) and inserts all or nothing.
 */
const APPEND = `
with durable as (
  select case when current_setting('synchronous_commit') in ('off', 'local', 'remote_write')
    then set_config('synchronous_commit', 'on', true) end),
head as (
  insert into licet_consent_head (tenant, size) select $1, $6::bigint from durable
  on conflict (tenant) do update set size = licet_consent_head.size + excluded.size
  returning size)
insert into licet_consent (position, sequence, tenant, subject, hash, body)
select head.size - $6::bigint + given.n - 1, given.sequence, $1, given.subject, decode(given.hash, 'hex'), given.body
from head, unnest($2::text[], $3::int[], $4::text[], $5::text[]) with ordinality as given (subject, sequence, hash, body, n)`;

const FIND = `
select subject, sequence, encode(hash, 'hex') as hash from licet_consent
where tenant = $1 and (subject, sequence) in (select * from unnest($2::text[], $3::int[]))`;

const COLUMNS = `position, sequence, subject, encode(hash, 'hex') as hash, body`;
const LOAD = `select ${COLUMNS} from licet_consent where tenant = $1 and subject = any ($2::text[])`;
const SCAN = `select ${COLUMNS} from licet_consent where tenant = $1 and position >= $2 order by position limit $3`;

/** Each round leaves fewer records; another one is needed only when a twin of this append commits between look and insert. */
const MAX_ROUNDS = 8;

/** The consent ledger in PostgreSQL or PGlite. Apply `consentMigrations` first; the client must reach the primary. */
export function postgresConsentStore({ client, tenant }: PostgresConsentStoreOptions): ConsentStore {
  const run = async (text: string, params: unknown[]): Promise<readonly unknown[]> => {
    try {
      return (await client.query(text, params)).rows;
    } catch (error) {
      throw storeError(error);
    }
  };
  const insert = (records: readonly SealedRecord[]): Promise<unknown> => run(APPEND, [tenant, ...columnsOf(records), records.length]);
  const hashesAt = async (records: readonly SealedRecord[]): Promise<ReadonlyMap<string, string>> => {
    const [subjects, sequences] = columnsOf(records);
    const rows = (await run(FIND, [tenant, subjects, sequences])) as readonly SealedRecord[];
    return new Map(rows.map((row) => [placeOf(row), row.hash]));
  };

  return {
    async append(records) {
      const fresh = distinct(records);
      const appended = await appendMissing(fresh, insert, hashesAt);
      return records.map((record) => (appended.delete(placeOf(record)) ? 'appended' : 'duplicate'));
    },
    async load(subjects) {
      const chains = new Map<SubjectRef, StoredRecord[]>();
      if (subjects.length === 0) return chains;
      for (const row of await run(LOAD, [tenant, subjects])) addInOrder(chains, toRecord(row as Row));
      return chains;
    },
    async scan(from, limit) {
      const records = (await run(SCAN, [tenant, from, limit])).map((row) => toRecord(row as Row));
      return { records, next: from + records.length };
    },
  };
}

interface Row extends Omit<StoredRecord, 'position'> {
  /** PostgreSQL clients give a bigint as text, PGlite as a number. */
  readonly position: string | number;
}

function toRecord({ subject, sequence, hash, body, position }: Row): StoredRecord {
  return { subject, sequence, hash, body, position: Number(position) };
}

/** Chains are short: putting a late record in its place here is cheaper than sorting all of them there. */
function addInOrder(chains: Map<SubjectRef, StoredRecord[]>, record: StoredRecord): void {
  const chain = chains.get(record.subject);
  if (chain === undefined) {
    chains.set(record.subject, [record]);
    return;
  }
  const after = chain.findLastIndex((earlier) => earlier.sequence < record.sequence);
  chain.splice(after + 1, 0, record);
}

function columnsOf(records: readonly SealedRecord[]): readonly [string[], number[], string[], string[]] {
  return [records.map((r) => r.subject), records.map((r) => r.sequence), records.map((r) => r.hash), records.map((r) => r.body)];
}

function placeOf(record: Pick<SealedRecord, 'subject' | 'sequence'>): string {
  return `${record.subject}/${record.sequence}`;
}

function conflict(options?: ErrorOptions): StoreConflictError {
  return new StoreConflictError('Another record holds this place of the chain; load it again and append after it.', options);
}

/** The records without repeats, in order. @throws {StoreConflictError} when two different ones want one place. */
function distinct(records: readonly SealedRecord[]): readonly SealedRecord[] {
  const places = new Map<string, SealedRecord>();
  for (const record of records) {
    const there = places.get(placeOf(record));
    if (there === undefined) places.set(placeOf(record), record);
    else if (there.hash !== record.hash) throw conflict();
  }
  return [...places.values()];
}

/** Inserts what is not there yet and gives the places it inserted. */
async function appendMissing(
  records: readonly SealedRecord[],
  insert: (records: readonly SealedRecord[]) => Promise<unknown>,
  hashesAt: (records: readonly SealedRecord[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Set<string>> {
  let missing = records;
  for (let round = 1; missing.length > 0; round += 1) {
    try {
      await insert(missing);
      break;
    } catch (cause) {
      if (sqlState(cause) !== UNIQUE_VIOLATION) throw cause;
      const there = await hashesAt(missing);
      if (round === MAX_ROUNDS || missing.some((record) => (there.get(placeOf(record)) ?? record.hash) !== record.hash)) throw conflict({ cause });
      missing = missing.filter((record) => !there.has(placeOf(record)));
    }
  }
  return new Set(missing.map(placeOf));
}
