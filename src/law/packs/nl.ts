import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['nl'];

/** Netherlands. */
export function nl(): LawPack {
  return countryPack({
    id: 'nl',
    country: 'NL',
    name: { en: 'Netherlands', ru: 'Нидерланды' },
    rules: [
      ...namedSenders([[entry('Dutch operators', 'alphanumeric names without registration', 'V'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
