import { packedDecision, packedRecord } from '../consent/record/packed-record.ts';
import type { SubjectRef } from '../consent/record/record.ts';
import type { SealedRecord, StoredRecord } from '../consent/record/sealed-record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import { StoreConflictError } from '../errors.ts';
import { sqlRunner } from './named-query.ts';
import { DECISION_FRAME, FRAME, PERSON_BYTES, personsOf, readFrames, recordColumns } from './record-codec.ts';
import type { SqlClient } from './sql-client.ts';
import { sqlState, storeError, UNIQUE_VIOLATION } from './sql-errors.ts';

export interface PostgresConsentStoreOptions {
  readonly client: SqlClient;
  readonly tenant: string;
  /** Whether `pg` may keep statements by name on its connections; false behind a pooler that does not follow them (PgBouncer before 1.21). @default true */
  readonly namedStatements?: boolean | undefined;
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
  insert into licet_consent_head (tenant, size) select $1, $2::bigint from durable
  on conflict (tenant) do update set size = licet_consent_head.size + excluded.size
  returning number, size)
insert into licet_consent (position, tenant, sequence, person, body, personal)
select head.size - $2::bigint + given.n - 1, head.number, given.sequence,
  substring($3::bytea from (given.n - 1)::int * ${PERSON_BYTES} + 1 for ${PERSON_BYTES}), substring($3::bytea from given.start for given.body),
  case when given.personal > 0 then substring($3::bytea from given.start + given.body for given.personal) end
from head, unnest($4::text::int[], $5::text::int[], $6::text::int[], $7::text::int[]) with ordinality as given (sequence, start, body, personal, n)`;

const NUMBER = '(select number from licet_consent_head where tenant = $1)';
const loadMany = (frame: string): string => `
select string_agg(${frame}, '') as frames from licet_consent
where tenant = ${NUMBER} and person = any (array(
  select substring($2::bytea from n * ${PERSON_BYTES} + 1 for ${PERSON_BYTES}) from generate_series(0, $3::int - 1) as n))`;
/** For one person the server spends less without joining anything. */
const loadOne = (frame: string): string => `select ${frame} as frames from licet_consent where tenant = ${NUMBER} and person = $2::bytea`;
const LOADS = {
  whole: { name: 'licet-consent-load', one: loadOne(FRAME), many: loadMany(FRAME), make: packedRecord },
  decision: { name: 'licet-consent-decide', one: loadOne(DECISION_FRAME), many: loadMany(DECISION_FRAME), make: packedDecision },
} as const;
/** In portions, so that no value grows without measure. */
const SCAN = `
select string_agg(${FRAME}, '' order by position) as frames from licet_consent
where tenant = ${NUMBER} and position >= $2::bigint and position < $2::bigint + $3::bigint
group by position / 500 order by position / 500`;

/** Each round leaves fewer records; another one is needed only when a twin of this append commits between look and insert. */
const MAX_ROUNDS = 8;

/** The consent ledger in PostgreSQL or PGlite. Apply `consentMigrations` first; the client must reach the primary. */
export function postgresConsentStore({ client, tenant, namedStatements = true }: PostgresConsentStoreOptions): ConsentStore {
  const runSql = sqlRunner(client, { named: namedStatements });
  const run = async (name: string, text: string, params: unknown[], make = packedRecord): Promise<readonly StoredRecord[]> => {
    try {
      return ((await runSql(name, text, params)) as readonly Frames[]).flatMap(({ frames }) => readFrames(frames, make));
    } catch (error) {
      throw storeError(error);
    }
  };
  const insert = (records: readonly SealedRecord[]): Promise<unknown> => {
    const { bytes, sequences, starts, bodies, personals } = recordColumns(records);
    return run('licet-consent-append', APPEND, [tenant, records.length, bytes, sequences, starts, bodies, personals]);
  };
  const loadAll = (subjects: readonly string[], { name, one, many, make }: (typeof LOADS)[keyof typeof LOADS]): Promise<readonly StoredRecord[]> =>
    subjects.length === 1
      ? run(`${name}-one`, one, [tenant, personsOf(subjects)], make)
      : run(name, many, [tenant, personsOf(subjects), subjects.length], make);
  const hashesAt = async (records: readonly SealedRecord[]): Promise<ReadonlyMap<string, string>> => {
    const there = await loadAll([...new Set(records.map(({ subject }) => subject))], LOADS.decision);
    return new Map(there.map((record) => [placeOf(record), record.hash]));
  };

  return {
    async append(records) {
      const fresh = distinct(records);
      const appended = await appendMissing(fresh, insert, hashesAt);
      return records.map((record) => (appended.delete(placeOf(record)) ? 'appended' : 'duplicate'));
    },
    async load(subjects, { withoutText = false } = {}) {
      const chains = new Map<SubjectRef, StoredRecord[]>();
      if (subjects.length === 0) return chains;
      for (const record of await loadAll(subjects, withoutText ? LOADS.decision : LOADS.whole)) addInOrder(chains, record);
      return chains;
    },
    async scan(from, limit) {
      const records = await run('licet-consent-scan', SCAN, [tenant, from, limit]);
      return { records, next: from + records.length };
    },
  };
}

interface Frames {
  readonly frames?: Uint8Array | null;
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
