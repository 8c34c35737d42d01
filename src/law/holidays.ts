import type { IsoDate } from './pack.ts';

const dayMs = 86_400_000;

function isoDay(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Moves a calendar day by whole days. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Western Easter Sunday by the Gregorian computus. */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25);
  const h = (19 * a + d + 15) % 30;
  const i = h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - a) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - b + Math.floor(b / 4)) % 7;
  const l = i - j;
  const month = 3 + Math.floor((l + 40) / 44);
  return isoDay(year, month, l + 28 - 31 * Math.floor(month / 4));
}

/** Orthodox Easter Sunday, as a Gregorian day; exact from 1900 to 2099. */
export function orthodoxEasterSunday(year: number): IsoDate {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  return addDays(isoDay(year, month, ((d + e + 114) % 31) + 1), 13);
}

/** The nth (from 1; -1 is the last) given ISO weekday of a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): IsoDate {
  if (nth < 0) {
    const last = isoDay(year, month + 1, 0);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = isoDay(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

/** Days of the given years: `MM-DD` each year, and those a function finds. */
export function holidaysOf(
  years: readonly number[],
  fixed: readonly string[],
  movable: (year: number) => readonly IsoDate[] = () => [],
): readonly IsoDate[] {
  return years.flatMap((year) => [...fixed.map((day) => `${year}-${day}`), ...movable(year)]).toSorted();
}
