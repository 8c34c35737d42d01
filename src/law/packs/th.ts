import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['th'];

/** Thailand. */
export function th(): LawPack {
  return countryPack({
    id: 'th',
    country: 'TH',
    name: { en: 'Thailand', ru: 'Таиланд' },
    rules: [
      ...namedSenders([[entry('Thai operators', 'registered names, 11 characters, no space', 'V'), { allowed: 'A-Za-z\\d.\\-_&+' }]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
