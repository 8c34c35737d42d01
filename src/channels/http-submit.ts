import type { HttpAnswer, HttpExchange } from './http.ts';
import { classOfHttpStatus, retryAfterMs } from './http-status.ts';
import type { ParseEvents, SubmitResult } from './port.ts';
import { isBadEnd } from './receipt-lattice.ts';
import type { ChannelEvent } from './taxonomy.ts';

export interface SubmitReading {
  readonly parse: ParseEvents;
  /** For `Retry-After` given as a date. */
  readonly now: Date;
  /**
   * What the provider's "duplicate" proves. `accepted`: our own id was taken before, so the message exists under `id`;
   * `ambiguous`: it may also mean something else and is looked up.
   */
  readonly duplicate: { readonly means: 'accepted'; readonly id: string } | { readonly means: 'ambiguous' };
  /** A wait the provider names in its body, in milliseconds. */
  readonly retryAfter?: (answer: HttpAnswer) => number | undefined;
  /** Segments the provider says it made. */
  readonly segments?: (answer: HttpAnswer) => number | undefined;
}

/**
 * Turns one HTTP exchange into the outcome of a submit. The provider's parser says what an answer means; this function owns the truth about outcomes:
 * only a definite refusal is `rejected`; lost connections, time-outs, 5xx and unreadable answers are `unknown`.
 */
export function readSubmit(exchange: HttpExchange, reading: SubmitReading): SubmitResult {
  if (!exchange.ok) {
    const { fault } = exchange;
    if (!fault.sent) return { outcome: 'rejected', errorClass: 'retryable-transient', providerCode: null, detail: 'the request never left' };
    return { outcome: 'unknown', errorClass: 'unknown', reason: fault.reason, providerCode: null };
  }
  const { answer } = exchange;
  const event = reading.parse({
    payload: answer.body,
    surface: 'response',
    httpStatus: answer.status,
    contentType: answer.contentType,
  })[0];
  const wait = reading.retryAfter?.(answer) ?? retryAfterMs(answer.headers.get('retry-after'), reading.now);
  const retryAfter = wait === undefined ? {} : { retryAfterMs: wait };
  if (answer.status >= 500) {
    const errorClass = event?.errorClass ?? 'retryable-transient';
    return { outcome: 'unknown', errorClass, reason: 'server-error', providerCode: event?.providerCode ?? null, ...retryAfter };
  }
  if (event === undefined || event.status === null || event.status === 'unknown') return unreadable(answer, event, retryAfter);
  if (event.errorClass === 'duplicate') return duplicate(event, reading);
  if (isBadEnd(event.status)) {
    return { outcome: 'rejected', errorClass: event.errorClass ?? 'unknown', providerCode: event.providerCode, ...retryAfter };
  }
  if (event.messageId === null) return { outcome: 'unknown', errorClass: 'unknown', reason: 'unreadable-answer', providerCode: null };
  const segments = reading.segments?.(answer);
  return {
    outcome: 'accepted',
    providerMessageId: event.messageId,
    status: event.status,
    ...(segments === undefined ? {} : { segments }),
  };
}

function unreadable(answer: HttpAnswer, event: ChannelEvent | undefined, retryAfter: { readonly retryAfterMs?: number }): SubmitResult {
  const byStatus = classOfHttpStatus(answer.status);
  const providerCode = event?.providerCode ?? null;
  if (byStatus === null) {
    return { outcome: 'unknown', errorClass: event?.errorClass ?? 'unknown', reason: 'unreadable-answer', providerCode };
  }
  return { outcome: 'rejected', errorClass: event?.errorClass ?? byStatus, providerCode: providerCode ?? String(answer.status), ...retryAfter };
}

function duplicate(event: ChannelEvent, reading: SubmitReading): SubmitResult {
  if (reading.duplicate.means === 'accepted') {
    return { outcome: 'accepted', providerMessageId: event.messageId ?? reading.duplicate.id, status: 'accepted' };
  }
  return { outcome: 'unknown', errorClass: 'duplicate', reason: 'ambiguous-duplicate', providerCode: event.providerCode };
}
