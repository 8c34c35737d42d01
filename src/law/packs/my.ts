import type { LawPack } from '../pack.ts';
import { adviceConsent, adviceMentions } from './parts/advice.ts';
import { contents } from './parts/contents.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';
import { numericSendersOnly } from './parts/sender-ids.ts';

const languages = ['ms'];

/** Malaysia. */
export function my(): LawPack {
  return countryPack({
    id: 'my',
    country: 'MY',
    name: { en: 'Malaysia', ru: 'Малайзия' },
    rules: [...numericSendersOnly(entry('Malaysian operators', 'short codes only', 'V')), ...adviceMentions(languages), ...contents(languages)],
    consent: adviceConsent(),
  });
}
