import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];

/** Kuwait. */
export function kw(): LawPack {
  return countryPack({
    id: 'kw',
    country: 'KW',
    name: { en: 'Kuwait', ru: 'Кувейт' },
    rules: [...namedSenders([[entry('Kuwaiti operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
