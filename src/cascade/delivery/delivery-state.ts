import type { ErrorClass } from '../../channels/taxonomy.ts';
import type { DeferReason, RefusalReason } from '../../clearance/clearance.ts';

/** Where a delivery stands. The first three are not final. */
export type DeliveryState =
  | 'planned'
  | 'deferred'
  | 'in-progress'
  /** A step got as far as its plan waits for. */
  | 'reached'
  /** Something was submitted and definitely did not arrive in time. */
  | 'undelivered'
  /** Never submitted: consent, content, law or a broken number stood against it. */
  | 'refused'
  /** Its validity ended before it arrived, or no lawful window lies within it. */
  | 'expired'
  /** Ended by a withdrawal or a stop. */
  | 'cancelled'
  /** Submitted, and nobody can say what became of it. */
  | 'unknown'
  /** Taken aside with a reason: it broke what handled it, or its plan is gone. */
  | 'parked';

export const deliveryStates: readonly DeliveryState[] = [
  'planned',
  'deferred',
  'in-progress',
  'reached',
  'undelivered',
  'refused',
  'expired',
  'cancelled',
  'unknown',
  'parked',
];

/** True for the seven final states. A receipt may still correct one (a late `delivered` makes `reached`), nothing is sent any more. */
export function isTerminal(state: DeliveryState): boolean {
  return state !== 'planned' && state !== 'deferred' && state !== 'in-progress';
}

/** Why the rest of a delivery was called off. */
export type HaltReason = 'withdrawn' | 'campaign-stopped' | 'sender-stopped' | 'template-stopped' | 'stopped' | 'erased';

/** Why a delivery was taken aside. */
export type ParkReason = 'crash-loop' | 'provider-threw' | 'too-many-attempts' | 'plan-missing';

/** Why a step is over without success. */
export type StepFailure = ErrorClass | RefusalReason | 'not-in-time' | 'no-answer' | 'held-back' | 'held-out';

/** The readable reason beside a state. */
export type DeliveryReason = StepFailure | HaltReason | ParkReason | DeferReason | 'validity-over';
