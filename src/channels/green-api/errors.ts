import { type ErrorTable, errorTable } from '../error-table.ts';

/** Source: facts on delivery errors, rows `greenapi`. */
export const greenApiErrors: ErrorTable = errorTable([
  ['HTTP 400', 'invalid-request', 'instance not ready, bad chatId'],
  ['HTTP 401', 'auth', 'token'],
  ['HTTP 403', 'auth', 'instance id'],
  ['HTTP 429', 'rate-limited', 'rate'],
  ['HTTP 466', 'insufficient-funds', 'plan quota'],
  ['HTTP 499,HTTP 5*', 'retryable-transient', 'server'],
  ['noAccount', 'not-on-channel', 'number has no WhatsApp'],
  ['notInGroup', 'invalid-request', 'not in the group'],
  ['yellowCard', 'sender-blocked', 'partly restricted for spam'],
  ['blocked', 'sender-blocked', 'number banned'],
  ['notAuthorized', 'auth', 'phone logged out'],
  ['failed,fail', 'unknown', 'send failed'],
]);
