import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['uk', 'ru'];

/** Ukraine. */
export function ua(): LawPack {
  return countryPack({
    id: 'ua',
    country: 'UA',
    name: { en: 'Ukraine', ru: 'Украина' },
    rules: [
      ...namedSenders([[entry('Ukrainian operators', 'registered names, case matters', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
