import { type ErrorTable, errorTable } from '../error-table.ts';

/** Source: facts on delivery errors, rows `smsaero`. */
export const smsAeroErrors: ErrorTable = errorTable([
  ['HTTP 401', 'auth', 'bad e-mail or key', 'unverified'],
  ['HTTP 400', 'invalid-request', 'bad fields', 'unverified'],
  ['validation', 'invalid-request', 'bad fields', 'unverified'],
  ['no credits', 'insufficient-funds', 'no money', 'unverified'],
  ['reject', 'content-rejected', 'refused by moderation or sender not approved', 'unverified'],
  ['status 2', 'recipient-unreachable', 'undelivered', 'unverified'],
  ['status 6', 'content-rejected', 'rejected', 'unverified'],
  ['HTTP 429', 'rate-limited', 'rate', 'unverified'],
  ['HTTP 5*', 'retryable-transient', 'server', 'unverified'],
]);
