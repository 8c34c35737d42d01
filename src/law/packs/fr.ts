import { addDays, easterSunday, holidaysOf } from '../holidays.ts';
import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euOptOut } from './parts/eu.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['fr'];
const years = [2024, 2025, 2026, 2027];
const holidays = holidaysOf(years, ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'], (year) => {
  const easter = easterSunday(year);
  return [addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)];
});

const cpce = (article: string) => entry('CPCE', article, 'P', '2004-06-22');
const operators = (article: string, since?: string) => entry('French operators and gateways', article, 'V', since);
/** Guides end at 22:00 and at 21:30; the earlier end is in force. */
const window = marketingHours(operators('no marketing at night, on Sundays and public holidays'), {
  strength: 'operator',
  weekdays: '08:00-21:30',
  sunday: '-',
  holidays: '-',
});

/** France: CPCE L34-5, operators' STOP and hour rules. */
export function fr(): LawPack {
  return countryPack({
    id: 'fr',
    country: 'FR',
    name: { en: 'France', ru: 'Франция' },
    rules: [
      ...hourRules([window], holidays),
      ...namedSenders([
        [operators('letters, digits and dashes; no spaces or special characters', '2025-01-01'), { allowed: 'A-Za-z\\d\\-' }],
        [operators('dashes are refused', '2026-03-01'), { allowed: 'A-Za-z\\d' }],
      ]),
      ...mentions({
        languages,
        name: cpce('L34-5, no hidden principal'),
        optOut: cpce('L34-5, valid contact for a stop request in every message'),
        optOutForm: { source: operators('STOP to the short number, "STOP 36xxx"'), form: 'stop-36' },
      }),
      ...contents(languages),
    ],
    windows: [window],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent('soft-opt-in', cpce('L34-5')),
    holidays,
    holidayYears: years,
  });
}
