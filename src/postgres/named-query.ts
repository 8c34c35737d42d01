import type { SqlClient } from './sql-client.ts';

/** Runs one statement and gives its rows. */
export type RunSql = (name: string, text: string, params: unknown[]) => Promise<readonly unknown[]>;

/** The part of `pg` that keeps a statement by its name on each connection, so that the server reads and plans it once. */
interface NamingClient {
  query(statement: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** `named: false` is for poolers that share a server's connections and do not follow named statements (PgBouncer before 1.21). */
export function sqlRunner(client: SqlClient, { named }: { readonly named: boolean }): RunSql {
  if (!named || !takesNames(client)) return async (_name, text, params) => (await client.query(text, params)).rows;
  return async (name, text, values) => (await client.query({ name, text, values })).rows;
}

/** A pool or a client of `pg` has `connect` and tells how many clients it has, or by which parameters it connects. */
function takesNames(client: object): client is NamingClient {
  return 'connect' in client && ('totalCount' in client || 'connectionParameters' in client);
}
