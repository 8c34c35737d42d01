import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ky', 'ru'];
const advertising = entry('Law on Advertising', 'art. 5(9)', '2', '1998-12-24');

/** Kyrgyzstan. */
export function kg(): LawPack {
  return countryPack({
    id: 'kg',
    country: 'KG',
    name: { en: 'Kyrgyzstan', ru: 'Киргизия' },
    rules: [
      ...namedSenders([[entry('Operators of Kyrgyzstan', 'alphanumeric names, 11 characters', 'V'), {}]]),
      ...mentions({ languages, name: entry('Operators of Kyrgyzstan', 'sender name', 'V'), optOut: advertising, optOutSeverity: 'info' }),
      ...contents(languages),
    ],
    optOut: [{ ...advertising, withinHours: 0 }],
    consent: [
      { ...advertising, kinds: ['marketing'], requires: 'prior' },
      { ...entry('Law on Advertising', 'service messages are no advertising', 'KU'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
