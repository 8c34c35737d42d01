/** Why an HTTP exchange gave no answer. `sent: false` is definite: not a byte of the request left. */
export interface HttpFault {
  readonly reason: 'timeout' | 'connection-lost' | 'unreadable-answer' | 'aborted';
  readonly sent: boolean;
}

/** Failures of the name look-up and of the TLS handshake: the request had not been written. */
const beforeTheRequest: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_INVALID_URL',
]);

/**
 * Reads what `fetch` threw. Only faults that happen before the first byte of the request (name look-up, connect, certificate) count as not sent;
 * everything else may have reached the provider.
 */
export function faultOf(error: unknown, aborted: boolean): HttpFault {
  if (neverSent(error, 0)) return { reason: 'connection-lost', sent: false };
  if (aborted) return { reason: 'aborted', sent: true };
  return { reason: named(error, 'TimeoutError') ? 'timeout' : 'connection-lost', sent: true };
}

function neverSent(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, syscall, cause, errors } = error as { code?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return errors.every((inner) => neverSent(inner, depth + 1));
  if (syscall === 'connect') return true;
  if (typeof code === 'string' && beforeTheRequest.has(code)) return true;
  return neverSent(cause, depth + 1);
}

function named(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === name;
}
