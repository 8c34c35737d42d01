import type { DayHours } from '../../law/pack.ts';
import type { RuleSettings, Subject } from '../rule.ts';

const usual: DayHours = [['09:00', '20:00']];

/** Hours of a local day by the settings of a pack's entry; an empty list bars the day. A holiday's hours win over the weekday's. */
export function hoursOfDay(local: NonNullable<Subject['local']>, settings: RuleSettings): DayHours {
  const holidays = Array.isArray(settings.holidayDates) ? (settings.holidayDates as readonly string[]) : [];
  const weekdays = hours(settings.weekdays, usual);
  const byWeekday =
    local.weekday === 7 ? settings.sunday : local.weekday === 6 ? settings.saturday : local.weekday === 5 ? settings.friday : weekdays;
  const ordinary = hours(byWeekday, weekdays);
  if (!holidays.includes(local.day)) return ordinary;
  const holiday = hours(settings.holidays, ordinary);
  return ordinary.length === 0 ? ordinary : holiday;
}

function hours(value: unknown, fallback: DayHours): DayHours {
  return Array.isArray(value) ? (value as DayHours) : fallback;
}

/** Whether a minute of the day lies within the hours, ends excluded. */
export function isWithin(spans: DayHours, minutes: number): boolean {
  return spans.some(([start, end]) => toMinutes(start) <= minutes && minutes < toMinutes(end));
}

function toMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
