import { addDays, easterSunday, holidaysOf } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['pt'];
const years = [2024, 2025, 2026, 2027];
const holidays = holidaysOf(years, ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25'], (year) => [
  addDays(easterSunday(year), -2),
]);

const gateways = (article: string) => entry('Provider guides for Brazil', article, 'V');
const lgpd = (article: string) => entry('LGPD, Lei 13.709/2018', article, 'KU', '2020-09-18');
const window = marketingHours(gateways('Monday to Friday 08-20, Saturday 08-14, never on Sunday'), {
  strength: 'operator',
  weekdays: '08:00-20:00',
  saturday: '08:00-14:00',
  sunday: '-',
  holidays: '-',
});

/** Brazil: LGPD, consumer code, gateway rules. */
export function br(): LawPack {
  return countryPack({
    id: 'br',
    country: 'BR',
    name: { en: 'Brazil', ru: 'Бразилия' },
    rules: [
      ...hourRules([window], holidays),
      ...numericSendersOnly(gateways('short codes; names are overwritten')),
      ...mentions({ languages, name: entry('CDC', 'art. 36, advertising is recognisable', 'KU'), optOut: gateways('opt-out is mandatory') }),
      ...contents(languages, { 'gambling-ad': gateways('no gambling') }),
    ],
    windows: [window],
    optOut: [{ ...lgpd('art. 8 §5 and 18 §2'), withinHours: 0 }],
    consent: [
      { ...gateways('opt-in is mandatory'), kinds: ['marketing'], requires: 'prior' },
      { ...lgpd('art. 7'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    holidays,
    holidayYears: years,
  });
}
