import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['fi', 'sv'];

/** Finland. */
export function fi(): LawPack {
  return countryPack({
    id: 'fi',
    country: 'FI',
    name: { en: 'Finland', ru: 'Финляндия' },
    rules: [
      ...namedSenders([[entry('Traficom regulation M28L', 'all sender IDs are registered', 'V', '2026-05-04'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
