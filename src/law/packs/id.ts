import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['id'];

/** Indonesia. */
export function id(): LawPack {
  return countryPack({
    id: 'id',
    country: 'ID',
    name: { en: 'Indonesia', ru: 'Индонезия' },
    rules: [...namedSenders([[entry('Indonesian operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
