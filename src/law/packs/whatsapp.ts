import type { LawPack } from '../pack.ts';
import { countryPack } from './parts/country-pack.ts';
import { entry } from './parts/entry.ts';

const policy = (article: string, since = '2020-07-01') => entry('WhatsApp Business Messaging Policy', article, 'V', since);

/** WhatsApp Business Platform: what Meta asks in every country. What it bars from sale stands with the countries' restricted contents. */
export function whatsapp(): LawPack {
  return countryPack({
    id: 'whatsapp',
    country: null,
    name: { en: 'WhatsApp Business Platform', ru: 'WhatsApp Business Platform' },
    rules: [{ ...policy('templates are filled before they are sent'), rule: 'template-placeholder-leak', severity: 'error', channels: ['whatsapp'] }],
    optOut: [{ ...policy('requests to stop are honoured, on or off WhatsApp'), withinHours: 0 }],
    consent: [
      {
        ...policy('opt-in before the business writes first', '2020-07-01'),
        kinds: ['marketing', 'transactional', 'auth'],
        channels: ['whatsapp'],
        requires: 'prior',
        note: {
          en: 'Since November 2024 the consent need not name WhatsApp; local law may ask for more.',
          ru: 'С ноября 2024 года согласие может не называть WhatsApp; местный закон может требовать большего.',
        },
      },
    ],
  });
}
