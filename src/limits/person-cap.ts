import type { CapEntry } from '../law/pack.ts';
import type { SubjectRef } from '../ledger/subject-ref.ts';
import { calendarPeriod } from '../windows/index.ts';
import type { Charge } from './counter-store.ts';

/** How the keys of a person's caps begin. */
export const CAP_PREFIX = 'cap/';

/** At most `max` messages to one person in a period, over all channels and senders of the tenant that the cap concerns. */
export interface PersonCap extends Pick<CapEntry, 'kinds' | 'channels' | 'max' | 'per'> {
  /** Names the counter: caps with one id share it. */
  readonly id: string;
  /** The host's purposes it concerns; all when absent. Their messages count together. */
  readonly purposes?: readonly string[];
}

/**
 * What one message costs under a cap. Where the person's zone is not known, it counts in every calendar period that may be the person's,
 * so that the true one is never passed.
 */
export function capCharges(cap: PersonCap, subject: SubjectRef, zones: readonly string[], now: Date): readonly Charge[] {
  const { id, max, per } = cap;
  if (typeof per === 'object') return [{ kind: 'log', key: `${CAP_PREFIX}${id}/${subject}`, max, windowMs: per.hours * 3_600_000 }];
  const periods = new Map<string, Date>();
  for (const zone of zones.length === 0 ? ['UTC'] : zones) {
    const { firstDay, endsAt } = calendarPeriod(now, zone, per);
    const known = periods.get(firstDay);
    if (known === undefined || known < endsAt) periods.set(firstDay, endsAt);
  }
  return [...periods].map(([firstDay, expiresAt]) => ({ kind: 'sum', key: `${CAP_PREFIX}${id}/${subject}/${firstDay}`, amount: 1, max, expiresAt }));
}
