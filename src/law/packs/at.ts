import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['de'];

/** Austria. */
export function at(): LawPack {
  return countryPack({
    id: 'at',
    country: 'AT',
    name: { en: 'Austria', ru: 'Австрия' },
    rules: [...namedSenders([[entry('Austrian operators', 'registered names', 'V'), {}]]), ...euMentions(languages), ...contents(languages)],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
