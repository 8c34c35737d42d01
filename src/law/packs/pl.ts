import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['pl'];

/** Poland: Electronic Communications Law, GDPR. */
export function pl(): LawPack {
  return countryPack({
    id: 'pl',
    country: 'PL',
    name: { en: 'Poland', ru: 'Польша' },
    rules: [
      ...namedSenders([[entry('Polish operators', 'names of public bodies are reserved', 'V'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: [
      { ...entry('UŚUDE', 'art. 10', 'Q', '2002-11-10', '2024-11-10'), kinds: ['marketing'], requires: 'prior' },
      ...euConsent('prior', entry('PKE, Dz.U. 2024 poz. 1221', 'art. 398; businesses included', 'Q', '2024-11-10')),
    ],
  });
}
