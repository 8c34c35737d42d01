import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['tg', 'ru'];

/** Tajikistan. */
export function tj(): LawPack {
  return countryPack({
    id: 'tj',
    country: 'TJ',
    name: { en: 'Tajikistan', ru: 'Таджикистан' },
    rules: [...namedSenders([[entry('Tajik operators', 'alphanumeric names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
