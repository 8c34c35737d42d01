import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['vi'];

/** Vietnam. */
export function vn(): LawPack {
  return countryPack({
    id: 'vn',
    country: 'VN',
    name: { en: 'Vietnam', ru: 'Вьетнам' },
    rules: [...namedSenders([[entry('Vietnamese operators', 'registered names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
