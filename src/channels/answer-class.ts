import type { ErrorTable } from './error-table.ts';
import { classOfHttpStatus } from './http-status.ts';
import { isBadEnd } from './receipt-lattice.ts';
import type { DeliveryStatus, ErrorClass } from './taxonomy.ts';

/**
 * Class of an error answer: the first code the table knows, then its row `HTTP <status>`, then the status by itself.
 * `null` when nothing says that it is an error.
 */
export function answerClass(table: ErrorTable, codes: readonly (string | null)[], httpStatus: number | undefined): ErrorClass | null {
  for (const code of codes) {
    const known = table.classOf(code);
    if (known !== undefined) return known;
  }
  const byStatus = httpStatus === undefined || httpStatus < 300 ? null : (table.classOf(`HTTP ${httpStatus}`) ?? classOfHttpStatus(httpStatus));
  return byStatus ?? (codes.some((code) => code !== null) ? 'unknown' : null);
}

/** Status words several gateways share, with the class of a failure that names no code. */
const words: ReadonlyMap<string, readonly [DeliveryStatus, ErrorClass | null]> = new Map([
  ['accepted', ['accepted', null]],
  ['new', ['accepted', null]],
  ['created', ['accepted', null]],
  ['queued', ['queued', null]],
  ['enqueued', ['queued', null]],
  ['pending', ['queued', null]],
  ['delayed', ['queued', null]],
  ['sending', ['queued', null]],
  ['sent', ['sent', null]],
  ['delivered', ['delivered', null]],
  ['read', ['read', null]],
  ['visited', ['read', null]],
  ['undelivered', ['undelivered', 'recipient-unreachable']],
  // A spelling of one gateway's own documentation.
  ['undelived', ['undelivered', 'recipient-unreachable']],
  ['failed', ['failed', 'unknown']],
  ['error', ['failed', 'unknown']],
  ['expired', ['expired', 'recipient-unreachable']],
  ['vp_expired', ['expired', 'recipient-unreachable']],
  ['rejected', ['rejected', 'unknown']],
  // Called off by its sender: an end, but no error.
  ['cancelled', ['rejected', null]],
  ['canceled', ['rejected', null]],
]);

/** Status and failure class of a gateway's status word, in any case and with `-` or a space for `_`; an unknown word is status `unknown`. */
export function statusOfWord(word: string | null): readonly [DeliveryStatus, ErrorClass | null] {
  return words.get(word?.trim().toLowerCase().replace(/[\s-]/gu, '_') ?? '') ?? ['unknown', 'unknown'];
}

/** Class of a state: its own error code says more than its word, save that an expired message is expired whatever was tried last, and success has no class. */
export function classOfState(status: DeliveryStatus, wordClass: ErrorClass | null, byCode: ErrorClass | null | undefined): ErrorClass | null {
  const mayFail = status === 'unknown' || (isBadEnd(status) && status !== 'expired');
  return mayFail ? (byCode ?? wordClass) : wordClass;
}
