import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { euConsent, euDeadlines, euOptOut } from './parts/eu.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['de'];
const uwg = (article: string) => entry('UWG', article, 'P', '2008-12-30');
const advisory = marketingHours(entry('No statute found', 'custom: Monday to Saturday 08:00-20:00', 'KU'), {
  strength: 'advisory',
  weekdays: '08:00-20:00',
  sunday: '-',
  holidays: '-',
  channels: gatewayChannels,
});

/** Germany: UWG section 7, GDPR. */
export function de(): LawPack {
  return countryPack({
    id: 'de',
    country: 'DE',
    name: { en: 'Germany', ru: 'Германия' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('Providers: alphanumeric names without registration', '11 characters', 'KU'), {}]]),
      ...mentions({ languages, name: uwg('section 7(2), identity of the sender'), optOut: uwg('section 7(2), address for a stop request') }),
      ...contents(languages),
    ],
    windows: [advisory],
    optOut: euOptOut(),
    deadlines: [
      ...euDeadlines(),
      {
        ...entry('UWG', 'section 7a', 'P', '2021-10-01'),
        duty: 'consent-proof',
        note: {
          en: 'Records of telephone advertising consent are kept 5 years after the grant and after each use; good practice for SMS.',
          ru: 'Согласие на телефонную рекламу хранят 5 лет после получения и после каждого использования; для SMS это хорошая практика.',
        },
      },
    ],
    consent: euConsent('soft-opt-in', uwg('section 7(2) and (3)')),
  });
}
