import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['de', 'fr', 'it'];

/** Switzerland. */
export function ch(): LawPack {
  return countryPack({
    id: 'ch',
    country: 'CH',
    name: { en: 'Switzerland', ru: 'Швейцария' },
    rules: [
      ...namedSenders([[entry('Swiss operators', 'alphanumeric names without registration', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
