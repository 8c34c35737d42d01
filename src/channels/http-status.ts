import type { ErrorClass } from './taxonomy.ts';

/**
 * Class of an HTTP status when the provider's body says nothing better; `null` below 400.
 * An unlisted 4xx counts as 400 and an unlisted 5xx as 500. Source: facts on delivery errors, `any_http`; RFC 9110, section 15.
 */
export function classOfHttpStatus(status: number): ErrorClass | null {
  if (status < 300 || !Number.isFinite(status)) return null;
  if (status >= 500) return 'retryable-transient';
  switch (status) {
    case 401:
    case 403:
    case 407:
      return 'auth';
    case 402:
      return 'insufficient-funds';
    case 408:
    case 425:
      return 'retryable-transient';
    case 409:
      return 'duplicate';
    case 413:
      return 'content-rejected';
    case 429:
      return 'rate-limited';
    default:
      return 'invalid-request';
  }
}

/**
 * The wait a `Retry-After` header asks for, in milliseconds from `now`: seconds or an HTTP date; a past date is 0.
 * `undefined` when absent or unreadable. Absurdly long waits are returned as they are: a minimum is never shortened.
 */
export function retryAfterMs(header: string | null | undefined, now: Date): number | undefined {
  const text = header?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/u.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/^[A-Za-z]{3,9},? /u.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
