import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['ko'];
const networkAct = (article: string, mark: 'Q' | 'KU' | '2' = 'Q') => entry('Network Act', article, mark, '2014-11-29');
const window = marketingHours(networkAct('art. 50(3)'), {
  strength: 'statute',
  weekdays: '08:00-21:00',
  note: { en: 'From 21:00 to 08:00 only with a separate prior consent.', ru: 'С 21:00 до 08:00 только с отдельным согласием.' },
});
const label = networkAct('art. 50(4), label "(광고)" at the very start');

/** South Korea: Network Act art. 50, carrier rules. */
export function kr(): LawPack {
  return countryPack({
    id: 'kr',
    country: 'KR',
    name: { en: 'South Korea', ru: 'Южная Корея' },
    rules: [
      ...hourRules([window], []),
      ...numericSendersOnly(entry('Korean carriers', 'pre-registered numbers only', 'V')),
      ...mentions({
        languages,
        name: networkAct('art. 50(4), name after the label'),
        optOut: networkAct('art. 50(4), refusal at the end'),
        optOutForm: { source: networkAct('art. 50(4), free 080 number'), form: 'free-080' },
      }),
      { ...label, rule: 'missing-ad-label', severity: 'error', kinds: ['marketing'], settings: { label: '(광고)', word: '광고' } },
      { ...label, rule: 'ad-label-malformed', severity: 'error', kinds: ['marketing'], settings: { label: '(광고)', word: '광고' } },
      ...contents(languages),
    ],
    windows: [window],
    optOut: [{ ...networkAct('art. 50(7), the result is told within 14 days', 'KU'), withinHours: 0 }],
    consent: [
      { ...networkAct('art. 50(1)', '2'), kinds: ['marketing'], requires: 'soft-opt-in', maxAgeMonths: 24 },
      { ...networkAct('service messages are no advertising', 'KU'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
