import type { SubjectRef } from '../consent/record/record.ts';
import type { KeyStore } from '../consent/store/key-store.ts';
import { StoreUnavailableError } from '../errors.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { sqlRunner } from './named-query.ts';
import { asBuffer, byteaArray } from './record-codec.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresKeyStoreOptions {
  readonly client: SqlClient;
  readonly tenant: string;
  /** As in `PostgresConsentStoreOptions`. @default true */
  readonly namedStatements?: boolean | undefined;
}

/** Gives the people whose offered share was kept, 16 bytes each. In one order for all callers, so that no two wait for each other. */
const CREATE = `
with made as (
  insert into licet_key (person, share) select * from unnest($1::text::uuid[], $2::text::bytea[]) order by 1
  on conflict do nothing returning person)
select string_agg(uuid_send(person), '') as frames from made`;
const GET = `
select string_agg(uuid_send(person) || int4send(octet_length(share)) || share, '') as frames from licet_key where person = any ($1::text::uuid[])`;
const DESTROY = `
with durable as (select set_config('synchronous_commit', 'on', true))
delete from licet_key using durable where person = any ($1::text::uuid[])`;

const PERSON_BYTES = 16;
/** An erasure may come between creating and reading; it does not come again and again. */
const MAX_ROUNDS = 8;

/**
 * Key shares in PostgreSQL or PGlite. A destroyed share leaves the files at the next vacuum and the write-ahead log with its segments:
 * keep this table out of backups that outlive the erasure deadline, or in a database of its own.
 */
export function postgresKeyStore({ client, tenant, namedStatements = true }: PostgresKeyStoreOptions): KeyStore {
  const runSql = sqlRunner(client, { named: namedStatements });
  const run = async (name: string, text: string, params: unknown[]): Promise<Buffer> => {
    try {
      const [row] = (await runSql(name, text, params)) as readonly { readonly frames: Uint8Array | null }[];
      return asBuffer(row?.frames ?? new Uint8Array());
    } catch (error) {
      throw storeError(error);
    }
  };
  const byPerson = (subjects: Iterable<SubjectRef>): ReadonlyMap<string, SubjectRef> =>
    new Map([...subjects].map((subject) => [personOf(tenant, subject), subject]));
  const get = async (subjects: readonly SubjectRef[]): Promise<Map<SubjectRef, Uint8Array>> => {
    const shares = new Map<SubjectRef, Uint8Array>();
    if (subjects.length === 0) return shares;
    const people = byPerson(subjects);
    const frames = await run('licet-key-get', GET, [uuidArray(people.keys())]);
    for (let at = 0; at < frames.length; ) {
      const start = at + PERSON_BYTES + 4;
      const end = start + frames.readInt32BE(at + PERSON_BYTES);
      shares.set(people.get(frames.toString('hex', at, at + PERSON_BYTES))!, frames.subarray(start, end));
      at = end;
    }
    return shares;
  };
  /** Keeps the offered shares where there are none; gives those kept. */
  const create = async (offered: ReadonlyMap<SubjectRef, Uint8Array>): Promise<Map<SubjectRef, Uint8Array>> => {
    const people = byPerson(offered.keys());
    const made = await run('licet-key-create', CREATE, [uuidArray(people.keys()), byteaArray([...offered.values()])]);
    const kept = new Map<SubjectRef, Uint8Array>();
    for (let at = 0; at < made.length; at += PERSON_BYTES) {
      const subject = people.get(made.toString('hex', at, at + PERSON_BYTES))!;
      kept.set(subject, offered.get(subject)!);
    }
    return kept;
  };
  return {
    get,
    async getOrCreate(offered) {
      const shares = new Map<SubjectRef, Uint8Array>();
      let missing = offered;
      for (let round = 1; missing.size > 0; round += 1) {
        if (round > MAX_ROUNDS) throw new StoreUnavailableError('The shares of these people are destroyed as fast as they are made.');
        for (const [subject, share] of await create(missing)) shares.set(subject, share);
        for (const [subject, share] of await get([...missing.keys()].filter((subject) => !shares.has(subject)))) shares.set(subject, share);
        missing = new Map([...missing].filter(([subject]) => !shares.has(subject)));
      }
      return shares;
    },
    async destroy(subjects) {
      if (subjects.length > 0) await run('licet-key-destroy', DESTROY, [uuidArray(byPerson(subjects).keys())]);
    },
  };
}

/** Tenant and subject in 128 bits, hex: half as wide in the index as both in full. */
function personOf(tenant: string, subject: SubjectRef): string {
  return sha256Hex(`${tenant.length}:${tenant}:${subject}`).slice(0, PERSON_BYTES * 2);
}

function uuidArray(hex: Iterable<string>): string {
  return `{${[...hex].join(',')}}`;
}
