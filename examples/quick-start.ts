// #region quick-start
import { randomBytes } from 'node:crypto';
import { createMessenger, definePlan, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { manualClock, memoryProvider } from 'licet/testing';

const clock = manualClock(new Date('2026-04-13T10:00:00Z'));
const sms = memoryProvider({ id: 'sms', channels: ['sms'] }); // a real one: twilio({ … }), smsc({ … })
const text = 'Acme Garden: bulbs 20% off until Friday. Opt out: acme.example/stop';
const messenger = createMessenger({
  ...memoryStores({ clock }), // durable ones: ...postgresStores({ client, tenant })
  secret: randomBytes(32), // keep it: people are referred to by a hash made with it
  law: [gb()],
  senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
  channels: [sms],
  templates: [{ id: 'sale', kind: 'marketing', variants: [{ channel: 'sms', locale: 'en', text }] }],
  plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
  clock,
});
const emma = { address: '+447700900123', sender: 'acme', evidence: { method: 'web-form', grade: 'B' } } as const;
const sale = { to: '07700 900123', country: 'GB', kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'sale', plan: 'promo' } as const;

await messenger.consent.grant({ ...emma, purposes: ['offers'], channels: ['sms'] });
await messenger.send(sale, { idempotencyKey: 'sale/1' });
await messenger.tick(); // in a service: messenger.run({ signal })
console.log(sms.accepted.length); // 1
await messenger.consent.withdraw(emma);
const second = await messenger.send(sale, { idempotencyKey: 'sale/2' });
await messenger.tick();
console.log('deliveryId' in second && (await messenger.delivery(second.deliveryId))?.reason); // consent-withdrawn
// #endregion
