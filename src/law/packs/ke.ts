import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['en'];

/** Kenya. */
export function ke(): LawPack {
  return countryPack({
    id: 'ke',
    country: 'KE',
    name: { en: 'Kenya', ru: 'Кения' },
    rules: [...namedSenders([[entry('Kenyan operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
