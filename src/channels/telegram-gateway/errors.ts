import { type ErrorTable, errorTable } from '../error-table.ts';

/** Error names and final statuses. Source: facts on delivery errors. */
export const telegramGatewayErrors: ErrorTable = errorTable([
  ['PHONE_NUMBER_NOT_AVAILABLE', 'not-on-channel', 'no Telegram or cannot receive', 'unverified'],
  ['PHONE_NUMBER_INVALID', 'invalid-request', 'bad number', 'unverified'],
  ['PHONE_NUMBER_NOT_FOUND', 'not-on-channel', 'not on Telegram', 'unverified'],
  ['BALANCE_NOT_ENOUGH', 'insufficient-funds', 'no money', 'unverified'],
  ['ACCESS_TOKEN_REQUIRED,ACCESS_TOKEN_INVALID', 'auth', 'token', 'unverified'],
  ['FLOOD_WAIT_*', 'rate-limited', 'rate', 'unverified'],
  ['REQUEST_ID_INVALID', 'invalid-request', 'request id', 'unverified'],
  ['CODE_INVALID,CODE_LENGTH_INVALID', 'invalid-request', 'code form', 'unverified'],
  ['expired', 'recipient-unreachable', 'not delivered in TTL, refunded', 'unverified'],
  ['revoked', 'unknown', 'revoked by caller', 'unverified'],
]);
