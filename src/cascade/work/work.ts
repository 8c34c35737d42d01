import type { ChannelProvider } from '../../channels/port.ts';
import type { MessengerEvents } from '../../events.ts';
import type { ActionContext, NextAction } from '../delivery/action.ts';
import type { Attempt, Delivery } from '../delivery/delivery.ts';
import type { DeliveryEvent } from '../delivery/delivery-event.ts';
import { isTerminal } from '../delivery/delivery-state.ts';
import { evolve } from '../delivery/evolve.ts';
import { nextAction } from '../delivery/next-action.ts';
import { isDoubleReach, lateSteps, reachingStep } from '../delivery/terminal-state.ts';
import { providerOf } from '../plan/check-plan.ts';
import { type CascadePlan, type CascadeStep, stepsFor } from '../plan/plan.ts';
import type { CascadePolicy } from '../plan/policy.ts';
import type { Claimed, DeliveryWrite } from '../stores/delivery-store.ts';
import type { Controls } from './controls.ts';
import type { TickCounts, TickDeps } from './tick-deps.ts';

/** What is the same for all deliveries of one tick. */
export interface TickFrame {
  readonly deps: TickDeps;
  readonly policy: CascadePolicy;
  readonly controls: Controls;
  readonly counts: TickCounts;
  readonly signal: AbortSignal;
  /** The store's clock at the claim. */
  readonly now: Date;
  /** The store's clock, carried on by the monotonic one. */
  readonly instant: () => Date;
  /** False when the lease is half spent or the tick was aborted: nothing more is started. */
  readonly mayStart: () => boolean;
}

type Notice = { [Name in keyof MessengerEvents]: readonly [name: Name, event: MessengerEvents[Name]] }[keyof MessengerEvents];

/** One claimed delivery on its way through a tick. */
export interface Work {
  claimed: Claimed;
  readonly plan: CascadePlan | undefined;
  delivery: Delivery;
  action: NextAction;
  /** An intent may be stored: the lease is not to be given back as if nothing had happened. */
  touched: boolean;
  ended: { readonly step: number; readonly attempt: Attempt }[];
  /** Told to the host once the delivery is written. */
  notices: Notice[];
}

/** How often a paused delivery is looked at again; resuming wakes it. */
const PAUSE_MS = 10 * 60_000;

/** Takes a claimed delivery in hand: folds what happened since, ends attempts whose worker is gone, and decides. */
export function takeInHand(frame: TickFrame, claimed: Claimed): Work {
  const plan = frame.deps.plans.get(claimed.delivery.request.plan);
  const work: Work = { claimed, plan, delivery: claimed.delivery, action: { kind: 'none' }, touched: false, ended: [], notices: [] };
  for (const event of claimed.pending) {
    work.delivery = evolve(work.delivery, event);
    if (event.type === 'attempt-ended') work.ended.push({ step: event.step, attempt: event.attempt });
    // Its lease is over and nobody said how it ended: the call may have been made.
    if (event.type === 'attempt-started')
      endAttempt(work, event.step, {
        ...event.attempt,
        endedAt: frame.now,
        result: { outcome: 'unknown', errorClass: 'unknown', reason: 'aborted', providerCode: null },
      });
  }
  advance(frame, work);
  return work;
}

/** Notes how an attempt ended. */
export function endAttempt(work: Work, step: number, attempt: Attempt): void {
  const waitFor = work.delivery.steps[step]?.waitFor ?? 'delivered';
  work.delivery = evolve(work.delivery, { type: 'attempt-ended', step, waitFor, attempt });
  work.ended.push({ step, attempt });
}

/** Decides, and carries out what needs nobody else: falling back and settling. What is left to do stands in `work.action`. */
export function advance(frame: TickFrame, work: Work): void {
  for (;;) {
    const action = nextAction(work.delivery, contextOf(frame, work));
    work.action = action;
    if (action.kind === 'fall-back') fallBack(frame, work, { from: action.from, step: action.step, reason: action.reason });
    else if (action.kind === 'settle') record(work, { type: 'settled', cause: action.cause, reason: action.reason, at: frame.instant() });
    else return;
  }
}

export function fallBack(frame: TickFrame, work: Work, { from, step, reason }: Omit<Extract<NextAction, { kind: 'fall-back' }>, 'kind'>): void {
  record(work, { type: 'fell-back', from, waitFor: step.waitFor, reason, at: frame.instant() });
  frame.counts.fellBack++;
  work.notices.push(['step-fell-back', { ...about(work), from: step.channel }]);
}

export function record(work: Work, event: DeliveryEvent): void {
  work.delivery = evolve(work.delivery, event);
}

/** The write that gives the delivery back: when to look at it again follows from what is left to do. */
export function writeOf(frame: TickFrame, work: Work): DeliveryWrite {
  const { lease, receipts, wake } = work.claimed;
  const keep = goesOn(frame, work);
  return { lease, delivery: work.delivery, dueAt: dueAt(frame, work.action), ended: work.ended, receipts, wake, ...(keep ? { keep } : {}) };
}

/** True when the next step wants to go out at once: the worker goes on with it instead of claiming it anew. Each time it is a later step. */
export function goesOn(frame: TickFrame, work: Work): boolean {
  const { action, claimed } = work;
  return action.kind === 'submit' && action.index > claimed.delivery.current && !hasClosedItsGate(work) && frame.mayStart();
}

/** True when the work has told the ledger of a refusal: nothing more can start under the claim it was made with, so it is written down and claimed anew. */
export function hasClosedItsGate({ claimed: { delivery: before }, delivery: { optOutRecordedAt, goneRecordedAt } }: Work): boolean {
  return optOutRecordedAt !== before.optOutRecordedAt || goneRecordedAt !== before.goneRecordedAt;
}

/** After a write that kept the lease: what is written is what it goes on from. */
export function goOnFrom(work: Work): void {
  work.claimed = { ...work.claimed, delivery: work.delivery, pending: [], receipts: [] };
  work.ended = [];
  work.notices = [];
}

/** What the host is told after the write: how the delivery ended, and what came too late. */
export function noticesOf(frame: TickFrame, work: Work): readonly Notice[] {
  const before = work.claimed.delivery;
  const { state, reason, steps, request } = work.delivery;
  const notices = [...work.notices];
  if (isTerminal(state) && before.state !== state) {
    frame.counts.settled++;
    const channel = steps[reachingStep(work.delivery) ?? -1]?.attempts.at(-1)?.channel;
    notices.push([
      'delivery-settled',
      { ...about(work), state, ...(reason === null ? {} : { reason }), ...(channel === undefined ? {} : { channel }) },
    ]);
  }
  const known = new Set(lateSteps(before));
  for (const index of lateSteps(work.delivery)) {
    const channel = steps[index]?.attempts.at(-1)?.channel;
    if (channel !== undefined && !known.has(index) && request.id === before.request.id)
      notices.push(['late-delivery', { ...about(work), channel, doubleReach: isDoubleReach(work.delivery) }]);
  }
  return notices;
}

export function about({ delivery: { request } }: Work): { readonly deliveryId: string; readonly campaignId?: string } {
  return { deliveryId: request.id, ...(request.campaignId === undefined ? {} : { campaignId: request.campaignId }) };
}

export function providerFor(frame: TickFrame, step: CascadeStep): ChannelProvider | undefined {
  return providerOf(step, frame.deps.providers);
}

export function hasStepAfter({ plan, delivery }: Work, index: number): boolean {
  return plan !== undefined && stepsFor(plan, delivery.request.country)[index + 1] !== undefined;
}

function contextOf(frame: TickFrame, { claimed, plan, delivery }: Work): ActionContext {
  const control = frame.controls(delivery.request);
  return {
    now: frame.instant(),
    plan,
    providerOf: (step) => providerFor(frame, step),
    goneCodes: (id) => frame.deps.providers.find((provider) => provider.id === id)?.capabilities.goneCodes ?? [],
    policy: frame.policy,
    strikes: claimed.strikes,
    ...(control === undefined
      ? {}
      : {
          control: control.state === 'paused' ? { state: 'paused', until: new Date(frame.now.getTime() + (control.recheckMs ?? PAUSE_MS)) } : control,
        }),
  };
}

/** When a delivery is looked at again, by what is left to do. */
export function dueAt(frame: Pick<TickFrame, 'instant'>, action: NextAction): Date | null {
  switch (action.kind) {
    case 'none':
      return null;
    case 'wait':
      return action.until;
    default:
      return frame.instant();
  }
}
