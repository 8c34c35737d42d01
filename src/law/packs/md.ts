import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['ro', 'ru'];

/** Moldova. */
export function md(): LawPack {
  return countryPack({
    id: 'md',
    country: 'MD',
    name: { en: 'Moldova', ru: 'Молдавия' },
    rules: [...numericSendersOnly(entry('Moldovan operators', 'short codes only', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
