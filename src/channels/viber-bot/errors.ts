import { type ErrorTable, errorTable } from '../error-table.ts';

/** Numeric statuses of the Bot API, from memory. Source: facts on delivery errors. */
export const viberBotErrors: ErrorTable = errorTable([
  ['1,invalidUrl', 'invalid-request', 'webhook url', 'unverified'],
  ['2,invalidAuthToken', 'auth', 'token', 'unverified'],
  ['3,badData', 'invalid-request', 'request', 'unverified'],
  ['4,missingData', 'invalid-request', 'request', 'unverified'],
  ['5,receiverNotRegistered', 'not-on-channel', 'not on Viber', 'unverified'],
  ['6,receiverNotSubscribed', 'opted-out', 'not subscribed', 'unverified'],
  ['7,publicAccountBlocked', 'sender-blocked', 'sender blocked', 'unverified'],
  ['8,publicAccountNotFound', 'auth', 'sender missing', 'unverified'],
  ['9,publicAccountSuspended', 'sender-blocked', 'sender suspended', 'unverified'],
  ['10,webhookNotSet', 'invalid-request', 'set-up', 'unverified'],
  ['11,receiverNoSuitableDevice', 'not-on-channel', 'device', 'unverified'],
  ['12,tooManyRequests', 'rate-limited', 'rate', 'unverified'],
  ['13,apiVersionNotSupported', 'not-on-channel', 'client too old', 'unverified'],
  ['14,incompatibleWithVersion', 'not-on-channel', 'client too old', 'unverified'],
  ['15,publicAccountNotAuthorized', 'auth', 'not authorised', 'unverified'],
]);

/** Errors of Viber Business Messages as partners pass them on. Source: facts on delivery errors. */
export const viberBusinessErrors: ErrorTable = errorTable([
  ['SRVC_USER_BLOCKED', 'opted-out', 'user blocked sender'],
  ['SRVC_NOT_VIBER_USER', 'not-on-channel', 'not on Viber'],
  ['SRVC_NO_SUITABLE_DEVICE', 'not-on-channel', 'device'],
  ['SRVC_BAD_SERVICE_ID', 'sender-blocked', 'sender id'],
  ['SRVC_NOT_PERMITTED', 'sender-blocked', 'not permitted for sender'],
  ['SRVC_UNAUTHORIZED_IP', 'auth', 'IP'],
  ['SRVC_BAD_DATA,SRVC_BAD_PARAMETERS,SRVC_BAD_MESSAGE_TYPE,SRVC_BAD_LABEL,SRVC_INVALID_TTL', 'invalid-request', 'request'],
  ['SRVC_TIMEOUT', 'retryable-transient', 'time-out'],
  ['SRVC_INTERNAL_FAILURE', 'retryable-transient', 'server'],
  ['SRVC_WAIT_FOR_USER_RESPONSE', 'consent-window-closed', 'must wait for the user'],
]);
