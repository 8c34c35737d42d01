import { describe, expect, it } from 'vitest';
import { createMessenger, definePlan, memoryStores } from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { manualClock, memoryProvider } from '../../src/testing/index.ts';

const minute = 60_000;

/** A parcel is announced to somebody who has told the first channel to take no more: that is recorded, which shuts the person's gate, and the next channel is asked. */
async function announce(parcels: number) {
  const clock = manualClock(new Date('2026-04-13T10:00:00Z'));
  const viber = memoryProvider({
    id: 'viber',
    channels: ['viber'],
    script: () => ({ outcome: 'rejected', errorClass: 'opted-out', providerCode: '6' }),
  });
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const stores = memoryStores({ clock, tenant: 'acme' });
  let closed = 0;
  const messenger = createMessenger({
    ...stores,
    deliveryStore: {
      ...stores.deliveryStore,
      closeSubject: (subject) => {
        closed += 1;
        return stores.deliveryStore.closeSubject(subject);
      },
    },
    clock,
    secret: Buffer.alloc(32, 7),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', viber: 'acme' }],
    channels: [viber, sms],
    templates: [
      {
        id: 'parcel',
        kind: 'transactional',
        variants: (['viber', 'sms'] as const).map((channel) => ({ channel, locale: 'en', text: 'Acme Garden: your parcel is on its way.' })),
      },
    ],
    plans: [
      definePlan(
        'parcel',
        [
          { channel: 'viber', fallBackAfterMs: 20 * minute },
          { channel: 'sms', waitFor: 'accepted' },
        ],
        { onUnknown: 'wait' },
      ),
    ],
    fallbackLocale: 'en',
  });
  const request = { to: '+447700900123', kind: 'transactional', sender: 'acme', template: 'parcel', plan: 'parcel' } as const;
  for (let number = 0; number < parcels; number += 1) await messenger.send(request, { idempotencyKey: `parcel/${number}` });
  for (let ticks = 0; ticks < 20 && (await messenger.tick()).done > 0; ticks += 1);
  return { counts: await messenger.counts(), viber, sms, closed };
}

describe('a refusal that the worker itself records', () => {
  it('is written before the next channel is asked, so that the gate it shut is not run against for ever', async () => {
    const { counts, viber, sms, closed } = await announce(1);
    expect(counts.states.reached).toBe(1);
    expect([viber.submits, sms.accepted.length, closed]).toEqual([1, 1, 1]);
  });

  it('holds up other messages to the same person no longer than their own next claim', async () => {
    const { counts, sms, closed } = await announce(4);
    expect(counts.states.reached).toBe(4);
    expect(sms.accepted).toHaveLength(4);
    expect(closed).toBe(4);
  });
});
