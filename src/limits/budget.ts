import type { Channel, MessageKind } from '../law/vocabulary.ts';
import { calendarPeriod } from '../windows/index.ts';
import type { Charge } from './counter-store.ts';

/** What prices depend on. */
export interface PriceQuestion {
  readonly channel: Channel;
  readonly kind: MessageKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly segments: number;
  readonly provider: string;
}

/** What messages cost, from the host's contracts. */
export interface PriceBook {
  /** The most one message can cost, in millionths of the budget currency; `undefined` when there is no price: such a message passes no budget. */
  worstCase(question: PriceQuestion): number | undefined;
}

/** Money that may be spent under one name, reserved at the worst price before each call. */
export interface Budget {
  /** Names the counter; holds the period where there is one. */
  readonly key: string;
  readonly maxMicros: number;
  /** When the period is over; a budget without periods is kept for as long as its campaign may run. */
  readonly expiresAt: Date;
}

/** A campaign's whole budget. */
export function campaignBudget(campaignId: string, maxMicros: number, endsAt: Date): Budget {
  return { key: `budget/campaign/${campaignId}`, maxMicros, expiresAt: endsAt };
}

/** A budget for each calendar day of the host's zone. @throws {UnknownTimeZoneError} */
export function dailyBudget(name: string, maxMicros: number, zone: string, now: Date): Budget {
  const { firstDay, endsAt } = calendarPeriod(now, zone, 'calendar-day');
  return { key: `budget/day/${name}/${firstDay}`, maxMicros, expiresAt: endsAt };
}

/** What one message of a price costs under a budget. */
export function budgetCharge(budget: Budget, priceMicros: number): Charge {
  return { kind: 'sum', key: budget.key, amount: priceMicros, max: budget.maxMicros, expiresAt: budget.expiresAt };
}
