import { describe, expect, it } from 'vitest';
import { createMessenger, definePlan, type MessengerStores, memoryStores } from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { type SimulationOptions, type SimulationParts, simulate } from '../../src/testing/index.ts';

const sms = { id: 'sms', channels: ['sms'], capabilities: { dedup: { by: 'key' }, lookup: 'by-client-ref', reaches: 'delivered' } } as const;
const evidence = { method: 'web-form', grade: 'B' } as const;

const open = (parts: SimulationParts) =>
  createMessenger({
    ...parts,
    secret: Buffer.alloc(32, 7),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: bulbs 20% off until Friday. Opt out: acme.example/stop' }],
      },
    ],
    plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
  });

const options: SimulationOptions = {
  seed: 7,
  schedules: 60,
  moods: { crash: 0.006 },
  startAt: new Date('2026-04-13T09:00:00Z'),
  messenger: open,
  providers: [sms],
  story: (schedule, now, roll) => {
    const to = `+447700900${String(schedule).padStart(3, '0')}`;
    return [
      {
        request: {
          to,
          kind: 'marketing',
          purpose: 'offers',
          sender: 'acme',
          template: 'sale',
          plan: 'promo',
          validUntil: new Date(now.getTime() + 7_200_000),
        },
        consent: { address: to, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence },
        ...(roll() < 0.5 ? { withdrawal: { address: to, sender: 'acme', evidence, afterMs: roll() * 1_500 } } : {}),
      },
    ];
  },
};

const swap = (change: (store: MessengerStores['deliveryStore']) => Partial<MessengerStores['deliveryStore']>): SimulationOptions['stores'] => {
  return (clock) => {
    const stores = memoryStores({ clock });
    return { ...stores, deliveryStore: { ...stores.deliveryStore, ...change(stores.deliveryStore) } };
  };
};

describe('simulate', () => {
  it('finds nothing wrong with the real code, in a world that is anything but calm', async () => {
    const result = await simulate(options);
    expect(result.violations).toEqual({});
    expect(result.crashes).toBeGreaterThan(5);
    expect(result.storeFaults).toBeGreaterThan(5);
    expect(result.withdrawals).toBeGreaterThan(10);
    expect(Object.values(result.states).reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(result.states.reached).toBeGreaterThan(10);
  });

  it('plays the same seed in the same order, step by step, and another one differently', async () => {
    const [first, again, other] = [await simulate(options), await simulate(options), await simulate({ ...options, seed: 8 })];
    expect(again).toEqual(first);
    expect(other.traceHash).not.toBe(first.traceHash);
  });

  it('catches a provider that does not keep its word about keys', async () => {
    const { violations, firstViolation } = await simulate({
      ...options,
      schedules: 200,
      moods: { lost: 0.4 },
      providers: [{ ...sms, keepsItsWord: false }],
    });
    expect(Object.keys(violations)).toContain('P3: a step was accepted 2 times');
    expect(firstViolation?.what.length).toBeGreaterThan(0);
  });

  it('catches a store that closes no gate', async () => {
    const { violations } = await simulate({
      ...options,
      schedules: 600,
      moods: { lost: 0, crash: 0.01, stall: 0.02 },
      stores: swap(() => ({ closeSubject: async () => [], openAttempts: async () => [] })),
      story: (schedule, now, roll) =>
        options
          .story(schedule % 1_000, now, roll)
          .map((message) => ({ ...message, withdrawal: { address: message.request.to, sender: 'acme', evidence, afterMs: roll() * 400 } })),
    });
    expect(Object.keys(violations)).toContain('P2: a call began after an acknowledged withdrawal');
  });

  it('catches a store that forgets a delivery, and one that never gives a lease back', async () => {
    const forgetful = swap((store) => ({
      load: async (ids) => (await store.load(ids)).map((delivery) => (delivery?.state === 'reached' ? undefined : delivery)),
    }));
    expect(Object.keys((await simulate({ ...options, stores: forgetful })).violations)).toContain('P6: a delivery is gone');
    const greedy = swap((store) => ({ claim: async (given) => ({ ...(await store.claim({ ...given, limit: 0 })), nextDueAt: null }) }));
    expect((await simulate({ ...options, stores: greedy })).violations).toMatchObject({ 'P6: it does not end': 1 });
  });

  it('asks the host about each call and each message', async () => {
    const { violations, calls, taken } = await simulate({
      ...options,
      schedules: 20,
      checkCall: ({ kind, to }) => (kind === 'marketing' && to.endsWith('5') ? 'own: a number with a five' : undefined),
      checkTaken: ({ provider }) => (provider === 'sms' ? undefined : 'own: another provider'),
    });
    expect(Object.keys(violations)).toEqual(['own: a number with a five']);
    expect(calls).toBeGreaterThan(0);
    expect(taken).toBeGreaterThan(0);
  });

  it('counts calls against the pace a provider declares', async () => {
    const together = (schedule: number, now: Date, roll: () => number) =>
      Array.from({ length: 6 }, (_, number) => options.story((schedule * 6 + number) % 1_000, now, roll)).flat();
    const paced = { ...sms, capabilities: { ...sms.capabilities, limits: { perSecond: 2 } } };
    const kept = await simulate({ ...options, schedules: 15, story: together, providers: [paced] });
    expect(kept.violations).toEqual({});
    const unkept = await simulate({
      ...options,
      schedules: 15,
      story: together,
      providers: [paced],
      messenger: (parts) =>
        open({ ...parts, channels: parts.channels.map((channel) => ({ ...channel, capabilities: { ...channel.capabilities, limits: {} } })) }),
    });
    expect(Object.keys(unkept.violations)).toContain('P12: sms got more than 2 calls in a second');
  });
});
