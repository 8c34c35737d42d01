import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const spamAct = (article: string) => entry('Spam Act 2003', article, 'V', '2004-04-10');
const advisory = marketingHours(entry('Provider guide for Australia', 'quiet 20:00-11:00', 'V'), {
  strength: 'advisory',
  weekdays: '11:00-20:00',
  channels: gatewayChannels,
});

/** Australia: Spam Act 2003, SMS Sender ID Register. */
export function au(): LawPack {
  return countryPack({
    id: 'au',
    country: 'AU',
    name: { en: 'Australia', ru: 'Австралия' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('ACMA SMS Sender ID Register', 'name linked to the business, 11 characters', 'V', '2026-07-01'), {}]]),
      ...mentions({ languages: ['en'], name: spamAct('s. 17'), optOut: spamAct('s. 18'), contact: { source: spamAct('s. 17'), needs: 'any' } }),
      ...contents(['en']),
    ],
    windows: [advisory],
    optOut: [{ ...entry('Spam Act 2003', 's. 18; 5 business days', 'KU', '2004-04-10'), withinWorkingDays: 5 }],
    consent: [
      { ...spamAct('s. 16, express or inferred'), kinds: ['marketing'], requires: 'soft-opt-in' },
      { ...entry('Spam Act 2003', 'sch. 1, factual messages', 'KU', '2004-04-10'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
