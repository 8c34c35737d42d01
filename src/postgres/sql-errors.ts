import { StoreUnavailableError } from '../errors.ts';

/** The SQLSTATE of a server's error, `undefined` when the error is not one. */
export function sqlState(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** A row with that key is there already. */
export const UNIQUE_VIOLATION = '23505';

/** Classes of SQLSTATE in which the server cannot do its work: connection, resources, operator intervention, system, read-only. */
const UNAVAILABLE = /^(08|53|57|58|25006|XX)/;

/** What a store throws for an error of the client: its own class where the server is not usable, else the error as it is. */
export function storeError(error: unknown): unknown {
  const state = sqlState(error);
  const lost = state === undefined && (isNetworkError(error) || isLostConnection(error));
  if (!lost && (state === undefined || !UNAVAILABLE.test(state))) return error;
  return new StoreUnavailableError('The database does not answer or cannot write; nothing was half-written.', { cause: error });
}

function isNetworkError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code);
}

/** What `pg` says, without a code, of connections that ended, could not be had or gave no answer in time. */
const LOST =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (has encountered|was closed))/;

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && LOST.test(error.message);
}
