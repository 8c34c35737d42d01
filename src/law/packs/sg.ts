import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const spamControl = (article: string) => entry('Spam Control Act', article, 'KU', '2007-06-15');
const advisory = marketingHours(entry('Provider guides for Singapore', 'quiet 22:30-07:00; 08-21', 'V'), {
  strength: 'advisory',
  weekdays: '08:00-21:00',
  channels: gatewayChannels,
});

/** Singapore: PDPA part 9, Spam Control Act, SSIR. The label of unsolicited bulk mail is not asked for: licet sends to consenting people. */
export function sg(): LawPack {
  return countryPack({
    id: 'sg',
    country: 'SG',
    name: { en: 'Singapore', ru: 'Сингапур' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('SSIR', 'registered name, 11 characters', 'V', '2023-01-31'), {}]]),
      ...mentions({ languages: ['en', 'zh', 'ms'], name: entry('PDPA', 'part 9', 'KU', '2014-01-02'), optOut: spamControl('unsubscribe facility') }),
      ...contents(['en', 'zh', 'ms']),
    ],
    windows: [advisory],
    optOut: [{ ...spamControl('10 business days; PDPA 21 days'), withinWorkingDays: 10 }],
    consent: [
      { ...entry('PDPA', 'part 9: DNC register or clear consent', 'KU', '2014-01-02'), kinds: ['marketing'], requires: 'prior' },
      { ...entry('PDPA', 'performance of a contract', 'KU', '2014-07-02'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
