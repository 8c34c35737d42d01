import type { LawPack } from '../pack.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';

/** What every SMS route, and every messenger without a pack of its own, asks of a text. */
export function sms(): LawPack {
  return countryPack({
    id: 'sms',
    country: null,
    name: { en: 'SMS and text messengers', ru: 'SMS и текстовые мессенджеры' },
    rules: [
      {
        ...entry("Operators' and providers' template rules", 'the text is sent as the recipient should read it', 'V'),
        rule: 'template-placeholder-leak',
        severity: 'error',
        channels: ['sms', 'rcs', 'viber', 'telegram', 'max'],
      },
    ],
  });
}
