import { type ErrorTable, errorTable } from '../error-table.ts';

/** `code` of an answer, then its HTTP status. Source: facts on delivery errors, rows `max_bot`. */
export const maxErrors: ErrorTable = errorTable([
  ['attachment.not.ready', 'retryable-transient', 'file still processed'],
  ['verify.token', 'auth', 'token', 'unverified'],
  ['chat.denied', 'opted-out', 'bot blocked or no access', 'unverified'],
  ['401', 'auth', 'token', 'unverified'],
  ['403', 'opted-out', 'bot blocked or no access', 'unverified'],
  ['404', 'not-on-channel', 'chat or user not found', 'unverified'],
  ['400', 'invalid-request', 'request', 'unverified'],
  ['429', 'rate-limited', '30 requests per second', 'unverified'],
  ['503', 'retryable-transient', 'unavailable', 'unverified'],
]);
