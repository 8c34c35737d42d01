import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['no'];

/** Norway. */
export function norway(): LawPack {
  return countryPack({
    id: 'no',
    country: 'NO',
    name: { en: 'Norway', ru: 'Норвегия' },
    rules: [
      ...namedSenders([[entry('Norwegian operators', 'alphanumeric names without registration', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
