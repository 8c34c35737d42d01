import { type ErrorTable, errorTable } from '../error-table.ts';

/** By HTTP status only: no list of codes was found. Source: facts on delivery errors, rows `exolve`. */
export const exolveErrors: ErrorTable = errorTable([
  ['HTTP 401', 'auth', 'key', 'unverified'],
  ['HTTP 403', 'sender-blocked', 'not allowed', 'unverified'],
  ['HTTP 400', 'invalid-request', 'request', 'unverified'],
  ['HTTP 402', 'insufficient-funds', 'no money', 'unverified'],
  ['HTTP 429', 'rate-limited', 'rate', 'unverified'],
  ['HTTP 5*', 'retryable-transient', 'server', 'unverified'],
]);

/** HTTP status that stands for a gRPC code, for error bodies read without their status. Source: google.rpc.Code. */
export const httpStatusOfGrpc: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '1': 499,
    '2': 500,
    '3': 400,
    '4': 504,
    '5': 404,
    '6': 409,
    '7': 403,
    '8': 429,
    '9': 400,
    '10': 409,
    '11': 400,
    '12': 501,
    '13': 500,
    '14': 503,
    '15': 500,
    '16': 401,
  }),
);
