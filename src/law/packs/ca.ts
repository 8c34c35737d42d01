import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['en', 'fr'];
const casl = (article: string) => entry('CASL, S.C. 2010 c. 23', article, 'KU', '2014-07-01');
const tollFree = (article: string) => entry('Toll-free and short code rules of US and Canadian carriers', article, 'V');
const advisory = marketingHours(entry('No hours in CASL', 'custom of telemarketing: 09:00-21:00', 'KU'), {
  strength: 'advisory',
  weekdays: '09:00-21:00',
  channels: gatewayChannels,
});

/** Canada: CASL and carrier rules. */
export function ca(): LawPack {
  return countryPack({
    id: 'ca',
    country: 'CA',
    name: { en: 'Canada', ru: 'Канада' },
    rules: [
      ...hourRules([advisory], []),
      ...numericSendersOnly(tollFree('numeric senders only')),
      ...mentions({
        languages,
        name: casl('s. 6(2)'),
        optOut: casl('s. 11'),
        optOutForm: { source: casl('s. 11; carriers handle the stop words'), form: 'stop-word' },
        contact: { source: entry('SOR/2012-36', 's. 2', 'KU', '2014-07-01'), needs: 'postal' },
      }),
      ...contents(languages, {
        'cannabis-cbd': tollFree('cannabis'),
        'tobacco-nicotine-ad': tollFree('tobacco and vape'),
        firearms: tollFree('firearms'),
        'alcohol-no-age-gate': tollFree('alcohol only behind an age gate'),
        'gambling-ad': tollFree('gambling'),
        'high-risk-finance': tollFree('payday loans, debt collection'),
        'public-url-shortener': tollFree('shared short domains'),
      }),
    ],
    windows: [advisory],
    optOut: [{ ...casl('s. 11(3)'), withinWorkingDays: 10 }],
    consent: [
      {
        ...casl('s. 6(1), s. 10'),
        kinds: ['marketing'],
        requires: 'soft-opt-in',
        maxAgeMonths: 24,
        note: {
          en: 'Express, or implied by a purchase within 2 years or an inquiry within 6 months. Age counts for implied consent only.',
          ru: 'Прямое либо подразумеваемое: покупка за 2 года или обращение за 6 месяцев. Срок относится только к подразумеваемому.',
        },
      },
      { ...casl('s. 6(6)'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
