import { createMessenger, definePlan, type Messenger, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { type ManualClock, type MemoryProvider, manualClock, memoryProvider } from 'licet/testing';

/** A messenger on memory with a clock moved by hand and a provider that keeps what it was given. */
export function openScene(): { readonly messenger: Messenger; readonly sms: MemoryProvider; readonly clock: ManualClock } {
  const clock = manualClock(new Date('2026-04-13T21:30:00Z'));
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const text = 'Acme Garden: 20% off on your birthday. Opt out: acme.example/stop';
  const messenger = createMessenger({
    ...memoryStores({ clock }),
    secret: Buffer.alloc(32, 7),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
    channels: [sms],
    templates: [{ id: 'birthday', kind: 'marketing', variants: [{ channel: 'sms', locale: 'en', text }] }],
    plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
    clock,
  });
  return { messenger, sms, clock };
}
