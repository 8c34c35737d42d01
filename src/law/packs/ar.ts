import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['es'];

/** Argentina. */
export function ar(): LawPack {
  return countryPack({
    id: 'ar',
    country: 'AR',
    name: { en: 'Argentina', ru: 'Аргентина' },
    rules: [...numericSendersOnly(entry('Argentine operators', 'shared short codes', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
