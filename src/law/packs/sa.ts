import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];
const cst = (article: string) => entry('CST anti-spam rules', article, 'V');
/** Guides give 09-20, 08-22, 07-22 and 08-20: the span all of them allow is in force. */
const window = marketingHours(entry('Provider guides for Saudi Arabia', 'five guides in conflict; 09:00-20:00', 'V'), {
  strength: 'operator',
  weekdays: '09:00-20:00',
  note: {
    en: 'One guide ends at 19:00 in winter; practice in Ramadan varies.',
    ru: 'Одно руководство зимой заканчивает в 19:00; в Рамадан практика иная.',
  },
});

/** Saudi Arabia: CST anti-spam rules, PDPL. */
export function sa(): LawPack {
  return countryPack({
    id: 'sa',
    country: 'SA',
    name: { en: 'Saudi Arabia', ru: 'Саудовская Аравия' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[cst('promotional sender ends with -AD, 11 characters in all'), { marketingSuffix: '-AD' }]]),
      ...mentions({ languages, name: cst('registered sender'), optOut: cst('operator or text offers the opt-out'), optOutSeverity: 'info' }),
      ...contents(languages, { 'public-url-shortener': cst('addresses are allow-listed by host name, no shorteners') }),
    ],
    windows: [window],
    optOut: [{ ...entry('PDPL', 'art. 25', 'KU', '2023-09-14'), withinHours: 0 }],
    consent: [
      { ...entry('PDPL', 'art. 25', 'KU', '2023-09-14'), kinds: ['marketing'], requires: 'prior' },
      { ...entry('PDPL', 'performance of a contract', 'KU', '2023-09-14'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
