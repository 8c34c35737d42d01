import type { ChannelProvider } from '../../channels/port.ts';
import type { Clearance, ClearancePort, ClearanceRequest, DeferReason, RefusalReason } from '../../clearance/clearance.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { DeliveryRequest } from '../delivery/delivery.ts';
import { providerOf } from '../plan/check-plan.ts';
import { type CascadePlan, type CascadeStep, stepsFor } from '../plan/plan.ts';
import { clearanceRequest } from '../work/clearance-request.ts';

/** One message that would go out. */
export interface ForecastMessage {
  readonly channel: Channel;
  readonly provider: string;
  readonly at: Date;
  readonly segments: number;
  readonly priceMicros: number;
}

/** What would become of one person: the first message, what may follow it, or why none goes. */
export type PersonForecast =
  | { readonly outcome: 'goes'; readonly first: ForecastMessage; readonly further: readonly ForecastMessage[]; readonly waits: DeferReason | null }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason | 'held-out'; readonly rules: readonly string[] }
  /** Put off again and again until its end. */
  | { readonly outcome: 'expires'; readonly reason: DeferReason | 'validity-over' };

/** One person on the way through their plan. */
export interface Walker {
  readonly request: DeliveryRequest;
  readonly plan: CascadePlan;
  readonly steps: readonly CascadeStep[];
  index: number;
  at: Date;
  /** Id of the provider that was asked about last. */
  provider: string;
  deferrals: number;
  waits: DeferReason | null;
  reason: RefusalReason | undefined;
  rules: readonly string[];
  first: ForecastMessage | undefined;
  readonly further: ForecastMessage[];
  done: PersonForecast | undefined;
}

export interface WalkDeps {
  readonly providers: readonly ChannelProvider[];
  /** Decides about first messages. */
  readonly first: ClearancePort;
  /** Decides about what follows them. */
  readonly further: ClearancePort;
}

/** Instants are rounded up to this, so that people who wait for their own moments are still asked about together. */
const ROUND_MS = 15 * 60_000;
const MAX_DEFERRALS = 40;

export function startWalk(request: DeliveryRequest, plan: CascadePlan, now: Date): Walker {
  const at = request.startAt !== undefined && request.startAt > now ? request.startAt : now;
  const steps = stepsFor(plan, request.country);
  const blank = { index: 0, provider: '', deferrals: 0, waits: null, reason: undefined, rules: [], first: undefined, further: [], done: undefined };
  return { request, plan, steps, at, ...blank };
}

/** Leads people through their plans as a worker would, a moment at a time, and asks the very same clearance at each step. */
export async function walkAll(deps: WalkDeps, walkers: readonly Walker[]): Promise<void> {
  for (;;) {
    const open = walkers.filter((walker) => settleOrPlace(deps, walker));
    if (open.length === 0) return;
    const groups = Map.groupBy(open, ({ at, first }) => `${first === undefined ? 'first' : 'further'}/${at.getTime()}`);
    for (const group of groups.values()) {
      const { at, first } = group[0]!;
      const port = first === undefined ? deps.first : deps.further;
      const clearances = await port.clear(group.map(askOf), at);
      for (const [place, walker] of group.entries()) follow(walker, clearances[place]!);
    }
  }
}

/** Passes over steps that cannot be asked about. True when the walker stands at one that can. */
function settleOrPlace(deps: WalkDeps, walker: Walker): boolean {
  while (walker.done === undefined) {
    const step = walker.steps[walker.index];
    if (step === undefined) walker.done = endOf(walker);
    else if (walker.first !== undefined && step.failover === true) walker.index++;
    else {
      const provider = providerOf(step, deps.providers);
      if (provider !== undefined) {
        walker.provider = provider.id;
        return true;
      }
      walker.reason = 'provider-missing';
      walker.index++;
    }
  }
  return false;
}

function askOf({ request, steps, index, provider }: Walker): ClearanceRequest {
  return clearanceRequest(request, steps[index]!, { index, provider, epoch: 0 });
}

function follow(walker: Walker, clearance: Clearance): void {
  const step = walker.steps[walker.index]!;
  if (clearance.verdict === 'cleared') {
    const { segments, reservation } = clearance;
    const message = { channel: step.channel, provider: walker.provider, at: walker.at, segments, priceMicros: reservation.priceMicros };
    if (walker.first === undefined) walker.first = message;
    else walker.further.push(message);
    next(walker, step.fallBackAfterMs ?? 0);
    return;
  }
  if (clearance.verdict === 'deferred') {
    if (walker.first === undefined) walker.waits ??= clearance.reason;
    const until = roundUp(clearance.until, walker.request.validUntil);
    if (until <= walker.at || until >= walker.request.validUntil || ++walker.deferrals > MAX_DEFERRALS)
      walker.done = walker.first === undefined ? { outcome: 'expires', reason: clearance.reason } : endOf(walker);
    else walker.at = until;
    return;
  }
  walker.reason = clearance.reason;
  if (walker.rules.length === 0) walker.rules = [...new Set((clearance.diagnostics ?? []).map(({ rule }) => rule))];
  if (clearance.scope === 'delivery') walker.done = endOf(walker, clearance.reason);
  else next(walker, 0);
}

function next(walker: Walker, afterMs: number): void {
  walker.index++;
  const at = new Date(walker.at.getTime() + afterMs);
  if (at >= walker.request.validUntil) walker.done = walker.first === undefined ? { outcome: 'expires', reason: 'validity-over' } : endOf(walker);
  walker.at = at;
}

/** A first message that went stands, whatever came after it. */
function endOf({ first, further, waits, reason = 'provider-missing', rules }: Walker, final: RefusalReason = reason): PersonForecast {
  return first === undefined ? { outcome: 'refused', reason: final, rules } : { outcome: 'goes', first, further, waits };
}

function roundUp(at: Date, end: Date): Date {
  const rounded = new Date(Math.ceil(at.getTime() / ROUND_MS) * ROUND_MS);
  return rounded < end ? rounded : at;
}
