import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['mn'];

/** Mongolia. */
export function mn(): LawPack {
  return countryPack({
    id: 'mn',
    country: 'MN',
    name: { en: 'Mongolia', ru: 'Монголия' },
    rules: [...numericSendersOnly(entry('Mongolian operators', 'numbers only', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
