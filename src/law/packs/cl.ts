import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['es'];

/** Chile. */
export function cl(): LawPack {
  return countryPack({
    id: 'cl',
    country: 'CL',
    name: { en: 'Chile', ru: 'Чили' },
    rules: [...numericSendersOnly(entry('Chilean operators', 'long codes', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
