import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euOptOut } from './parts/eu.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['es', 'ca'];
const lssi = (article: string) => entry('LSSI, Ley 34/2002', article, 'KU', '2002-10-12');
const advisory = marketingHours(entry('No hours for SMS', 'custom of calls: 09:00-21:00, not at weekends', 'KU'), {
  strength: 'advisory',
  weekdays: '09:00-21:00',
  saturday: '-',
  sunday: '-',
  channels: gatewayChannels,
});

/** Spain: LSSI, GDPR, alias register. */
export function es(): LawPack {
  return countryPack({
    id: 'es',
    country: 'ES',
    name: { en: 'Spain', ru: 'Испания' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('Providers; CNMC alias register', 'registered name, 11 characters', '2'), {}]]),
      ...mentions({ languages, name: lssi('art. 20'), optOut: lssi('art. 21.2 and 22.1') }),
      ...contents(languages),
    ],
    windows: [advisory],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent('soft-opt-in', lssi('art. 21')),
  });
}
