import { randomBytes } from 'node:crypto';
import { createMessenger, definePlan, type Messenger, memoryStores, systemClock } from 'licet';
import { gb } from 'licet/law/gb';
import { memoryProvider } from 'licet/testing';
import { linkTokens, optOutLinks, preferencePage, type WebHandler } from 'licet/web';

// What the hosts of this folder share: a messenger, and the page where people choose what they get.

export interface Host {
  readonly messenger: Messenger;
  readonly preferences: WebHandler;
  /** The link to a person's own page. */
  preferencesOf(address: string): string;
}

/** A real host gives PostgreSQL stores, secrets from its vault, and real providers. */
export function openHost(): Host {
  const stores = memoryStores({ clock: systemClock });
  const messenger = createMessenger({
    ...stores,
    secret: randomBytes(32),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
    channels: [memoryProvider({ id: 'sms', channels: ['sms'] })],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: bulbs 20% off until Friday. Opt out: acme.example/stop' }],
      },
    ],
    plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
  });
  const tokens = linkTokens({ secrets: [randomBytes(32)], tenant: 'acme' });
  const links = optOutLinks({ tokens, unsubscribeUrl: 'https://acme.example/stop', preferencesUrl: 'https://acme.example/preferences' });
  return {
    messenger,
    preferences: preferencePage({
      consent: messenger.consent,
      tokens,
      clock: systemClock,
      brand: { name: 'Acme Garden' },
      notices: stores.documentStore,
      sender: 'acme',
      publicUrl: 'https://acme.example/preferences',
      topics: [{ id: 'offers', purposes: ['offers'], channels: ['sms'], texts: { en: { version: '1', label: 'Offers, twice a month at most' } } }],
    }),
    preferencesOf(address) {
      const link = links.preferences({ subject: messenger.consent.subject(address), sender: 'acme' }, systemClock.now());
      return link ?? 'https://acme.example/preferences';
    },
  };
}
