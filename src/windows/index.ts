export { type CalendarPeriod, calendarPeriod } from './calendar-period.ts';
export { type Holidays, type HostWindow, noHolidays } from './hours.ts';
export { type LocalTime, localIso, localTime } from './local-time.ts';
export { type LawfulInstant, LOOK_AHEAD_MS, nextLawfulInstant, type WindowQuestion, windowEnd } from './next-lawful.ts';
export { defaultWindow, selectHolidays, selectWindows, type WindowScope } from './select-windows.ts';
export { type WindowMemo, windowMemo } from './window-memo.ts';
export { isTimeZone, spanAt, UnknownTimeZoneError, type ZoneSpan } from './zone.ts';
