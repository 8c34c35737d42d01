import type { Delivery, StepProgress } from './delivery.ts';
import type { DeliveryReason, DeliveryState, StepFailure } from './delivery-state.ts';
import { attemptStanding, hasArrived, hasUnsettled, lastAttempt, stepReached } from './step-standing.ts';

/** State and reason as they follow from what is known. Settled deliveries are judged anew with every fact, so late news corrects them. */
export function standingOf(delivery: Delivery): { readonly state: DeliveryState; readonly reason: DeliveryReason | null } {
  const { settled } = delivery;
  if (settled === undefined) return openStanding(delivery);
  if (delivery.steps.some(stepReached)) return { state: 'reached', reason: null };
  if (settled.cause === 'parked') return { state: 'parked', reason: settled.reason };
  if (hasUnsettled(delivery)) return { state: 'unknown', reason: 'no-answer' };
  if (settled.cause === 'cancelled') return { state: 'cancelled', reason: settled.reason };
  const last = delivery.steps.findLast((step) => lastAttempt(step) !== undefined);
  if (last === undefined) {
    const expired = settled.cause === 'validity-over' || settled.reason === 'no-lawful-window';
    return { state: expired ? 'expired' : 'refused', reason: settled.reason ?? firstRefusal(delivery) };
  }
  const failure = failureOf(last);
  if (failure !== undefined) return { state: 'undelivered', reason: settled.reason === 'held-back' ? 'held-back' : failure };
  return { state: 'expired', reason: 'validity-over' };
}

/** Steps before the last submitted one whose message arrived all the same: the fall-back had already gone out. */
export function lateSteps(delivery: Delivery): readonly number[] {
  const last = delivery.steps.findLastIndex((step) => lastAttempt(step) !== undefined);
  return delivery.steps.flatMap((step, index) => (index < last && hasArrived(step) ? [index] : []));
}

/** True when the person received the message by more than one step. */
export function isDoubleReach(delivery: Delivery): boolean {
  return delivery.steps.filter(hasArrived).length > 1;
}

/** The first step that did what its plan waits for; `undefined` when none did. */
export function reachingStep(delivery: Delivery): number | undefined {
  const index = delivery.steps.findIndex(stepReached);
  return index < 0 ? undefined : index;
}

function openStanding(delivery: Delivery): { readonly state: DeliveryState; readonly reason: DeliveryReason | null } {
  if (delivery.steps.some((step) => lastAttempt(step) !== undefined)) return { state: 'in-progress', reason: null };
  return delivery.deferred === undefined ? { state: 'planned', reason: null } : { state: 'deferred', reason: delivery.deferred.reason };
}

function failureOf(step: StepProgress): StepFailure | undefined {
  const attempt = lastAttempt(step);
  if (attempt === undefined) return undefined;
  const standing = attemptStanding(step, attempt);
  return standing.kind === 'failed' ? standing.failure.errorClass : step.left?.reason;
}

function firstRefusal(delivery: Delivery): DeliveryReason | null {
  return delivery.steps.find(({ left }) => left !== undefined)?.left?.reason ?? null;
}
