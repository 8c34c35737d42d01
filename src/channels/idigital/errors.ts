import { type ErrorTable, errorTable } from '../error-table.ts';

/** The full list is not public. Source: facts on delivery errors, rows `idigital`. */
export const iDigitalErrors: ErrorTable = errorTable([
  ['4010', 'auth', 'authorisation failed', 'unverified'],
  ['4012', 'auth', 'authorisation failed (kind)', 'unverified'],
  ['7401', 'invalid-request', 'destination refused at submit', 'unverified'],
  ['7060', 'recipient-unreachable', 'undelivered (detail)', 'unverified'],
  ['HTTP 5*', 'retryable-transient', 'server', 'unverified'],
  ['other', 'unknown', 'not listed', 'unverified'],
]);
