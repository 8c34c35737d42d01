import { type ErrorTable, errorTable } from '../error-table.ts';

/** By HTTP status only: event codes were not found. Source: facts on delivery errors, rows `mts_omni`. */
export const mtsOmniErrors: ErrorTable = errorTable([
  ['HTTP 401,HTTP 403', 'auth', 'login or rights', 'unverified'],
  ['HTTP 400', 'invalid-request', 'request', 'unverified'],
  ['HTTP 429', 'rate-limited', 'rate', 'unverified'],
  ['HTTP 5*', 'retryable-transient', 'server', 'unverified'],
  ['other', 'unknown', 'not listed', 'unverified'],
]);
