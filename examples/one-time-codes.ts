import { randomBytes, randomInt } from 'node:crypto';
import { createMessenger, definePlan, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { manualClock, memoryProvider } from 'licet/testing';

// A login code: seconds count, a second copy harms nobody, so an outcome nobody knows opens the next channel. No consent is asked for, and
// quiet hours do not hold it back; it is three in the morning here.

const clock = manualClock(new Date('2026-04-13T03:00:00Z'));
const first = memoryProvider({ id: 'first', channels: ['sms'] });
const second = memoryProvider({ id: 'second', channels: ['sms'] });
const text = 'Acme Garden: your code is {{code}}. Never tell it to anybody.';
const messenger = createMessenger({
  ...memoryStores({ clock }),
  secret: randomBytes(32),
  law: [gb()],
  senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
  channels: [first, second],
  templates: [{ id: 'code', kind: 'auth', variants: [{ channel: 'sms', locale: 'en', text }] }],
  plans: [
    definePlan(
      'code',
      [
        { channel: 'sms', provider: 'first', waitFor: 'delivered', fallBackAfterMs: 20_000 },
        { channel: 'sms', provider: 'second', waitFor: 'accepted' },
      ],
      { onUnknown: 'next', validForMs: 120_000 },
    ),
  ],
  clock,
});

const code = String(randomInt(1_000_000)).padStart(6, '0');
const sent = await messenger.send(
  { to: '+447700900123', kind: 'auth', sender: 'acme', template: 'code', plan: 'code', values: { code } },
  { idempotencyKey: 'login/4711' },
);
await messenger.tick();
console.log(`first ${first.accepted.length}, second ${second.accepted.length}`);
clock.advance(20_000); // no receipt in time
await messenger.tick();
console.log(`first ${first.accepted.length}, second ${second.accepted.length}`);
console.log('deliveryId' in sent && (await messenger.delivery(sent.deliveryId))?.state);

// first 1, second 0
// first 1, second 1
// reached
