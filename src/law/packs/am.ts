import type { LawPack } from '../pack.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { mentions } from './parts/mentions.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['hy', 'ru'];
const operators = (article: string) => entry('Operators of Armenia', article, 'V');
const law = (article: string) => entry('Advertising and personal data laws of Armenia', article, 'KU');

/** Armenia. */
export function am(): LawPack {
  return countryPack({
    id: 'am',
    country: 'AM',
    name: { en: 'Armenia', ru: 'Армения' },
    rules: [
      ...namedSenders([[operators('registered alphanumeric name, 11 characters'), {}]]),
      ...mentions({ languages, name: operators('registered sender name'), optOut: law('withdrawal of consent'), optOutSeverity: 'info' }),
      ...contents(languages, {
        'gambling-ad': operators('gambling'),
        'alcohol-no-age-gate': { ground: operators('alcohol'), settings: { ageGate: false } },
      }),
    ],
    optOut: [{ ...law('withdrawal of consent'), withinHours: 24 }],
    consent: [
      { ...law('consent to advertising'), kinds: ['marketing'], requires: 'prior' },
      { ...law('performance of a contract'), kinds: ['transactional', 'auth'], requires: 'none' },
    ],
  });
}
