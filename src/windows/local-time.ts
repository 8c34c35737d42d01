import type { IsoDate } from '../law/pack.ts';
import { spanAt } from './zone.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Wall clock and calendar of one place at one instant. */
export interface LocalTime {
  readonly day: IsoDate;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** Whole minutes since local midnight, 0 to 1439. */
  readonly minutes: number;
  /** Local time minus UTC, in milliseconds. */
  readonly offsetMs: number;
}

/** What clocks show in a zone at an instant. @throws {UnknownTimeZoneError} */
export function localTime(instant: Date, zone: string): LocalTime {
  const ms = instant.getTime();
  const { offsetMs } = spanAt(zone, ms);
  const local = ms + offsetMs;
  const { epochDay, iso, weekday } = calendarDay(Math.floor(local / DAY_MS));
  return { day: iso, weekday, minutes: Math.floor((local - epochDay * DAY_MS) / MINUTE_MS), offsetMs };
}

/** Local time as `YYYY-MM-DDTHH:MM±HH:MM`, the form the linter's `at` takes. @throws {UnknownTimeZoneError} */
export function localIso(instant: Date, zone: string): string {
  const { day, minutes, offsetMs } = localTime(instant, zone);
  const shift = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  return `${day}T${clock(minutes)}${offsetMs < 0 ? '-' : '+'}${clock(shift)}`;
}

/** A day of the calendar, counted from 1970-01-01. */
export interface CalendarDay {
  readonly epochDay: number;
  readonly iso: IsoDate;
  readonly year: number;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
}

// Messages of one moment share a few days: naming a day costs more than all other arithmetic of a window.
const recentDays: (CalendarDay | undefined)[] = new Array(32).fill(undefined);

/** Names a day counted from 1970-01-01, which was a Thursday. */
export function calendarDay(epochDay: number): CalendarDay {
  const recent = recentDays[epochDay & 31];
  if (recent?.epochDay === epochDay) return recent;
  const iso = new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
  const day = { epochDay, iso, year: Number(iso.slice(0, 4)), weekday: ((((epochDay + 3) % 7) + 7) % 7) + 1 };
  recentDays[epochDay & 31] = day;
  return day;
}

function clock(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
