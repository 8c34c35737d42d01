import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['tr'];
const law = (article: string) => entry('Law 6563', article, 'KU', '2015-05-01');
const advisory = marketingHours(entry('No statute found', 'custom: 09:00-20:00', 'KU'), {
  strength: 'advisory',
  weekdays: '09:00-20:00',
  channels: gatewayChannels,
});

/** Turkey: law 6563, IYS, operators' sender and address rules. */
export function tr(): LawPack {
  return countryPack({
    id: 'tr',
    country: 'TR',
    name: { en: 'Turkey', ru: 'Турция' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('Turkish operators', 'registered name with the brand, 11 characters', 'V'), {}]]),
      ...mentions({ languages, name: law('art. 7'), optOut: law('art. 8') }),
      ...contents(languages, { 'public-url-shortener': entry('Turkish operators', 'own domain only, no short links', 'V', '2026-04-01') }),
    ],
    windows: [advisory],
    optOut: [{ ...entry('Law 6563; IYS', 'a refusal takes effect within 3 business days', 'V', '2015-05-01'), withinWorkingDays: 3 }],
    consent: [
      {
        ...entry('Law 6563; IYS', 'art. 6; no message to a number without a recorded consent', '2', '2015-05-01'),
        kinds: ['marketing'],
        requires: 'prior',
        note: { en: 'Merchants and tradesmen may be messaged until they refuse.', ru: 'Торговцам и ремесленникам можно писать до отказа.' },
      },
      {
        ...entry('Law 6563', 'delivery, debt, invoice and subscription information', '2', '2015-05-01'),
        kinds: ['transactional', 'auth'],
        requires: 'none',
      },
    ],
  });
}
