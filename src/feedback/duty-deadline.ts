import { isInForce } from '../law/in-force.ts';
import type { DeadlineEntry, LawPack } from '../law/pack.ts';

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
          dueAt: endOf(entry, receivedAt, new Set(pack.holidays)),
          pack: pack.id,
          basis: entry.basis,
          confidence: entry.confidence,
        })),
    );
  return found.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
}

/** Counts calendar time, or working days without weekends and the pack's holidays. */
function endOf(entry: DeadlineEntry, from: Date, holidays: ReadonlySet<string>): Date {
  if (entry.hours !== undefined) return new Date(from.getTime() + entry.hours * 3_600_000);
  if (entry.workingDays === undefined) return new Date(from.getTime() + (entry.calendarDays ?? 0) * DAY_MS);
  let at = from.getTime();
  for (let left = entry.workingDays; left > 0; ) {
    at += DAY_MS;
    const day = new Date(at);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!weekend && !holidays.has(day.toISOString().slice(0, 10))) left--;
  }
  return new Date(at);
}
