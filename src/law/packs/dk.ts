import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['da'];

/** Denmark. */
export function dk(): LawPack {
  return countryPack({
    id: 'dk',
    country: 'DK',
    name: { en: 'Denmark', ru: 'Дания' },
    rules: [
      ...namedSenders([[entry('Danish operators', 'alphanumeric names; addresses are filtered unless allow-listed', 'V'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
