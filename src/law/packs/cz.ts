import { addDays, easterSunday, holidaysOf } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['cs'];
const years = [2024, 2025, 2026, 2027];
const holidays = holidaysOf(years, ['01-01', '05-01', '05-08', '07-05', '07-06', '09-28', '10-28', '11-17', '12-24', '12-25', '12-26'], (year) => {
  const easter = easterSunday(year);
  return [addDays(easter, -2), addDays(easter, 1)];
});
const window = marketingHours(entry('Gateway note for Czechia', 'working days 08-18', 'V'), {
  strength: 'operator',
  weekdays: '08:00-18:00',
  saturday: '-',
  sunday: '-',
  holidays: '-',
});

/** Czechia. */
export function cz(): LawPack {
  return countryPack({
    id: 'cz',
    country: 'CZ',
    name: { en: 'Czechia', ru: 'Чехия' },
    rules: [
      ...hourRules([window], holidays),
      ...namedSenders([[entry('T-Mobile and O2', 'registered names, no special characters or space', 'V'), { allowed: 'A-Za-z\\d' }]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    windows: [window],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
    holidays,
    holidayYears: years,
  });
}
