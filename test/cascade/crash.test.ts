import { describe, expect, it } from 'vitest';
import { type Delivery, definePlan, isTerminal, tick } from '../../src/cascade/index.ts';
import type { ProviderCapabilities, SubmitResult } from '../../src/channels/port.ts';
import { type FakeProvider, fakeProvider, type HandClock, scene } from './scene.ts';

const minute = 60_000;
const plan = definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 30 * minute }, { channel: 'sms' }], { onUnknown: 'wait' });

/** A seeded source of numbers in [0, 1). Mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const timedOut: SubmitResult = { outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null };

/** A provider that keeps its own ledger, loses answers, refuses some people, and honours what it declares. */
function moody(
  clock: HandClock,
  channel: 'whatsapp' | 'sms',
  capabilities: Partial<ProviderCapabilities>,
  roll: () => number,
  keepsItsWord: boolean,
): FakeProvider {
  const honest = fakeProvider(clock, channel, keepsItsWord ? capabilities : {});
  return {
    ...honest,
    capabilities: { ...honest.capabilities, ...capabilities },
    async submit(message, context) {
      const mood = roll();
      if (mood < 0.1) return { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: null };
      if (mood < 0.15) return { outcome: 'rejected', errorClass: 'retryable-transient', providerCode: null };
      if (mood < 0.2) return timedOut;
      const answer = await honest.submit(message, context);
      return mood < 0.3 ? timedOut : answer;
    },
    async lookup({ stepKey }) {
      const index = honest.ledger.findIndex((taken) => taken.stepKey === stepKey);
      return index < 0 ? { found: 'absent' } : { found: 'present', providerMessageId: `${channel}-m${index + 1}`, status: 'accepted' };
    },
  };
}

const kinds: readonly (readonly [string, Partial<ProviderCapabilities>])[] = [
  ['the same key', { dedup: { by: 'key' } }],
  ['a look-up', { lookup: 'by-client-ref' }],
  ['nothing', {}],
];

async function campaign(seed: number, capabilities: Partial<ProviderCapabilities>, keepsItsWord = true) {
  const roll = dice(seed);
  const providers: FakeProvider[] = [];
  const { store, clock, deps, send } = await scene({
    plan,
    providers: (handClock) => {
      providers.push(moody(handClock, 'whatsapp', capabilities, roll, keepsItsWord), moody(handClock, 'sms', capabilities, roll, keepsItsWord));
      return providers;
    },
  });
  const ids: string[] = [];
  for (let count = 0; count < 30; count++) ids.push(await send({ validUntil: new Date(clock.now().getTime() + 120 * minute) }));
  let kills = 0;
  let told = 0;
  for (let round = 0; round < 400; round++) {
    let kill: () => void = () => undefined;
    const killed = new Promise<void>((resolve) => {
      kill = resolve;
    });
    const worker = tick(
      {
        ...deps,
        faultPoint: () => {
          if (round > 300 || roll() >= 0.04) return undefined;
          kills++;
          kill();
          return new Promise<void>(() => undefined);
        },
      },
      { limit: 1 + Math.floor(roll() * 8) },
    );
    await Promise.race([worker, killed]);
    for (const provider of providers)
      for (const [index, { stepKey }] of provider.ledger.entries())
        if (roll() < 0.02)
          await store.recordReceipts([
            {
              hash: `h${told++}`,
              provider: provider.id,
              messageId: `${provider.channels[0]}-m${index + 1}`,
              ...(roll() < 0.5 ? { clientRef: stepKey } : {}),
              status: roll() < 0.8 ? 'delivered' : 'failed',
              errorClass: null,
              providerCode: null,
              at: clock.now(),
            },
          ]);
    clock.advance(Math.floor(roll() * 2 * minute));
  }
  const deliveries = (await store.load(ids)).filter((delivery): delivery is Delivery => delivery !== undefined);
  return { deliveries, ledger: providers.flatMap(({ ledger }) => ledger), kills };
}

describe('workers killed at any fault point, answers lost, receipts early, late and twice', () => {
  it.each(kinds)('lose nobody and send nothing twice where a provider offers %s', async (_, capabilities) => {
    let kills = 0;
    let unknown = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const { deliveries, ledger, kills: now } = await campaign(seed, capabilities);
      kills += now;
      expect(deliveries).toHaveLength(30);
      for (const { state, request } of deliveries) expect(`${request.id} ${state} ${isTerminal(state)}`).toContain('true');
      const taken = ledger.map(({ stepKey }) => stepKey);
      expect(taken.length - new Set(taken).size).toBe(0);
      unknown += deliveries.filter(({ state }) => state === 'unknown').length;
      expect(deliveries.filter(({ state }) => state === 'parked' || state === 'planned')).toEqual([]);
    }
    expect(kills).toBeGreaterThan(100);
    // Where the provider can be asked, or told again, nothing stays unknown; where it cannot, some must.
    if (capabilities.lookup !== undefined) expect(unknown).toBe(0);
    if (capabilities.dedup === undefined && capabilities.lookup === undefined) expect(unknown).toBeGreaterThan(0);
  });

  it('would show messages sent twice if a provider did not keep its word', async () => {
    let twice = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { ledger } = await campaign(seed, { dedup: { by: 'key' } }, false);
      twice += ledger.length - new Set(ledger.map(({ stepKey }) => stepKey)).size;
    }
    expect(twice).toBeGreaterThan(10);
  });
});

describe('a message that kills the worker in its call', () => {
  it('takes nobody along, however often they went out together', async () => {
    let kills = 0;
    let kill: () => void = () => undefined;
    const { store, clock, deps, send } = await scene({
      plan: definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' }),
      providers: (handClock) => {
        const honest = fakeProvider(handClock, 'sms', { dedup: { by: 'key' } });
        const deadly: FakeProvider = {
          ...honest,
          async submit(message, context) {
            if (!message.to.endsWith('107')) return honest.submit(message, context);
            kills++;
            kill();
            return new Promise<never>(() => undefined);
          },
        };
        return [deadly];
      },
    });
    const ids: string[] = [];
    for (let count = 0; count < 30; count++) ids.push(await send({ validUntil: new Date(clock.now().getTime() + 60 * minute) }));
    for (let round = 0; round < 200; round++) {
      // A dead worker's answers are lost too: nothing of it is written once it has died.
      let dead = false;
      const killed = new Promise<void>((resolve) => {
        kill = () => {
          dead = true;
          resolve();
        };
      });
      const write: typeof store.write = (writes) => (dead ? new Promise<never>(() => undefined) : store.write(writes));
      const faultPoint = () => (dead ? new Promise<void>(() => undefined) : undefined);
      await Promise.race([tick({ ...deps, providers: deps.providers.map((one) => ({ ...one })), store: { ...store, write }, faultPoint }), killed]);
      clock.advance(minute);
    }
    const states = (await store.load(ids)).map((delivery) => `${delivery?.state} ${delivery?.reason}`);
    expect(states.filter((state) => state === 'reached null')).toHaveLength(29);
    expect(states.filter((state) => state === 'unknown no-answer')).toHaveLength(1);
    expect(kills).toBe(3);
  });
});
