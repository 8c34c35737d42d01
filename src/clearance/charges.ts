import {
  accountKey,
  budgetCharge,
  type Charge,
  capCharges,
  type PersonCap,
  paceCharge,
  pairCharge,
  portfolioCharge,
  type SenderLimits,
  senderKey,
  type TakeResult,
  warmUpCharge,
} from '../limits/index.ts';
import type { ClearanceRequest, DeferReason } from './clearance.ts';
import type { ClearanceDeps, QualityHold } from './clearance-deps.ts';
import { confirmationEnd } from './lawful-ground.ts';
import type { StepFacts } from './step-facts.ts';
import { deferred, type Held, refused } from './verdict.ts';

/** A charge with what it means when it does not fit. */
interface Limit {
  readonly charge: Charge;
  readonly reason: DeferReason | 'already-confirmed';
  /** For caps: whether another channel may still be free. */
  readonly scope?: 'step' | 'delivery';
}

/** All limits of one submit, and the worst it can cost. */
export interface Bill {
  readonly limits: readonly Limit[];
  readonly priceMicros: number;
}

/** How long a message is, the pace that monitoring slows its like down to, and what passes until it could be called, in milliseconds. */
interface Billed {
  readonly segments: number;
  readonly leadMs?: number | undefined;
  readonly slowed?: Extract<QualityHold, { readonly perSecond: number }> | undefined;
}

const RECHECK_BUDGET_MS = 15 * 60_000;

/** What one submit must be let through by. Without a price nothing passes a budget. */
export function billOf(
  request: ClearanceRequest,
  facts: StepFacts,
  { segments, slowed, leadMs }: Billed,
  deps: ClearanceDeps,
  now: Date,
): Bill | Held {
  const { channel, kind, country, provider, subject } = request;
  const { slackMs = 100, horizonMs = 1_000 } = deps;
  const own = deps.limits?.(request);
  const price = deps.prices?.worstCase({ channel, kind, country, segments, provider });
  const budgets = deps.budgets?.(request, now) ?? [];
  if (budgets.length > 0 && price === undefined) return deferred(new Date(now.getTime() + RECHECK_BUDGET_MS), 'budget');

  const key = senderKey(provider, request.sender);
  const { perSecond, perPair } = facts.capabilities.limits;
  const limits: Limit[] = [{ charge: paceCharge(key, own?.perSecond, slackMs, horizonMs, leadMs), reason: 'rate-limit' }];
  if (perSecond !== undefined) limits.push({ charge: paceCharge(accountKey(provider), perSecond, slackMs, horizonMs, leadMs), reason: 'rate-limit' });
  for (const [index, pair] of [perPair, own?.perPair].entries()) {
    if (pair !== undefined) limits.push({ charge: pairCharge(`${key}/${index}`, subject, pair), reason: 'pair-rate' });
  }
  if (slowed !== undefined)
    limits.push({ charge: paceCharge(`quality/${slowed.id}`, slowed.perSecond, slackMs, horizonMs, leadMs), reason: 'quality-hold' });
  const warmUp = own?.warmUp === undefined ? undefined : warmUpCharge(key, own.warmUp, now);
  if (warmUp !== undefined) limits.push({ charge: warmUp, reason: 'warm-up' });
  const portfolio = portfolioOf(own, provider, deps.accountState?.(provider, now)?.dailyReach);
  if (portfolio !== undefined) limits.push({ charge: portfolioCharge(portfolio, subject), reason: 'portfolio-limit' });
  for (const cap of [...facts.law.caps, ...(deps.caps ?? []).filter((cap) => concerns(cap, request))]) {
    const scope = cap.channels === undefined ? 'delivery' : 'step';
    for (const charge of capCharges(cap, subject, facts.zones, now)) limits.push({ charge, reason: 'frequency-cap', scope });
  }
  for (const budget of budgets) limits.push({ charge: budgetCharge(budget, price!), reason: 'budget' });
  const confirmBy = request.confirms && confirmationEnd(request.confirms, facts.law);
  if (request.confirms !== undefined && confirmBy !== undefined) {
    const charge: Charge = { kind: 'sum', key: `confirmation/${request.confirms.recordId}`, amount: 1, max: 1, expiresAt: confirmBy };
    limits.push({ charge, reason: 'already-confirmed' });
  }
  return { limits, priceMicros: price ?? 0 };
}

/** The host's limit of people a day and the platform's: the lower holds. */
function portfolioOf(own: SenderLimits | undefined, provider: string, reach: number | undefined): SenderLimits['portfolio'] {
  if (reach === undefined) return own?.portfolio;
  const { id, maxRecipients } = own?.portfolio ?? { id: `platform/${provider}`, maxRecipients: reach };
  return { id, maxRecipients: Math.min(maxRecipients, reach) };
}

/** What it means for a step that a limit did not let it through. */
export function heldByLimit(bill: Bill, result: Extract<TakeResult, { readonly taken: false }>, validUntil: Date, now: Date): Held {
  const { reason, scope = 'step' } = bill.limits[result.charge]!;
  const retryAt = result.retryAt !== null && result.retryAt < validUntil ? result.retryAt : undefined;
  switch (reason) {
    case 'already-confirmed':
      return refused('delivery', 'consent-withdrawn');
    case 'frequency-cap':
      return retryAt === undefined ? refused(scope, 'frequency-cap') : deferred(retryAt, 'frequency-cap');
    case 'budget':
      return deferred(earlier(retryAt ?? validUntil, new Date(now.getTime() + RECHECK_BUDGET_MS)), 'budget');
    case 'rate-limit':
      return deferred(retryAt ?? validUntil, result.cause === 'closed' ? 'sender-closed' : 'rate-limit');
    default:
      return deferred(retryAt ?? validUntil, reason);
  }
}

function concerns(cap: PersonCap, { kind, channel, purpose }: ClearanceRequest): boolean {
  return (
    cap.kinds.includes(kind) &&
    (cap.channels === undefined || cap.channels.includes(channel)) &&
    (cap.purposes === undefined || (purpose !== undefined && cap.purposes.includes(purpose)))
  );
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
