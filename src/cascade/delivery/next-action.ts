import { type CascadeStep, stepsFor } from '../plan/plan.ts';
import { type ActionContext, earliest, goOn, later, type NextAction, pollMs, type StepInHand, settle, submit } from './action.ts';
import { afterFailure } from './after-failure.ts';
import { afterUnknown } from './after-unknown.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { isTerminal, type StepFailure } from './delivery-state.ts';
import { unrecordedRefusal } from './reported-refusal.ts';
import { attemptStanding, lastAttempt, stepReached } from './step-standing.ts';

/** What must happen next to one delivery. Pure: same inputs, same answer. */
export function nextAction(delivery: Delivery, context: ActionContext): NextAction {
  const refusal = unrecordedRefusal(delivery, context.goneCodes);
  if (refusal !== undefined) return { kind: 'record-opt-out', refusal };
  if (isTerminal(delivery.state)) return { kind: 'none' };
  if (delivery.steps.some(stepReached)) return settle('reached', null);
  if (context.strikes >= context.policy.maxStrikes) return settle('parked', 'crash-loop');
  if (context.plan === undefined) return settle('parked', 'plan-missing');
  const steps = stepsFor(context.plan, delivery.request.country);
  const step = steps[delivery.current];
  if (step === undefined) return settle('exhausted', null);
  const progress = delivery.steps[delivery.current];
  const attempt = lastAttempt(progress);
  const first = progress?.attempts[0];
  const inHand: StepInHand = {
    ...context,
    delivery,
    index: delivery.current,
    step,
    fallBackAt: step.fallBackAfterMs === undefined || first === undefined ? undefined : later(first.startedAt, step.fallBackAfterMs),
    lastCall: later(delivery.request.validUntil, context.policy.receiptGraceMs),
  };
  if (attempt === undefined || progress === undefined) {
    const passedOver = step.failover === true ? mayHaveLeft(delivery, steps, delivery.current) : undefined;
    return passedOver === undefined ? submit(delivery, context, step, undefined) : goOn(inHand, passedOver);
  }
  const standing = attemptStanding(progress, attempt);
  switch (standing.kind) {
    case 'under-way':
      return underWay(inHand, attempt);
    case 'failed':
      return afterFailure(inHand, progress, attempt, standing.failure);
    case 'unsettled':
      return afterUnknown(inHand, attempt, standing);
    case 'not-sent':
      return submit(delivery, context, step, undefined);
  }
}

/** What a provider says of itself: nothing of the message went out. */
const providerTrouble: ReadonlySet<string> = new Set(['auth', 'insufficient-funds', 'sender-blocked', 'retryable-transient', 'rate-limited']);

/** Why another provider of the channel is not asked: one before may have sent the message, or what happened was not the provider's fault. */
function mayHaveLeft({ steps: progress }: Delivery, steps: readonly CascadeStep[], index: number): StepFailure | undefined {
  for (let before = index - 1; before >= 0; before--) {
    const step = progress[before];
    const attempt = lastAttempt(step);
    if (step !== undefined && attempt !== undefined) {
      const standing = attemptStanding(step, attempt);
      const blameless = standing.kind === 'failed' && !standing.submitted && providerTrouble.has(standing.failure.errorClass);
      return blameless ? undefined : (step.left?.reason ?? 'no-answer');
    }
    if (steps[before]?.failover !== true) return undefined;
  }
  return undefined;
}

/** Waits for what the plan wants, then goes on. Providers that only answer when asked are asked on the way. */
function underWay(inHand: StepInHand, attempt: Attempt): NextAction {
  const { now, fallBackAt, lastCall, index, step } = inHand;
  if (now >= lastCall) return settle('validity-over', 'validity-over');
  if (fallBackAt !== undefined && now >= fallBackAt) return goOn(inHand, 'not-in-time');
  const until = earliest(fallBackAt ?? lastCall, lastCall);
  const capabilities = inHand.providerOf(step)?.capabilities;
  if (capabilities?.receipts !== 'poll') return { kind: 'wait', until };
  const pollAt = later(attempt.lookups?.lastAt ?? attempt.endedAt ?? attempt.startedAt, pollMs(attempt.lookups?.count ?? 0));
  return now >= pollAt ? { kind: 'look-up', index, attempt } : { kind: 'wait', until: earliest(pollAt, until) };
}
