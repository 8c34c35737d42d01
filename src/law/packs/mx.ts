import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['es'];
const gateways = (article: string) => entry('Provider guides for Mexico', article, 'V');
const law = (article: string) => entry('LFPDPPP of 2025', article, 'KU', '2025-03-21');
const window = marketingHours(gateways('promotion 08:00-18:00'), { strength: 'operator', weekdays: '08:00-18:00' });

/** Mexico: data protection and consumer law, gateway rules. */
export function mx(): LawPack {
  return countryPack({
    id: 'mx',
    country: 'MX',
    name: { en: 'Mexico', ru: 'Мексика' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[entry('Mexican operators', 'registered brand name, 11 characters', 'V'), {}]]),
      ...mentions({
        languages,
        name: entry('LFPC', 'art. 17', 'KU'),
        optOut: entry('LFPC and practice', 'art. 17-18', 'KU'),
        optOutSeverity: 'warn',
      }),
      ...contents(languages),
    ],
    windows: [window],
    optOut: [{ ...law('refusal'), withinHours: 0 }],
    consent: [
      { ...gateways('opt-in is mandatory'), kinds: ['marketing'], requires: 'prior' },
      { ...law('performance of a contract'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
