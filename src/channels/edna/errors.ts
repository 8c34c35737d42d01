import { type ErrorTable, errorTable } from '../error-table.ts';

/** Source: facts on delivery errors, rows `edna`. */
export const ednaErrors: ErrorTable = errorTable([
  ['error-subject-unknown', 'sender-blocked', 'sender not known', 'unverified'],
  ['error-address-format', 'invalid-request', 'bad number', 'unverified'],
  ['error-address-unknown', 'not-on-channel', 'not on the channel', 'unverified'],
  ['error-address-not-specified', 'invalid-request', 'no number', 'unverified'],
  ['error-content', 'content-rejected', 'bad content', 'unverified'],
  ['error-syntax,HTTP 400', 'invalid-request', 'bad request', 'unverified'],
  ['HTTP 401,HTTP 403', 'auth', 'key', 'unverified'],
  ['HTTP 429', 'rate-limited', 'rate', 'unverified'],
  ['error-system,HTTP 5*', 'retryable-transient', 'server', 'unverified'],
  ['CANCELLED', 'duplicate', 'same content to the same address within 20 minutes', 'unverified'],
  ['EXPIRED', 'recipient-unreachable', 'validity ran out', 'unverified'],
  ['UNDELIVERED', 'recipient-unreachable', 'not delivered, no error named', 'unverified'],
]);
