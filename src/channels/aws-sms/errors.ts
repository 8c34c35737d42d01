import { type ErrorTable, errorTable } from '../error-table.ts';

/** Exceptions with their reasons, and event types. Source: facts on delivery errors. */
export const awsSmsErrors: ErrorTable = errorTable([
  ['AccessDeniedException', 'auth', 'credentials or policy'],
  ['AccessDenied ACCOUNT_DISABLED', 'sender-blocked', 'account disabled'],
  ['AccessDenied INSUFFICIENT_ACCOUNT_REPUTATION', 'sender-blocked', 'reputation'],
  ['Conflict DESTINATION_PHONE_NUMBER_OPTED_OUT', 'opted-out', 'opt-out list'],
  ['Conflict DESTINATION_*_BLOCKED_BY_PROTECT*', 'content-rejected', 'protect configuration'],
  ['ServiceQuotaExceeded MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT', 'insufficient-funds', 'spend limit'],
  ['ServiceQuotaExceeded other', 'rate-limited', 'quota'],
  ['ThrottlingException', 'rate-limited', 'rate'],
  ['InternalServerException', 'retryable-transient', 'server'],
  ['ResourceNotFoundException', 'invalid-request', 'origination or set missing'],
  ['Validation DESTINATION_COUNTRY_BLOCKED', 'sender-blocked', 'country blocked'],
  ['Validation PRICE_OVER_THRESHOLD', 'insufficient-funds', 'price over MaxPrice'],
  ['Validation SENDER_ID_NOT_REGISTERED', 'sender-blocked', 'sender not registered'],
  ['Validation other', 'invalid-request', 'request'],
  ['event TEXT_BLOCKED', 'opted-out', 'number blocked by account or AWS'],
  ['event TEXT_CARRIER_BLOCKED', 'content-rejected', 'carrier filter'],
  ['event TEXT_CARRIER_UNREACHABLE', 'retryable-transient', 'carrier problem'],
  ['event TEXT_INVALID', 'recipient-unreachable', 'number invalid'],
  ['event TEXT_INVALID_MESSAGE', 'content-rejected', 'message invalid'],
  ['event TEXT_SPAM', 'content-rejected', 'seen as spam'],
  ['event TEXT_TTL_EXPIRED', 'recipient-unreachable', 'TTL'],
  ['event TEXT_UNREACHABLE', 'recipient-unreachable', 'handset away'],
  ['event TEXT_PROTECT_BLOCKED', 'content-rejected', 'protect rule'],
  ['event TEXT_UNKNOWN', 'unknown', 'no receipt'],
]);
