import type { CapEntry, IsoDate } from '../law/pack.ts';
import { calendarDay } from './local-time.ts';
import { spanAt } from './zone.ts';

const DAY_MS = 86_400_000;

/** A day, ISO week or month on a person's calendar. */
export interface CalendarPeriod {
  /** First day of the period: names it within its kind. */
  readonly firstDay: IsoDate;
  /** First instant after it. */
  readonly endsAt: Date;
}

/** The period around an instant on the calendar of a zone; weeks start on Monday. @throws {UnknownTimeZoneError} */
export function calendarPeriod(instant: Date, zone: string, per: Extract<CapEntry['per'], string>): CalendarPeriod {
  const ms = instant.getTime();
  const today = Math.floor((ms + spanAt(zone, ms).offsetMs) / DAY_MS);
  const [first, next] = daysOf(today, per);
  return { firstDay: calendarDay(first).iso, endsAt: new Date(localMidnight(next, zone)) };
}

function daysOf(today: number, per: Extract<CapEntry['per'], string>): readonly [first: number, next: number] {
  if (per === 'calendar-day') return [today, today + 1];
  const { weekday, iso } = calendarDay(today);
  if (per === 'calendar-week') return [today - weekday + 1, today - weekday + 8];
  const month = new Date(`${iso.slice(0, 7)}-01T00:00:00Z`);
  return [month.getTime() / DAY_MS, Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1) / DAY_MS];
}

/** The first instant of a local day; where midnight falls into a gap, the gap's end. */
function localMidnight(epochDay: number, zone: string): number {
  const local = epochDay * DAY_MS;
  // No offset exceeds 26 hours between extremes: the day's start lies in a span around this stretch.
  for (let at = local - DAY_MS; ; ) {
    const span = spanAt(zone, at);
    const midnight = Math.max(local - span.offsetMs, span.fromMs);
    if (midnight < span.toMs) return midnight;
    at = span.toMs;
  }
}
