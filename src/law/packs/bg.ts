import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['bg'];

/** Bulgaria. */
export function bg(): LawPack {
  return countryPack({
    id: 'bg',
    country: 'BG',
    name: { en: 'Bulgaria', ru: 'Болгария' },
    rules: [...numericSendersOnly(entry('Bulgarian operators', 'short codes only', 'V')), ...euMentions(languages), ...contents(languages)],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
