import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const pecr = (article: string, mark: 'KU' | '2' = 'KU') => entry('PECR 2003', article, mark, '2003-12-11');
const providerHours = marketingHours(entry('Provider guide for the United Kingdom', 'no statute; 09:00-20:00', 'V'), {
  strength: 'advisory',
  weekdays: '09:00-20:00',
  channels: gatewayChannels,
});

/** United Kingdom: PECR, UK GDPR, operators' sender ID rules. */
export function gb(): LawPack {
  return countryPack({
    id: 'gb',
    country: 'GB',
    name: { en: 'United Kingdom', ru: 'Великобритания' },
    rules: [
      ...hourRules([providerHours], []),
      ...namedSenders([
        [
          entry('UK sender ID rules of providers; MEF protected list', '3-11 characters', 'V'),
          { minLength: 3, allowed: "A-Za-z\\d.\\-_ &'", first: 'A-Za-z\\d' },
        ],
      ]),
      ...mentions({ languages: ['en'], name: pecr('reg. 23'), optOut: pecr('reg. 22(3)(c) and 23') }),
      ...contents(['en']),
    ],
    windows: [providerHours],
    optOut: [{ ...entry('UK GDPR', 'art. 21(2) and (3); objection to direct marketing is absolute', '2', '2021-01-01'), withinHours: 0 }],
    deadlines: [{ ...entry('UK GDPR', 'art. 12(3)', 'KU', '2021-01-01'), duty: 'access-request', calendarDays: 30 }],
    consent: [
      { ...pecr('reg. 22(2) and (3)', '2'), kinds: ['marketing'], requires: 'soft-opt-in' },
      {
        ...entry('PECR 2003', 'reg. 22(3A): soft opt-in of charities', '2', '2026-02-05'),
        kinds: ['marketing'],
        requires: 'soft-opt-in',
        note: { en: 'Charities only.', ru: 'Только для благотворительных организаций.' },
      },
      { ...entry('UK GDPR', 'art. 6(1)(b)', 'KU', '2021-01-01'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
