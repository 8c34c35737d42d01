import { isInForce } from '../law/in-force.ts';
import type { DeadlineEntry, LawPack } from '../law/pack.ts';

/** When a complaint must be answered, and by which entry of the law; no entry: the host's own days. */
export interface ComplaintDeadline {
  readonly dueAt: Date;
  readonly pack: string | null;
}

const DAY_MS = 86_400_000;

/** The earliest deadline that the country's law sets for answering a complaint; without one, `houseDays` calendar days. */
export function complaintDeadline(packs: readonly LawPack[], country: string | null, receivedAt: Date, houseDays = 10): ComplaintDeadline {
  const on = receivedAt.toISOString().slice(0, 10);
  const found = packs
    .filter((pack) => pack.country !== null && pack.country === country)
    .flatMap((pack) =>
      pack.deadlines
        .filter((entry) => (entry.duty === 'complaint' || entry.duty === 'stop-processing') && isInForce(entry, on))
        .map((entry) => ({ dueAt: endOf(entry, receivedAt, new Set(pack.holidays)), pack: pack.id })),
    )
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  return found ?? { dueAt: new Date(receivedAt.getTime() + houseDays * DAY_MS), pack: null };
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
