import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['en'];

/** Ireland. */
export function ie(): LawPack {
  return countryPack({
    id: 'ie',
    country: 'IE',
    name: { en: 'Ireland', ru: 'Ирландия' },
    rules: [
      ...namedSenders([
        [entry('ComReg SMS Sender ID Registry', 'unregistered names are blocked; 3-11 characters', 'V', '2025-10-03'), { minLength: 3 }],
      ]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
