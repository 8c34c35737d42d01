import type { SqlClient } from './sql-client.ts';

/** A connection taken out of a pool, to be given back. */
interface PooledClient extends SqlClient {
  release(error?: Error | boolean): void;
  on(event: 'error', listener: () => void): unknown;
  off(event: 'error', listener: () => void): unknown;
}

/** What tells a pool from a connection: `pg.Pool` counts its clients, `pg.Client` does not. */
interface PoolLike extends SqlClient {
  connect(): Promise<PooledClient>;
  readonly totalCount: number;
}

/** PGlite runs a transaction on its single session only through this. */
interface TransactionRunner extends SqlClient {
  transaction<T>(run: (tx: SqlClient) => Promise<T>): Promise<T>;
}

/**
 * Runs statements in one transaction on one connection and gives what `run` gives; rolls back when it throws.
 * Works with `pg.Pool` (takes a connection and gives it back), PGlite, and a single connected `pg` client, which must not be shared while this runs.
 */
export async function inTransaction<T>(client: SqlClient, run: (tx: SqlClient) => Promise<T>): Promise<T> {
  if (isRunner(client)) return client.transaction(run);
  if (!isPool(client)) return bracket(client, run, () => {});
  const connection = await client.connect();
  let broken = false;
  const onBroken = (): void => {
    broken = true;
  };
  // Without a listener a server that goes away between two statements would end the process.
  connection.on('error', onBroken);
  try {
    return await bracket(connection, run, onBroken);
  } finally {
    connection.release(broken);
    connection.off('error', onBroken);
  }
}

/** `onBroken` is told when the connection could not even roll back: it must not be used again. */
async function bracket<T>(connection: SqlClient, run: (tx: SqlClient) => Promise<T>, onBroken: () => void): Promise<T> {
  await connection.query('begin');
  try {
    const result = await run(connection);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch(onBroken);
    throw error;
  }
}

function isRunner(client: SqlClient): client is TransactionRunner {
  return 'transaction' in client && typeof client.transaction === 'function';
}

function isPool(client: SqlClient): client is PoolLike {
  return 'connect' in client && typeof client.connect === 'function' && 'totalCount' in client;
}
