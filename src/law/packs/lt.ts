import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euMentions, euOptOut } from './parts/eu.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['lt'];

/** Lithuania. */
export function lt(): LawPack {
  return countryPack({
    id: 'lt',
    country: 'LT',
    name: { en: 'Lithuania', ru: 'Литва' },
    rules: [
      ...namedSenders([[entry('Lithuanian operators', 'alphanumeric names without registration', 'V'), {}]]),
      ...euMentions(languages),
      ...contents(languages),
    ],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent(),
  });
}
