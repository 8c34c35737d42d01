import { addDays, weekdayOf } from '../law/holidays.ts';
import { isInForce } from '../law/in-force.ts';
import type { DeadlineEntry, LawPack } from '../law/pack.ts';
import { zonesOfCountry } from '../phone/index.ts';
import { localTime } from '../windows/index.ts';

/** By when a duty to people must be done, and which entry of the law says so. */
export interface DutyDeadline {
  readonly dueAt: Date;
  readonly pack: string;
  readonly basis: DeadlineEntry['basis'];
  readonly confidence: DeadlineEntry['confidence'];
}

const DAY_MS = 86_400_000;

/** The earliest deadline that the country's law sets for any of these duties, from the moment the request came in; `null` when it sets none. Pure. */
export function dutyDeadline(
  packs: readonly LawPack[],
  country: string | null,
  duties: readonly DeadlineEntry['duty'][],
  receivedAt: Date,
): DutyDeadline | null {
  const on = receivedAt.toISOString().slice(0, 10);
  const found = packs
    .filter((pack) => pack.country !== null && pack.country === country)
    .flatMap((pack) =>
      pack.deadlines
        .filter((entry) => duties.includes(entry.duty) && isInForce(entry, on))
        .map((entry) => ({
          dueAt: endOf(entry, receivedAt, pack),
          pack: pack.id,
          basis: entry.basis,
          confidence: entry.confidence,
        })),
    );
  return found.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}

/**
 * Counts calendar time, or working days by the country's own days: from the day that has begun there last, without its weekend and the pack's holidays.
 * In a year whose holidays are unknown every weekday counts, so that the deadline is never too late.
 */
function endOf(entry: DeadlineEntry, from: Date, { country, holidays: known }: LawPack): Date {
  if (entry.hours !== undefined) return new Date(from.getTime() + entry.hours * 3_600_000);
  if (entry.workingDays === undefined) return new Date(from.getTime() + (entry.calendarDays ?? 0) * DAY_MS);
  const holidays = new Set(known);
  const weekend = weekendOf(country ?? 'US');
  const earliest = zonesOfCountry(country ?? '').map((zone) => localTime(from, zone).day);
  let day = earliest.toSorted()[0] ?? from.toISOString().slice(0, 10);
  let passed = 0;
  for (let left = entry.workingDays; left > 0; ) {
    day = addDays(day, 1);
    passed += 1;
    if (!weekend.has(weekdayOf(day)) && !holidays.has(day)) left--;
  }
  return new Date(from.getTime() + passed * DAY_MS);
}

/** ISO weekdays that are not worked in a country, by the locale data of this Node. */
function weekendOf(country: string): ReadonlySet<number> {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly weekInfo?: { readonly weekend: readonly number[] };
    getWeekInfo?(): { readonly weekend: readonly number[] };
  };
  return new Set((locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7]);
}
