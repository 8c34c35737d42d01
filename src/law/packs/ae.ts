import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];
const tdra = (article: string) => entry('TDRA rules on unsolicited electronic communication', article, 'V');
const operators = (article: string) => entry('Etisalat and du, provider guides', article, 'V');
/** Guides give 07-21, 07:30-20:30 and 08-20: the span all of them allow is in force. */
const window = marketingHours(operators('08:00-20:00'), { strength: 'operator', weekdays: '08:00-20:00' });

/** United Arab Emirates: TDRA rules, operators' content bans. */
export function ae(): LawPack {
  return countryPack({
    id: 'ae',
    country: 'AE',
    name: { en: 'United Arab Emirates', ru: 'ОАЭ' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[tdra('promotional sender begins with AD-, 11 characters in all'), { marketingPrefix: 'AD-' }]]),
      ...mentions({ languages, name: tdra('registered sender'), optOut: tdra('the operator adds the opt-out'), optOutSeverity: 'info' }),
      ...contents(languages, {
        'gambling-ad': operators('gambling'),
        'alcohol-no-age-gate': { ground: operators('alcohol'), settings: { ageGate: false } },
        'high-risk-finance': { ground: operators('loans'), settings: { loans: true } },
      }),
    ],
    windows: [window],
    optOut: [{ ...tdra('opt-out through the operator'), withinHours: 0 }],
    consent: [
      { ...tdra('opt-in'), kinds: ['marketing'], requires: 'prior' },
      { ...entry('Federal Decree-Law 45/2021', 'performance of a contract', 'KU', '2022-01-02'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
