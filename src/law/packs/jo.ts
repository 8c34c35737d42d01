import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ar'];
const gateway = (article: string) => entry('Provider guide for Jordan', article, 'V');

const window = marketingHours(gateway('08-21, Sunday to Thursday'), {
  strength: 'operator',
  weekdays: '08:00-21:00',
  friday: '-',
  saturday: '-',
  sunday: '08:00-21:00',
  holidays: '-',
});

/** Jordan: the working week runs from Sunday to Thursday. Holidays follow the moon and are not listed. */
export function jo(): LawPack {
  return countryPack({
    id: 'jo',
    country: 'JO',
    name: { en: 'Jordan', ru: 'Иордания' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[gateway('marketing name begins with adv, 11 characters in all'), { marketingPrefix: 'adv' }]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    windows: [window],
    consent: adviceConsent(),
  });
}
