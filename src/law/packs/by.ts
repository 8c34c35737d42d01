import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { hourRules, marketingHours } from './parts/hours.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['be', 'ru'];
const operators = (article: string) => entry('Operators of Belarus and provider guides', article, 'V');
const advertising = entry('Law on Advertising 225-Z', 'art. 12', '2', '2007-05-10');
const window = marketingHours(operators('09:00-21:00 every day'), { strength: 'operator', weekdays: '09:00-21:00' });

/** Belarus: advertising law, service rules, operators' content bans. */
export function by(): LawPack {
  return countryPack({
    id: 'by',
    country: 'BY',
    name: { en: 'Belarus', ru: 'Беларусь' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[operators('registered alphanumeric name, 11 characters'), {}]]),
      ...mentions({
        languages,
        name: operators('registered sender name'),
        optOut: entry('Service rules of the Council of Ministers', 'stop free of charge on first request', '2'),
      }),
      ...contents(languages, {
        'gambling-ad': operators('betting'),
        'alcohol-no-age-gate': { ground: operators('alcohol'), settings: { ageGate: false } },
        'tobacco-nicotine-ad': operators('tobacco'),
        firearms: operators('weapons'),
      }),
    ],
    windows: [window],
    optOut: [{ ...entry('Law on Advertising 225-Z', 'stop on demand', 'KU', '2007-05-10'), withinHours: 24 }],
    consent: [
      {
        ...advertising,
        kinds: ['marketing'],
        requires: 'prior',
        note: { en: 'Even a message that asks for consent is spam.', ru: 'Даже просьба о согласии в сообщении считается спамом.' },
      },
      { ...entry('Personal Data Law 99-Z', 'performance of a contract', 'KU', '2021-11-15'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
    deadlines: [{ ...entry('Personal Data Law 99-Z', 'withdrawal of consent', 'KU', '2021-11-15'), duty: 'stop-processing', calendarDays: 15 }],
  });
}
