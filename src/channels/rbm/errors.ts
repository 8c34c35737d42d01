import { type ErrorTable, errorTable } from '../error-table.ts';

/** google.rpc statuses and RBM events. Source: facts on delivery errors. */
export const rbmErrors: ErrorTable = errorTable([
  ['404,HTTP 404,NOT_FOUND', 'not-on-channel', 'no RCS or agent not launched on carrier'],
  ['403,PERMISSION_DENIED', 'auth', 'agent or key rights'],
  ['401,UNAUTHENTICATED', 'auth', 'token'],
  ['400,INVALID_ARGUMENT', 'invalid-request', 'request or feature not supported'],
  ['429,RESOURCE_EXHAUSTED', 'rate-limited', 'rate'],
  ['HTTP 500,HTTP 503', 'retryable-transient', 'server'],
  ['409,ALREADY_EXISTS', 'duplicate', 'message id reused', 'unverified'],
  ['TTL_EXPIRATION_REVOKED', 'recipient-unreachable', 'not delivered in TTL, revoked'],
  ['TTL_EXPIRATION_REVOKE_FAILED', 'unknown', 'TTL over, revoke not sure'],
  ['UNSUBSCRIBE', 'opted-out', 'user opted out', 'unverified'],
]);
