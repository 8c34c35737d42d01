import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euOptOut } from './parts/eu.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['it'];
const code = (article: string) => entry('D.Lgs. 196/2003', article, 'KU', '2004-01-01');
const advisory = marketingHours(entry('Code of conduct for calls', 'Monday to Friday 09-20, Saturday 10-19', 'KU'), {
  strength: 'advisory',
  weekdays: '09:00-20:00',
  saturday: '10:00-19:00',
  sunday: '-',
  channels: gatewayChannels,
});

/** Italy: privacy code, GDPR, alias database. */
export function it(): LawPack {
  return countryPack({
    id: 'it',
    country: 'IT',
    name: { en: 'Italy', ru: 'Италия' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('AGCOM alias database and provider guides', 'registered name, 11 characters', 'V'), {}]]),
      ...mentions({ languages, name: code('art. 130(5)'), optOut: code('art. 130(5)') }),
      ...contents(languages, { 'gambling-ad': entry('D.L. 87/2018', 'art. 9', 'KU', '2018-07-14') }),
    ],
    windows: [advisory],
    optOut: euOptOut(),
    deadlines: euDeadlines(),
    consent: euConsent('prior', code('art. 130(1) and (2); soft spam is for e-mail only')),
  });
}
