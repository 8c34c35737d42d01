import { addDays, easterSunday, holidaysOf, weekdayOf } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['en', 'af'];
const years = [2024, 2025, 2026, 2027];
/** A holiday on a Sunday is also kept on Monday. */
const holidays = holidaysOf(years, ['01-01', '03-21', '04-27', '05-01', '06-16', '08-09', '09-24', '12-16', '12-25', '12-26'], (year) => {
  const easter = easterSunday(year);
  return [addDays(easter, -2), addDays(easter, 1)];
})
  .flatMap((day) => (weekdayOf(day) === 7 ? [day, addDays(day, 1)] : [day]))
  .toSorted();

const cpa = (article: string) => entry('CPA 68/2008', article, 'P', '2011-04-01');
const popia = (article: string) => entry('POPIA', article, '2', '2021-07-01');
const window = marketingHours(cpa('s. 12 notice: the time of sending counts'), {
  strength: 'statute',
  weekdays: '08:00-20:00',
  saturday: '09:00-13:00',
  sunday: '-',
  holidays: '-',
});

/** South Africa: CPA, POPIA, WASPA code. */
export function za(): LawPack {
  return countryPack({
    id: 'za',
    country: 'ZA',
    name: { en: 'South Africa', ru: 'ЮАР' },
    rules: [
      ...hourRules([window], holidays),
      ...namedSenders([[entry('South African operators', 'names are carried by MTN on registration, else replaced by a number', 'V'), {}]]),
      ...mentions({ languages, name: popia('s. 69'), optOut: popia('s. 69; WASPA code') }),
      ...contents(languages),
    ],
    windows: [window],
    optOut: [{ ...cpa('s. 11'), withinHours: 0 }],
    consent: [
      { ...popia('s. 69'), kinds: ['marketing'], requires: 'soft-opt-in' },
      { ...entry('POPIA', 's. 11', 'KU', '2021-07-01'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    holidays,
    holidayYears: years,
  });
}
