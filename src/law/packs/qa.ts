import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];

/** Qatar. */
export function qa(): LawPack {
  return countryPack({
    id: 'qa',
    country: 'QA',
    name: { en: 'Qatar', ru: 'Катар' },
    rules: [
      ...namedSenders([[entry('Qatari operators', 'registered names, case matters', 'V'), {}]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
