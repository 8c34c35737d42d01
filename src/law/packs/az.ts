import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['az', 'ru'];

/** Azerbaijan. */
export function az(): LawPack {
  return countryPack({
    id: 'az',
    country: 'AZ',
    name: { en: 'Azerbaijan', ru: 'Азербайджан' },
    rules: [...namedSenders([[entry('Azerbaijani operators', 'alphanumeric names', 'V'), {}]]), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
