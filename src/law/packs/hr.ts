import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['hr'];

/** Croatia. */
export function hr(): LawPack {
  return countryPack({
    id: 'hr',
    country: 'HR',
    name: { en: 'Croatia', ru: 'Хорватия' },
    rules: [
      ...namedSenders([[entry('Croatian operators', 'registered names, underscore instead of a space', 'V'), { allowed: 'A-Za-z\\d.\\-_&+' }]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
