import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['en'];

/** Nigeria. */
export function ng(): LawPack {
  return countryPack({
    id: 'ng',
    country: 'NG',
    name: { en: 'Nigeria', ru: 'Нигерия' },
    rules: [...namedSenders([[entry('Nigerian operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
