import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];

/** Egypt. */
export function eg(): LawPack {
  return countryPack({
    id: 'eg',
    country: 'EG',
    name: { en: 'Egypt', ru: 'Египет' },
    rules: [...namedSenders([[entry('Egyptian operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
