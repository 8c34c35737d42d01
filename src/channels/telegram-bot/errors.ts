import { type ErrorTable, errorTable } from '../error-table.ts';

/** HTTP-like codes with the text that tells them apart. Source: facts on delivery errors. */
export const telegramBotErrors: ErrorTable = errorTable([
  ['401', 'auth', 'bot token wrong', 'unverified'],
  ['403 bot was blocked by the user', 'opted-out', 'user blocked bot', 'unverified'],
  ['403 user is deactivated', 'recipient-unreachable', 'account deleted', 'unverified'],
  ["403 bot can't initiate conversation", 'opted-out', 'user never started bot', 'unverified'],
  ['403 bot was kicked', 'opted-out', 'removed from chat', 'unverified'],
  ['400 chat not found', 'not-on-channel', 'no such chat or not started', 'unverified'],
  ['400 message is too long', 'content-rejected', 'text', 'unverified'],
  ["400 can't parse entities", 'invalid-request', 'markup', 'unverified'],
  ['400 other', 'invalid-request', 'request', 'unverified'],
  ['404', 'auth', 'wrong method or token form', 'unverified'],
  ['409', 'invalid-request', 'webhook/polling conflict', 'unverified'],
  ['429', 'rate-limited', 'wait parameters.retry_after', 'unverified'],
  ['HTTP 404', 'auth', 'wrong method or token form', 'unverified'],
  ['HTTP 409', 'invalid-request', 'webhook/polling conflict', 'unverified'],
  ['HTTP 5*', 'retryable-transient', 'server', 'unverified'],
]);
