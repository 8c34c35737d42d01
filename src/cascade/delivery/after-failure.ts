import { backoffMs, reactionTo } from '../plan/reactions.ts';
import { earliest, goOn, later, type NextAction, type StepInHand, settle, submit } from './action.ts';
import type { Attempt, StepProgress } from './delivery.ts';
import { stepKeyOf } from './delivery.ts';
import { heldBackMs, isHeldBack } from './held-back.ts';
import { attemptStanding, type Failure } from './step-standing.ts';

/** What follows a definite failure: a refusal ends the cascade, unreachability advances it, trouble of the sender waits. */
export function afterFailure(inHand: StepInHand, progress: StepProgress, attempt: Attempt, failure: Failure): NextAction {
  const { delivery, step, plan, now, fallBackAt } = inHand;
  const { errorClass, providerCode, at, retryAfterMs } = failure;
  const { id, kind } = delivery.request;
  const failures = progress.attempts.filter((other) => attemptStanding(progress, other).kind === 'failed').length;
  const key = stepKeyOf(id, inHand.index);
  if (errorClass === 'rate-limited' && isHeldBack(inHand.providerOf(step)?.provider ?? attempt.provider, providerCode)) {
    if (plan?.onHeldBack === 'stop') return settle('exhausted', 'held-back');
    if (plan?.onHeldBack === 'next') return goOn(inHand, 'held-back');
    return again(inHand, later(at, Math.max(heldBackMs, retryAfterMs)), 'held-back');
  }
  switch (reactionTo(errorClass, step, kind)) {
    case 'stop':
      return settle('exhausted', errorClass);
    case 'next':
      return goOn(inHand, errorClass);
    case 'later-next':
      return fallBackAt !== undefined && now < fallBackAt ? { kind: 'wait', until: earliest(fallBackAt, inHand.lastCall) } : goOn(inHand, errorClass);
    case 'retry': {
      const notBefore = later(at, Math.max(retryAfterMs, backoffMs(kind, failures, key)));
      if (failures >= step.maxAttempts || (fallBackAt !== undefined && notBefore >= fallBackAt)) return goOn(inHand, errorClass);
      return again(inHand, notBefore, errorClass);
    }
    case 'pause':
      // Not counted against `maxAttempts`: the person has done nothing wrong, the sender has.
      return again(inHand, later(at, Math.max(retryAfterMs, backoffMs(kind, failures, key))), errorClass);
  }
}

/** The same step once more, not before an instant; when that is past the message's end, what is left of the plan. */
function again(inHand: StepInHand, notBefore: Date, reason: Failure['errorClass'] | 'held-back'): NextAction {
  const { delivery, step } = inHand;
  if (notBefore >= delivery.request.validUntil) return goOn(inHand, reason);
  return submit(delivery, inHand, step, notBefore);
}
