import { addDays, holidaysOf, orthodoxEasterSunday } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ka', 'ru'];
const years = [2024, 2025, 2026, 2027];
const holidays = holidaysOf(
  years,
  ['01-01', '01-02', '01-07', '01-19', '03-03', '03-08', '04-09', '05-09', '05-12', '05-17', '05-26', '08-28', '10-14', '11-23'],
  (year) => [-2, -1, 0, 1].map((offset) => addDays(orthodoxEasterSunday(year), offset)),
);

const gateway = (article: string) => entry('Provider guide for Georgia', article, 'V');
const data = (article: string) => entry('Law on Personal Data Protection', article, 'KU', '2024-03-01');
const window = marketingHours(gateway('weekdays 08-22; weekends and holidays 09-20'), {
  strength: 'operator',
  weekdays: '08:00-22:00',
  saturday: '09:00-20:00',
  sunday: '09:00-20:00',
});

/** Georgia: personal data law of 2023, provider guides. */
export function ge(): LawPack {
  return countryPack({
    id: 'ge',
    country: 'GE',
    name: { en: 'Georgia', ru: 'Грузия' },
    rules: [
      ...hourRules([window], holidays),
      ...namedSenders([[gateway('registered alphanumeric name, 11 characters'), {}]]),
      ...mentions({ languages, name: gateway('sender name'), optOut: gateway('easy opt-out in each marketing SMS') }),
      ...contents(languages),
    ],
    windows: [window],
    optOut: [{ ...data('art. 12'), withinWorkingDays: 7 }],
    consent: [
      { ...data('art. 12'), kinds: ['marketing'], requires: 'prior' },
      { ...data('performance of a contract'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    holidays,
    holidayYears: years,
  });
}
