import { type ErrorTable, errorTable } from '../error-table.ts';

/** REST v2: `Code` of an error answer. Source: facts on delivery errors, rows `devino_rest`. */
export const restErrors: ErrorTable = errorTable([
  ['1', 'invalid-request', 'argument null'],
  ['2', 'invalid-request', 'argument invalid'],
  ['4', 'auth', 'unauthorised'],
  ['5', 'insufficient-funds', 'not enough credits'],
  ['6', 'invalid-request', 'invalid operation'],
  ['7', 'sender-blocked', 'forbidden'],
  ['8', 'retryable-transient', 'gateway error'],
  ['9', 'retryable-transient', 'internal'],
]);

/** REST v2: `State` of a message. Source: as above. */
export const restStates: ErrorTable = errorTable([
  ['10', 'sender-blocked', 'bad source address'],
  ['11', 'invalid-request', 'bad destination address'],
  ['41', 'recipient-unreachable', 'refused by the SMSC'],
  ['42', 'recipient-unreachable', 'rejected by the SMSC'],
  ['46', 'recipient-unreachable', 'validity ran out'],
  ['47', 'unknown', 'deleted'],
  ['48', 'content-rejected', 'rejected by the platform'],
  ['69', 'recipient-unreachable', 'rejected'],
  ['99', 'unknown', 'unknown'],
  ['-98', 'unknown', 'stopped'],
  ['255', 'unknown', 'not in the store'],
]);

/** Instant messages: `errorCode` and `code`. Source: facts on delivery errors, rows `devino_im`. */
export const imErrors: ErrorTable = errorTable([
  ['user-blocked,USER_BLOCKED', 'opted-out', 'user blocked the sender'],
  ['not-viber-user,NOT_VIBER_USER', 'not-on-channel', 'not on Viber'],
  ['NO_SUITABLE_DEVICE,no-suitable-device', 'not-on-channel', 'no device'],
  ['NOT_TEMPLATE_MATCH,not-template-match', 'content-rejected', 'text does not match the template'],
  ['error-address-format', 'invalid-request', 'bad number'],
  ['error-address-unknown', 'not-on-channel', 'number not on the channel'],
  ['error-subject-format', 'invalid-request', 'bad sender'],
  ['error-subject-unknown', 'sender-blocked', 'sender not registered'],
  ['error-instant-message-*', 'invalid-request', 'bad field'],
  ['error-system', 'retryable-transient', 'server'],
  ['vp_expired', 'recipient-unreachable', 'validity ran out'],
]);
