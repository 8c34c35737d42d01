import { type ErrorTable, errorTable } from '../error-table.ts';

/** `error_code` of an answer. Source: facts on delivery errors, rows `smsc`. */
export const answerErrors: ErrorTable = errorTable([
  ['1', 'invalid-request', 'parameter error'],
  ['2', 'auth', 'login, password or address'],
  ['3', 'insufficient-funds', 'no money'],
  ['4', 'rate-limited', 'address blocked for a while after frequent errors'],
  ['5', 'invalid-request', 'wrong date'],
  ['6', 'content-rejected', 'message forbidden: text, sender, or advertising without a contract'],
  ['7', 'invalid-request', 'wrong number format'],
  ['8', 'recipient-unreachable', 'cannot be delivered to this number'],
  ['9', 'duplicate', 'same request within a minute, or too many in parallel: no proof that the first was taken'],
]);

/** `err` of a receipt. Source: facts on delivery errors, rows `smsc_err`. */
export const receiptErrors: ErrorTable = errorTable([
  ['0', null, 'no error', 'unverified'],
  ['1', 'recipient-unreachable', 'subscriber does not exist', 'unverified', 'gone'],
  ['6', 'recipient-unreachable', 'not in network', 'unverified'],
  ['11', 'recipient-unreachable', 'no SMS service', 'unverified'],
  ['12', 'recipient-unreachable', 'handset error', 'unverified'],
  ['13', 'recipient-unreachable', 'subscriber blocked', 'unverified'],
  ['21', 'recipient-unreachable', 'no SMS support', 'unverified'],
  ['200', null, 'virtual send', 'unverified'],
  ['220', 'retryable-transient', 'queue overflow at the operator', 'unverified'],
  ['240', 'recipient-unreachable', 'subscriber busy', 'unverified'],
  ['244', 'recipient-unreachable', 'subscriber unreachable', 'unverified'],
  ['245', 'rate-limited', 'limit per number', 'unverified'],
  ['246', 'recipient-unreachable', 'handset memory full', 'unverified'],
  ['247', 'duplicate', 'limit of identical messages', 'unverified'],
  ['248', 'recipient-unreachable', 'no route', 'unverified'],
  ['249', 'invalid-request', 'number format', 'unverified'],
  ['250', 'opted-out', 'number forbidden by settings', 'unverified'],
  ['251', 'rate-limited', 'limit per day', 'unverified'],
  ['252', 'opted-out', 'number forbidden', 'unverified'],
  ['253', 'content-rejected', 'spam filter', 'unverified'],
  ['254', 'sender-blocked', 'sender not registered', 'unverified'],
  ['255', 'content-rejected', 'refused by the operator', 'unverified'],
]);
