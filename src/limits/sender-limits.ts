import type { IsoDate } from '../law/pack.ts';
import type { SubjectRef } from '../ledger/subject-ref.ts';
import { calendarPeriod } from '../windows/index.ts';
import type { Charge } from './counter-store.ts';

/** How fast one sender, or one provider's account, may send. */
export interface PaceLimits {
  /** Calls in any second. */
  readonly perSecond?: number | undefined;
  /** Messages to one person in any stretch of `perMs`. */
  readonly perPair?: { readonly max: number; readonly perMs: number } | undefined;
}

/** Limits of a sender beyond its pace. */
export interface SenderLimits extends PaceLimits {
  /** Different people in any 24 hours, shared by all senders of one portfolio. Source: facts on the WhatsApp platform, section 9. */
  readonly portfolio?: { readonly id: string; readonly maxRecipients: number } | undefined;
  /** Volumes of the first days of a new sender. */
  readonly warmUp?: WarmUp | undefined;
}

/** How many messages a new sender sends on each of its first days; afterwards only its other limits hold. */
export interface WarmUp {
  /** Day on which `perDay[0]` holds; before it, the same number does. */
  readonly startsOn: IsoDate;
  readonly perDay: readonly number[];
  /** IANA zone whose days are counted. @default 'UTC' */
  readonly zone?: string | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Paces a key so that no sliding second holds more than `perSecond` calls, as long as each call starts within `slackMs` after its slot.
 * No slot is given before `leadMs` are over: what the caller needs until it can call. Slots are `(1000 + slackMs) / perSecond` apart: the calls of any half-open second have slots in a stretch of `1000 + slackMs`.
 */
export function paceCharge(key: string, perSecond: number | undefined, slackMs: number, horizonMs: number, leadMs: number = 0): Charge {
  if (perSecond === undefined) return { kind: 'rate', key, everyMs: 0, horizonMs };
  return { kind: 'rate', key, everyMs: (1000 + slackMs) / perSecond, horizonMs, leadMs: Math.min(leadMs, horizonMs) };
}

/** At most `max` to one person within `perMs`. */
export function pairCharge(key: string, subject: SubjectRef, pair: { readonly max: number; readonly perMs: number }): Charge {
  return { kind: 'log', key: `pair/${key}/${subject}`, max: pair.max, windowMs: pair.perMs };
}

/** At most so many different people in a rolling day. */
export function portfolioCharge(portfolio: { readonly id: string; readonly maxRecipients: number }, subject: SubjectRef): Charge {
  return { kind: 'unique', key: `portfolio/${portfolio.id}`, member: subject, max: portfolio.maxRecipients, windowMs: DAY_MS };
}

/** One message of a sender that is getting known; `undefined` once its first days are over. @throws {UnknownTimeZoneError} */
export function warmUpCharge(key: string, { startsOn, perDay, zone = 'UTC' }: WarmUp, now: Date): Charge | undefined {
  const { firstDay, endsAt } = calendarPeriod(now, zone, 'calendar-day');
  const day = Math.max(0, (Date.parse(firstDay) - Date.parse(startsOn)) / DAY_MS);
  const max = perDay[day];
  return max === undefined ? undefined : { kind: 'sum', key: `warm-up/${key}/${firstDay}`, amount: 1, max, expiresAt: endsAt };
}

/** Counter key of a provider's account. */
export function accountKey(provider: string): string {
  return `account/${provider}`;
}

/** Counter key of a sender at a provider: the one that a 429 or a breaker closes. */
export function senderKey(provider: string, sender: string): string {
  return `sender/${provider}/${sender}`;
}
