import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';

const languages = ['hi'];
const tcccpr = (article: string, mark: 'P' | 'V' | '2' | 'KU' = 'V') => entry('TRAI TCCCPR 2018', article, mark, '2018-07-19');
const window = marketingHours(tcccpr('promotional band 10:00-21:00'), { strength: 'statute', weekdays: '10:00-21:00', channels: ['sms', 'rcs'] });

/** India: TCCCPR with the second amendment of 2025, DLT headers and templates. */
export function india(): LawPack {
  return countryPack({
    id: 'in',
    country: 'IN',
    name: { en: 'India', ru: 'Индия' },
    rules: [
      ...hourRules([window], []),
      {
        ...tcccpr('DLT headers: six letters, or six digits for promotion'),
        rule: 'sender-name-invalid',
        severity: 'error',
        channels: ['sms'],
        settings: { world: true, header: 'dlt' },
      },
      {
        ...entry('TRAI TCCCPR 2018, second amendment', 'category suffix -P -S -T -G on the header', 'V', '2025-05-01'),
        rule: 'header-category-mismatch',
        severity: 'error',
        channels: ['sms'],
      },
      {
        ...entry('3GPP TS 23.040', '9.1.2.5, alphanumeric addresses take no replies', 'V'),
        rule: 'opt-out-unreachable',
        severity: 'error',
        kinds: ['marketing'],
        channels: ['sms'],
      },
      ...mentions({
        languages,
        name: tcccpr('brand in the registered template'),
        optOut: entry('TRAI TCCCPR 2018, second amendment', 'promotional messages offer an opt-out', '2', '2025-03-14'),
      }),
      ...contents(languages, { 'public-url-shortener': tcccpr('no shorteners; addresses are allow-listed') }),
    ],
    windows: [window],
    optOut: [{ ...tcccpr('preference through DLT; consent is not asked again for 90 days', 'KU'), withinHours: 0 }],
    deadlines: [{ ...entry('TRAI TCCCPR 2018, second amendment', 'action on a complaint', '2', '2025-03-14'), duty: 'complaint', calendarDays: 5 }],
    consent: [
      { ...tcccpr('explicit consent through the DLT register', 'KU'), kinds: ['marketing'], requires: 'prior' },
      { ...tcccpr('service and transactional categories', 'P'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
