import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['zh'];

/** China. */
export function cn(): LawPack {
  return countryPack({
    id: 'cn',
    country: 'CN',
    name: { en: 'China', ru: 'Китай' },
    rules: [...numericSendersOnly(entry('Chinese operators', 'numbers only', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
