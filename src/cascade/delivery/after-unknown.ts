import { stepsFor } from '../plan/plan.ts';
import { backoffMs } from '../plan/reactions.ts';
import { earliest, goOn, later, type NextAction, pollMs, type StepInHand, settle, submit } from './action.ts';
import type { Attempt } from './delivery.ts';
import { type AttemptStanding, wasSubmitted } from './step-standing.ts';

/**
 * What follows an outcome nobody knows, by what the provider declares: the same key again inside its window, a look-up after a grace, a receipt
 * that echoes our reference, and in the end `unknown`. Never a blind second submit.
 */
export function afterUnknown(inHand: StepInHand, attempt: Attempt, standing: Extract<AttemptStanding, { kind: 'unsettled' }>): NextAction {
  const { delivery, step, now, index, policy, lastCall, fallBackAt } = inHand;
  const capabilities = inHand.providerOf(step)?.capabilities;
  const attempts = delivery.steps[index]?.attempts ?? [];
  const first = attempts[0] ?? attempt;
  // An intent whose call was never made is no try: a busy worker that came too late must not use a person up.
  const tries = attempts.filter(wasSubmitted).length;
  const stopped = delivery.halted !== undefined || inHand.control?.state === 'stopped' || now >= delivery.request.validUntil;
  if (capabilities?.dedup.by === 'key' && tries < step.maxAttempts && !stopped) {
    const windowMs = capabilities.dedup.windowMs ?? Number.POSITIVE_INFINITY;
    const notBefore = later(standing.since, backoffMs('auth', tries, delivery.request.id));
    // The window is the provider's and counts from the first call; a call takes time, so its end is not used up.
    if (Math.max(notBefore.getTime(), now.getTime()) + policy.lookupGraceMs < first.startedAt.getTime() + windowMs)
      return submit(delivery, inHand, step, notBefore);
  }
  const asked = attempt.lookups?.count ?? 0;
  const canAsk = capabilities !== undefined && (capabilities.lookup === 'by-client-ref' || capabilities.lookup === 'by-recipient-and-time');
  if (canAsk && asked < policy.maxLookups && now < lastCall) {
    const askAt = later(attempt.lookups?.lastAt ?? attempt.startedAt, asked === 0 ? policy.lookupGraceMs : pollMs(asked));
    if (now >= askAt) return { kind: 'look-up', index, attempt };
    return { kind: 'wait', until: earliest(askAt, lastCall) };
  }
  if (standing.threw) return settle('parked', 'provider-threw');
  if (now >= lastCall) return settle('exhausted', 'no-answer');
  if (inHand.plan?.onUnknown === 'next' && !stopped) {
    if (fallBackAt === undefined || now >= fallBackAt) return hasNext(inHand) ? goOn(inHand, 'no-answer') : { kind: 'wait', until: lastCall };
    return { kind: 'wait', until: earliest(fallBackAt, lastCall) };
  }
  return { kind: 'wait', until: lastCall };
}

/** Another provider of the same channel is no next step here: the first one may have sent it. */
function hasNext(inHand: StepInHand): boolean {
  const { plan, index, delivery } = inHand;
  const further = plan !== undefined && stepsFor(plan, delivery.request.country).some((step, place) => place > index && step.failover !== true);
  return further && goOn(inHand, 'no-answer').kind === 'fall-back';
}
