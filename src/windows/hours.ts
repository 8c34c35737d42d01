import { InvalidOptionsError } from '../errors.ts';
import { isInForce } from '../law/in-force.ts';
import type { DayHours, IsoDate, WindowEntry } from '../law/pack.ts';
import { calendarDay } from './local-time.ts';

/** Allowed spans of one local day, milliseconds since midnight, sorted, apart, end excluded. */
export type DaySpans = readonly (readonly [startMs: number, endMs: number])[];

/** Hours a host sets for itself, stricter than the law; they bind every day. */
export type HostWindow = Pick<WindowEntry, 'weekdays' | 'saturday' | 'sunday' | 'holidays'>;

/** Public holidays of a place, and the years for which the list is complete. */
export interface Holidays {
  readonly dates: ReadonlySet<IsoDate>;
  readonly years: ReadonlySet<number>;
}

/** A window ready for arithmetic: what one local day allows. */
export type WindowHours = (epochDay: number, holidays: Holidays) => DaySpans;

/** A place without known holidays. */
export const noHolidays: Holidays = { dates: new Set(), years: new Set() };

const DAY_MS = 86_400_000;
const WHOLE_DAY: DaySpans = [[0, DAY_MS]];

/**
 * Compiles a law's or a host's window. A dated entry binds only on the days it is in force; elsewhere the day is free.
 * On a day that may be a holiday for all we know, only hours that a holiday allows too are allowed: under a statute always, under other hours
 * when the list of holidays has run out of years. Where operators or advice name holidays that nobody lists, the day of the week decides.
 * @throws {InvalidOptionsError} for hours that are not `HH:MM`, or that end before they start.
 */
export function windowHours(window: WindowEntry | HostWindow): WindowHours {
  const weekdays = daySpans(window.weekdays, 'weekdays');
  const friday = 'friday' in window && window.friday !== undefined ? daySpans(window.friday, 'friday') : weekdays;
  const saturday = daySpans(window.saturday, 'saturday');
  const sunday = daySpans(window.sunday, 'sunday');
  const holiday = daySpans(window.holidays, 'holidays');
  const careful = [weekdays, friday, saturday, sunday].map((spans) => intersect(spans, holiday));
  const isStatute = 'strength' in window && window.strength === 'statute';
  return (epochDay, holidays) => {
    const { iso, year, weekday } = calendarDay(epochDay);
    if ('since' in window && !isInForce(window, iso)) return WHOLE_DAY;
    if (holidays.dates.has(iso)) return holiday;
    if (!holidays.years.has(year) && (isStatute || holidays.years.size > 0)) return careful[Math.max(weekday - 4, 0)]!;
    return weekday < 5 ? weekdays : weekday === 5 ? friday : weekday === 6 ? saturday : sunday;
  };
}

function daySpans(hours: DayHours, path: string): DaySpans {
  const spans = hours.map(([start, end], index) => {
    const span = [clockMs(start), clockMs(end)] as const;
    if (!(span[0] < span[1])) {
      throw new InvalidOptionsError('A window cannot be read.', [
        { path: `${path}.${index}`, expected: 'two times HH:MM from 00:00 to 24:00, the start before the end; split hours that pass midnight' },
      ]);
    }
    return span;
  });
  spans.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function clockMs(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/u.exec(time);
  const ms = match === null ? Number.NaN : (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  return ms <= DAY_MS ? ms : Number.NaN;
}

function intersect(a: DaySpans, b: DaySpans): DaySpans {
  return a.flatMap(([start, end]) =>
    b.flatMap(([from, to]) => (Math.max(start, from) < Math.min(end, to) ? [[Math.max(start, from), Math.min(end, to)] as const] : [])),
  );
}
