import type { KeyStore } from '../consent/key-store.ts';
import type { SubjectRef } from '../consent/record.ts';
import { StoreUnavailableError } from '../errors.ts';
import type { SqlClient } from './sql-client.ts';
import { storeError } from './sql-errors.ts';

export interface PostgresKeyStoreOptions {
  readonly client: SqlClient;
  readonly tenant: string;
}

const CREATE = `
insert into licet_key (tenant, subject, share)
select $1, given.subject, decode(given.share, 'hex') from unnest($2::text[], $3::text[]) as given (subject, share)
on conflict do nothing`;
const GET = `select subject, encode(share, 'hex') as share from licet_key where tenant = $1 and subject = any ($2::text[])`;
const DESTROY = `
with durable as (select set_config('synchronous_commit', 'on', true))
delete from licet_key using durable where tenant = $1 and subject = any ($2::text[])`;

/** An erasure may come between creating and reading; it does not come again and again. */
const MAX_ROUNDS = 8;

/**
 * Key shares in PostgreSQL or PGlite. A destroyed share leaves the files at the next vacuum and the write-ahead log with its segments:
 * keep this table out of backups that outlive the erasure deadline, or in a database of its own.
 */
export function postgresKeyStore({ client, tenant }: PostgresKeyStoreOptions): KeyStore {
  const run = async (text: string, params: unknown[]): Promise<readonly unknown[]> => {
    try {
      return (await client.query(text, params)).rows;
    } catch (error) {
      throw storeError(error);
    }
  };
  const get = async (subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, Uint8Array>> => {
    if (subjects.length === 0) return new Map();
    const rows = (await run(GET, [tenant, subjects])) as readonly { readonly subject: SubjectRef; readonly share: string }[];
    return new Map(rows.map((row) => [row.subject, Buffer.from(row.share, 'hex')]));
  };
  return {
    get,
    async getOrCreate(offered) {
      const subjects = [...offered.keys()];
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const there = await get(subjects);
        const missing = subjects.filter((subject) => !there.has(subject));
        if (missing.length === 0) return there;
        await run(CREATE, [tenant, missing, missing.map((subject) => Buffer.from(offered.get(subject)!).toString('hex'))]);
      }
      throw new StoreUnavailableError('The shares of these people are destroyed as fast as they are made.');
    },
    async destroy(subjects) {
      if (subjects.length > 0) await run(DESTROY, [tenant, subjects]);
    },
  };
}
