import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['sv'];

/** Sweden. */
export function se(): LawPack {
  return countryPack({
    id: 'se',
    country: 'SE',
    name: { en: 'Sweden', ru: 'Швеция' },
    rules: [
      ...namedSenders([[entry('Swedish operators', 'alphanumeric names; addresses are filtered unless allow-listed', 'V'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
