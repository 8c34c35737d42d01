import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['uz', 'ru'];
const advertising = (article: string, mark: '2' | 'KU' = '2') => entry('Law on Advertising ZRU-776', article, mark, '2022-06-07');
const operators = (article: string) => entry('Operators of Uzbekistan', article, 'V');
const advisory = marketingHours(entry('No hours found', 'custom: 09:00-21:00', 'KU'), {
  strength: 'advisory',
  weekdays: '09:00-21:00',
  channels: gatewayChannels,
});

/** Uzbekistan: advertising law, registered traffic. */
export function uz(): LawPack {
  return countryPack({
    id: 'uz',
    country: 'UZ',
    name: { en: 'Uzbekistan', ru: 'Узбекистан' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[operators('registered alphanumeric name, 11 characters'), {}]]),
      ...mentions({ languages, name: operators('registered sender name'), optOut: operators('opt-in and opt-out are mandatory') }),
      {
        ...advertising('state language; a translation may be added'),
        rule: 'state-language-missing',
        severity: 'error',
        kinds: ['marketing'],
        settings: { language: 'uz' },
      },
      {
        ...advertising('no prices in foreign currency'),
        rule: 'foreign-currency-price',
        severity: 'error',
        kinds: ['marketing'],
        settings: { own: ['uzs', "so['ʻʼ‘’`]?m", 'сўм', 'сум'] },
      },
      ...contents(languages),
    ],
    windows: [advisory],
    optOut: [{ ...advertising('refusal of telecommunication advertising', 'KU'), withinHours: 24 }],
    consent: [
      { ...advertising('telecommunication advertising', 'KU'), kinds: ['marketing'], requires: 'prior' },
      { ...entry('Personal Data Law ZRU-547', 'performance of a contract', 'KU', '2019-10-01'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
