import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['hu'];

/** Hungary. */
export function hu(): LawPack {
  return countryPack({
    id: 'hu',
    country: 'HU',
    name: { en: 'Hungary', ru: 'Венгрия' },
    rules: [
      ...numericSendersOnly(entry('Hungarian operators', 'names are replaced by a national number', 'V')),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
