import type { Migration } from './migration.ts';
import type { SqlClient } from './sql-client.ts';
import { inTransaction } from './transaction.ts';

/** Any number nobody else uses: the lock that lets one migrator work while the others wait. */
const LOCK_KEY = 7_215_433_902_144;

/**
 * Brings the schema up to date. Twenty processes may run it at once: one works, the others wait and find nothing left to do.
 * @returns the ids of the steps this call applied, in order; empty when the schema was current.
 */
export async function migrate(client: SqlClient, migrations: readonly Migration[]): Promise<readonly string[]> {
  return inTransaction(client, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await tx.query('create table if not exists licet_migration (id text primary key, applied_at timestamptz not null default now())');
    const { rows } = await tx.query('select id from licet_migration');
    const done = new Set((rows as readonly { readonly id: string }[]).map((row) => row.id));
    const missing = migrations.filter((step) => !done.has(step.id));
    for (const step of missing) {
      for (const statement of step.sql) await tx.query(statement);
      await tx.query('insert into licet_migration (id) values ($1)', [step.id]);
    }
    return missing.map((step) => step.id);
  });
}

/** The steps a database lacks, in order; empty when the schema is current. Changes nothing. */
export async function missingSteps(client: SqlClient, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows: found } = await client.query("select to_regclass('licet_migration') is not null as there");
  const there = (found as readonly { readonly there: boolean }[])[0]?.there === true;
  const { rows } = there ? await client.query('select id from licet_migration') : { rows: [] };
  const done = new Set((rows as readonly { readonly id: string }[]).map((row) => row.id));
  return migrations.map(({ id }) => id).filter((id) => !done.has(id));
}
