import { hasReached, isBadEnd, mergeStatuses } from '../../channels/receipt-lattice.ts';
import type { DeliveryStatus, ErrorClass } from '../../channels/taxonomy.ts';
import type { Attempt, Delivery, MessageStanding, SeenStatuses, StepProgress } from './delivery.ts';
import { seenOf } from './message-standing.ts';

/** A definite failure: what kind, the provider's code, when, and the least wait it asked for. */
export interface Failure {
  readonly errorClass: ErrorClass;
  readonly providerCode: string | null;
  readonly at: Date;
  readonly retryAfterMs: number;
}

/** Where one attempt stands, its answer and its receipts taken together. */
export type AttemptStanding =
  /** Started, or ended with an outcome nobody knows. */
  | { readonly kind: 'unsettled'; readonly since: Date; readonly threw: boolean }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly submitted: boolean }
  /** The provider has it and it has not come to a bad end. */
  | { readonly kind: 'under-way'; readonly status: DeliveryStatus; readonly messageId: string | null };

/** True when the step got as far as its plan waits for. Once true, always true. */
export function stepReached(step: StepProgress): boolean {
  return reachedAt(step) !== undefined;
}

/** The earliest instant at which the step had what its plan waits for. */
export function reachedAt(step: StepProgress): Date | undefined {
  let earliest: Date | undefined;
  const consider = (seen: SeenStatuses) => {
    for (const [status, at] of Object.entries(seen) as [DeliveryStatus, Date][])
      if (hasReached(status, step.waitFor) && (earliest === undefined || at < earliest)) earliest = at;
  };
  for (const message of step.messages) consider(seenOf(message));
  for (const attempt of step.attempts) {
    const { result, endedAt } = attempt;
    if (result?.outcome === 'accepted') consider({ accepted: endedAt ?? attempt.startedAt, [result.status]: endedAt ?? attempt.startedAt });
  }
  return earliest;
}

/** True when the person has received a message of this step, whatever the plan waits for. */
export function hasArrived(step: StepProgress): boolean {
  const arrived = (seen: SeenStatuses) => seen.delivered !== undefined || seen.read !== undefined;
  return (
    step.messages.some((message) => arrived(seenOf(message))) ||
    step.attempts.some(({ result }) => result?.outcome === 'accepted' && (result.status === 'delivered' || result.status === 'read'))
  );
}

/** True when the attempt may have left the process: anything but one whose call was never made. */
export function wasSubmitted(attempt: Attempt): boolean {
  return attempt.result?.outcome !== 'not-sent';
}

/** The attempt that decides about a step: the last one whose call was, or may have been, made. */
export function lastAttempt(step: StepProgress | undefined): Attempt | undefined {
  return step?.attempts.findLast(wasSubmitted);
}

/** True when some attempt of the delivery ended without anybody knowing how, or never ended. */
export function hasUnsettled(delivery: Delivery): boolean {
  return delivery.steps.some((step) => step.attempts.some((attempt) => attemptStanding(step, attempt).kind === 'unsettled'));
}

/** Where an attempt of a step stands. Pure and independent of the order in which its facts came. */
export function attemptStanding(step: StepProgress, attempt: Attempt): AttemptStanding {
  const { result } = attempt;
  if (result?.outcome === 'not-sent') return { kind: 'not-sent' };
  const endedAt = attempt.endedAt ?? attempt.startedAt;
  if (result?.outcome === 'rejected' && result.errorClass !== 'duplicate') {
    const { errorClass, providerCode, retryAfterMs } = result;
    return { kind: 'failed', failure: { errorClass, providerCode, at: endedAt, retryAfterMs: retryAfterMs ?? 0 }, submitted: false };
  }
  const message = messageOf(step, attempt);
  const known = result?.outcome === 'accepted' || alreadyTaken(attempt);
  if (!known && message === undefined)
    return { kind: 'unsettled', since: endedAt, threw: result?.outcome === 'unknown' && result.reason === 'threw' };
  const seen = message === undefined ? {} : seenOf(message);
  const answered: readonly DeliveryStatus[] = result?.outcome === 'accepted' ? [result.status] : ['accepted'];
  const status = mergeStatuses([...answered, ...(Object.keys(seen) as DeliveryStatus[])]);
  if (isBadEnd(status)) {
    const { errorClass, providerCode } = message?.failure ?? { errorClass: 'recipient-unreachable' as const, providerCode: null };
    return { kind: 'failed', failure: { errorClass, providerCode, at: seen[status] ?? endedAt, retryAfterMs: 0 }, submitted: true };
  }
  return { kind: 'under-way', status, messageId: message?.messageId ?? (result?.outcome === 'accepted' ? result.providerMessageId : null) };
}

/** "Duplicate" after an earlier attempt of the same step: the earlier one was taken. */
function alreadyTaken({ result, number }: Attempt): boolean {
  return result?.outcome === 'rejected' && result.errorClass === 'duplicate' && number > 1;
}

/** What receipts said about an attempt's message: by its id, else what no other attempt of the step has claimed. */
function messageOf(step: StepProgress, attempt: Attempt): MessageStanding | undefined {
  const { result } = attempt;
  const own = result?.outcome === 'accepted' ? step.messages.find(({ messageId }) => messageId === result.providerMessageId) : undefined;
  if (own !== undefined || (result?.outcome === 'rejected' && !alreadyTaken(attempt))) return own;
  const claimed = new Set(step.attempts.map((other) => (other.result?.outcome === 'accepted' ? other.result.providerMessageId : undefined)));
  const free = step.messages.filter(({ messageId }) => messageId === null || !claimed.has(messageId));
  return free.find(({ messageId }) => messageId !== null) ?? free[0];
}
