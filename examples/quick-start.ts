// #region quick-start
import { randomBytes } from 'node:crypto';
import { createMessenger, definePlan, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { manualClock, memoryProvider } from 'licet/testing';

const clock = manualClock(new Date('2026-04-13T10:00:00Z'));
const sms = memoryProvider({ id: 'sms', channels: ['sms'] }); // a real one: twilio({ … }), smsc({ … })
const messenger = createMessenger({
  ...memoryStores({ clock }), // a durable one: ...postgresStores({ client, tenant })
  secret: randomBytes(32), // keep it: people are referred to by a hash made with it
  law: [gb()],
  senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
  channels: [sms],
  templates: [
    {
      id: 'sale',
      kind: 'marketing',
      variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: {{name}}, bulbs 20% off. Opt out: acme.example/stop' }],
    },
  ],
  plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
  clock,
});
const message = {
  to: '07700 900123',
  country: 'GB',
  kind: 'marketing',
  purpose: 'offers',
  sender: 'acme',
  template: 'sale',
  plan: 'promo',
  values: { name: 'Emma' },
} as const;
const evidence = { method: 'web-form', grade: 'B' } as const;

await messenger.consent.grant({ address: '+447700900123', sender: 'acme', purposes: ['offers'], channels: ['sms'], evidence });
await messenger.send(message, { idempotencyKey: 'sale/1' });
await messenger.tick(); // or messenger.run({ signal }): claims, clears, submits
console.log(sms.accepted.length); // 1
await messenger.consent.withdraw({ address: '+447700900123', sender: 'acme', evidence: { method: 'link', grade: 'A' } });
const second = await messenger.send(message, { idempotencyKey: 'sale/2' });
await messenger.tick();
console.log('deliveryId' in second && (await messenger.delivery(second.deliveryId))?.reason); // consent-withdrawn
// #endregion
