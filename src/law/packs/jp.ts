import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { gatewayChannels, hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['ja'];
const mailAct = (article: string) => entry('Act on Regulation of Transmission of Specified Electronic Mail', article, 'KU', '2008-12-01');
const advisory = marketingHours(entry('Provider guides for Japan', 'quiet 20:00-09:00', 'V'), {
  strength: 'advisory',
  weekdays: '09:00-20:00',
  channels: gatewayChannels,
});

/** Japan: act on specified electronic mail, operators' sender rules. */
export function jp(): LawPack {
  return countryPack({
    id: 'jp',
    country: 'JP',
    name: { en: 'Japan', ru: 'Япония' },
    rules: [
      ...hourRules([advisory], []),
      ...namedSenders([[entry('Japanese operators', 'alphanumeric names by registration, 11 characters', 'V'), {}]]),
      ...mentions({ languages, name: mailAct('art. 4'), optOut: mailAct('art. 4') }),
      ...contents(languages),
    ],
    windows: [advisory],
    optOut: [{ ...mailAct('art. 3(3)'), withinHours: 0 }],
    consent: [
      { ...mailAct('art. 3'), kinds: ['marketing'], requires: 'prior' },
      { ...mailAct('service messages are no advertising'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
