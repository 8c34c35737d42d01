import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ro'];

/** Romania. */
export function ro(): LawPack {
  return countryPack({
    id: 'ro',
    country: 'RO',
    name: { en: 'Romania', ru: 'Румыния' },
    rules: [...namedSenders([[entry('Romanian operators', 'registered names', 'V'), {}]]), ...euMentions(languages), ...contents(languages)],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
