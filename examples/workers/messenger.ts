import { createMessenger, definePlan, type Messenger } from 'licet';
import { gb } from 'licet/law/gb';
import { postgresStores, type SqlClient } from 'licet/postgres';
import { memoryProvider } from 'licet/testing';

/** The messenger that every process of the service opens: those that take requests, and those that work. */
export function openMessenger(client: SqlClient, secret: Uint8Array): Messenger {
  return createMessenger({
    ...postgresStores({ client, tenant: 'acme' }),
    secret,
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
    channels: [memoryProvider({ id: 'sms', channels: ['sms'] })], // a real one: twilio({ … }), smsc({ … })
    templates: [
      { id: 'parcel', kind: 'transactional', variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: your parcel is on its way.' }] },
    ],
    plans: [definePlan('parcel', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
  });
}

/** What the web process does with an order. */
export async function announceParcel(messenger: Messenger, phone: string, orderId: string): Promise<void> {
  await messenger.send(
    { to: phone, kind: 'transactional', sender: 'acme', template: 'parcel', plan: 'parcel' },
    { idempotencyKey: `parcel/${orderId}` },
  );
}
