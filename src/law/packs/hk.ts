import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { namedSenders } from './parts/sender-ids.ts';

const languages = ['zh', 'en'];

/** Hong Kong. */
export function hk(): LawPack {
  return countryPack({
    id: 'hk',
    country: 'HK',
    name: { en: 'Hong Kong', ru: 'Гонконг' },
    rules: [
      ...namedSenders([[entry('OFCA sender registry', 'registered senders may begin with #', 'V'), { allowed: 'A-Za-z\\d.\\-_ &+#' }]]),
      ...adviceMentions(languages),
      ...contents(languages),
    ],
    consent: adviceConsent(),
  });
}
