import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['fr', 'nl', 'de'];

/** Belgium. */
export function be(): LawPack {
  return countryPack({
    id: 'be',
    country: 'BE',
    name: { en: 'Belgium', ru: 'Бельгия' },
    rules: [...numericSendersOnly(entry('Belgian operators', 'numbers only', 'V')), ...euMentions(languages), ...contents(languages)],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
