import type { ProviderCapabilities } from '../../channels/port.ts';
import { type CascadePlan, type CascadeStep, stepsFor } from '../plan/plan.ts';
import type { CascadePolicy } from '../plan/policy.ts';
import type { Attempt, Delivery, SettleCause } from './delivery.ts';
import type { DeliveryReason, HaltReason, StepFailure } from './delivery-state.ts';
import type { GoneCodes, ReportedRefusal } from './reported-refusal.ts';

/** What must happen next to a delivery. */
export type NextAction =
  | { readonly kind: 'none' }
  | { readonly kind: 'submit'; readonly index: number; readonly step: CascadeStep; readonly number: number }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'look-up'; readonly index: number; readonly attempt: Attempt }
  | { readonly kind: 'fall-back'; readonly from: number; readonly step: CascadeStep; readonly reason: StepFailure }
  /** A provider said that the person refused, or that the number is nobody's: the ledger must know before anything else happens. */
  | { readonly kind: 'record-opt-out'; readonly refusal: ReportedRefusal }
  | { readonly kind: 'settle'; readonly cause: SettleCause; readonly reason: DeliveryReason | null };

/** What the decision needs besides the delivery. */
export interface ActionContext {
  readonly now: Date;
  /** `undefined` when nobody knows the plan any more. */
  readonly plan: CascadePlan | undefined;
  /** What the step's provider declares, and its kind; `undefined` when none is configured. */
  readonly providerOf: (step: CascadeStep) => { readonly provider: string; readonly capabilities: ProviderCapabilities } | undefined;
  readonly goneCodes: GoneCodes;
  readonly policy: CascadePolicy;
  /** Claims since somebody last managed to write. */
  readonly strikes: number;
  /** A stop or pause from outside: kill switch, campaign. */
  readonly control?: { readonly state: 'stopped'; readonly reason: HaltReason } | { readonly state: 'paused'; readonly until: Date };
}

/** One step of one delivery in hand, as the branches of the decision see it. */
export interface StepInHand extends ActionContext {
  readonly delivery: Delivery;
  readonly index: number;
  readonly step: CascadeStep;
  /** When the next step is due; `undefined` without a fall-back time. */
  readonly fallBackAt: Date | undefined;
  /** The end of all waiting for this delivery. */
  readonly lastCall: Date;
}

/** A first or further submit of a step, unless something stands before it. */
export function submit(delivery: Delivery, context: ActionContext, step: CascadeStep, notBefore: Date | undefined): NextAction {
  const { now, control, policy } = context;
  if (delivery.halted !== undefined) return settle('cancelled', delivery.halted.reason);
  if (control?.state === 'stopped') return settle('cancelled', control.reason);
  if (now >= delivery.request.validUntil) return settle('validity-over', 'validity-over');
  const attempts = delivery.steps[delivery.current]?.attempts ?? [];
  const number = (attempts.at(-1)?.number ?? 0) + 1;
  // An intent whose call was never made is no submit: a busy worker that comes too late for its slots must not use a person up.
  const calls = attempts.filter(({ result }) => result?.outcome !== 'not-sent' || result.reason === 'absent');
  if (calls.length >= policy.maxSubmits) return settle('parked', 'too-many-attempts');
  const obstacles = [delivery.request.startAt, delivery.deferred?.until, notBefore, control?.until].filter((at) => at !== undefined && at > now);
  if (obstacles.length === 0) return { kind: 'submit', index: delivery.current, step, number };
  const until = new Date(Math.max(...obstacles.map((at) => (at as Date).getTime())));
  return { kind: 'wait', until: earliest(until, delivery.request.validUntil) };
}

/** To the next step, or to the end when the rest was called off or nothing is left. */
export function goOn({ delivery, plan, index, step, control, now }: StepInHand, reason: StepFailure): NextAction {
  const isLast = plan === undefined || stepsFor(plan, delivery.request.country)[index + 1] === undefined;
  if (isLast) return settle('exhausted', reason);
  if (delivery.halted !== undefined) return settle('cancelled', delivery.halted.reason);
  if (control?.state === 'stopped') return settle('cancelled', control.reason);
  if (now >= delivery.request.validUntil) return settle('validity-over', 'validity-over');
  return { kind: 'fall-back', from: index, step, reason };
}

export function settle(cause: SettleCause, reason: DeliveryReason | null): NextAction {
  return { kind: 'settle', cause, reason };
}

export function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

export function earliest(a: Date, b: Date): Date {
  return a <= b ? a : b;
}

/** Between asking and asking again: from 30 seconds, doubled each time, at most an hour. */
export function pollMs(asked: number): number {
  return Math.min(30_000 * 2 ** Math.min(asked, 10), 60 * 60_000);
}
