import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['en'];

/** New Zealand. */
export function nz(): LawPack {
  return countryPack({
    id: 'nz',
    country: 'NZ',
    name: { en: 'New Zealand', ru: 'Новая Зеландия' },
    rules: [...numericSendersOnly(entry('New Zealand operators', 'numbers only', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
