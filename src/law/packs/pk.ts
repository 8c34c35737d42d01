import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ur'];

/** Pakistan. */
export function pk(): LawPack {
  return countryPack({
    id: 'pk',
    country: 'PK',
    name: { en: 'Pakistan', ru: 'Пакистан' },
    rules: [...namedSenders([[entry('Pakistani operators', 'alphanumeric names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
