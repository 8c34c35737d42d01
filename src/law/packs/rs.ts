import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['sr'];

/** Serbia. */
export function rs(): LawPack {
  return countryPack({
    id: 'rs',
    country: 'RS',
    name: { en: 'Serbia', ru: 'Сербия' },
    rules: [
      ...namedSenders([[entry('Serbian operators', 'all bulk names are registered', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
