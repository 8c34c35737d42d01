import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['es'];

/** Colombia. */
export function co(): LawPack {
  return countryPack({
    id: 'co',
    country: 'CO',
    name: { en: 'Colombia', ru: 'Колумбия' },
    rules: [...numericSendersOnly(entry('Colombian operators', 'short codes', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
