import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['en'];

/** Philippines. */
export function ph(): LawPack {
  return countryPack({
    id: 'ph',
    country: 'PH',
    name: { en: 'Philippines', ru: 'Филиппины' },
    rules: [
      ...namedSenders([[entry('Philippine operators', 'registered names; generic ones are rejected', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
