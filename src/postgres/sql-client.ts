/** The part of a PostgreSQL client we use. `pg.Pool`, a `pg` client, PGlite and its transactions all fit. */
export interface SqlClient {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}
