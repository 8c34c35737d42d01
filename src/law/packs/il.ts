import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['he'];

/** Israel. */
export function il(): LawPack {
  return countryPack({
    id: 'il',
    country: 'IL',
    name: { en: 'Israel', ru: 'Израиль' },
    rules: [
      ...namedSenders([[entry('Israeli operators', 'alphanumeric names without registration', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
