import { createMessenger, definePlan, type MessengerStores, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { ru } from 'licet/law/ru';
import { type ManualClock, manualClock, memoryProvider } from 'licet/testing';
import { describe, expect, it } from 'vitest';
import type { SubmitResult } from '../../src/channels/port.ts';
import type { LawPack } from '../../src/law/index.ts';

const START = new Date('2026-04-13T10:00:00Z');
const PHONE = '+447700900123';

interface SceneOptions {
  readonly change?: (stores: MessengerStores) => Partial<MessengerStores>;
  readonly answer?: SubmitResult;
  readonly law?: readonly LawPack[];
  readonly start?: Date;
}

function scene({ change = () => ({}), answer, law = [gb()], start = START }: SceneOptions = {}) {
  const clock = manualClock(start);
  const stores = memoryStores({ clock });
  const messenger = createMessenger({
    ...stores,
    ...change(stores),
    secret: new Uint8Array(32).fill(7),
    law,
    senders: [
      { id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '106300000000001' },
      { id: 'shop', legalEntity: 'Acme Shop Ltd', displayName: 'Acme Shop', sms: 'ACMESHOP' },
    ],
    channels: [
      memoryProvider({ id: 'sms', channels: ['sms'], ...(answer === undefined ? {} : { script: () => answer }) }),
      memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] }),
    ],
    templates: [{ id: 'ready', kind: 'transactional', variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: your order is ready.' }] }],
    plans: [definePlan('notice', [{ channel: 'sms' }], { onUnknown: 'wait' })],
    clock,
  });
  const send = (startAt?: Date) =>
    messenger.send(
      {
        to: PHONE,
        kind: 'transactional',
        sender: 'acme',
        template: 'ready',
        plan: 'notice',
        locale: 'en',
        ...(startAt === undefined ? {} : { startAt }),
      },
      { idempotencyKey: `m-${clock.monotonicMs()}` },
    );
  return { messenger, clock, send, stores };
}

describe('readiness', () => {
  it('of an idle messenger: every store answers, nothing is overdue, every way is open', async () => {
    const { messenger } = scene();
    const readiness = await messenger.readiness();
    expect(readiness.stores.map(({ store, reachable }) => [store, reachable])).toEqual([
      ['consent', true],
      ['deliveries', true],
      ['counters', true],
      ['documents', true],
      ['keys', true],
    ]);
    expect(readiness).toMatchObject({ state: 'ok', worries: [], lagMs: 0, senders: { open: 3, total: 3, closed: [] }, stalePacks: [] });
  });

  it('asking changes nothing that is counted', async () => {
    const { messenger, stores, clock } = scene();
    for (let times = 0; times < 5; times++) await messenger.readiness();
    const sum = { kind: 'sum', key: 'readiness', amount: 1, max: 1, expiresAt: new Date(clock.now().getTime() + 1) } as const;
    expect((await stores.counterStore.take([[sum]], clock.now())).results[0]!.taken).toBe(true);
    expect((await messenger.counts()).total).toBe(0);
  });

  it('tells how long the oldest waits, not what is due later', async () => {
    const { messenger, clock, send } = scene();
    await send(new Date(START.getTime() + 10 * 60_000));
    expect((await messenger.readiness()).lagMs).toBe(0);
    clock.advance(12 * 60_000);
    expect(await messenger.readiness()).toMatchObject({ lagMs: 120_000, state: 'degraded', worries: ['queue-behind'] });
    expect((await messenger.readiness({ maxLagMs: 300_000 })).state).toBe('ok');
    await messenger.tick();
    expect((await messenger.readiness()).lagMs).toBe(0);
  });

  it.each(['consent', 'deliveries', 'counters', 'documents', 'keys'] as const)(
    'a store of %s that throws makes it fail, without its words',
    async (name) => {
      const down = () => Promise.reject(new Error(`connection of ${PHONE} refused`));
      const { messenger } = scene({
        change: ({ consentStore, deliveryStore, counterStore, documentStore, keyStore }) =>
          ({
            consent: { consentStore: { ...consentStore, load: down } },
            deliveries: { deliveryStore: { ...deliveryStore, nextDue: down } },
            counters: { counterStore: { ...counterStore, take: down } },
            documents: { documentStore: { ...documentStore, list: down } },
            keys: { keyStore: { ...keyStore!, get: down } },
          })[name],
      });
      const readiness = await messenger.readiness();
      expect(readiness).toMatchObject({ state: 'failing', worries: ['store-unreachable'] });
      expect(readiness.stores.filter(({ reachable }) => !reachable).map(({ store }) => store)).toEqual([name]);
      expect(JSON.stringify(readiness)).not.toContain(PHONE);
      if (name === 'deliveries') expect(readiness.lagMs).toBeNull();
    },
  );

  it('a store that never answers is waited for no longer than told', async () => {
    const { messenger, clock } = scene({
      change: ({ consentStore }) => ({ consentStore: { ...consentStore, load: () => new Promise(() => undefined) } }),
    });
    const asked = messenger.readiness({ timeoutMs: 500 });
    await settle(clock, 500);
    const { state, stores } = await asked;
    expect([state, stores.find(({ store }) => store === 'consent')]).toEqual(['failing', { store: 'consent', reachable: false, tookMs: 500 }]);
  });

  it('names a sender that its provider refused, until that is over', async () => {
    const { messenger, clock, send } = scene({ answer: { outcome: 'rejected', errorClass: 'insufficient-funds', providerCode: '7' } });
    await send();
    await messenger.tick();
    const readiness = await messenger.readiness();
    expect(readiness).toMatchObject({ state: 'degraded', worries: ['sender-closed'], senders: { open: 2, total: 3 } });
    expect(readiness.senders.closed).toEqual([
      { provider: 'sms', sender: 'acme', state: 'closed', reason: 'insufficient-funds', until: new Date(START.getTime() + 900_000) },
    ]);
    clock.advance(900_001);
    expect((await messenger.readiness()).senders).toEqual({ open: 3, total: 3, closed: [] });
  });

  it('names what a person has paused, and that no way is left', async () => {
    const { messenger } = scene();
    await messenger.control({ level: 'sender', id: 'shop' }, 'paused');
    expect((await messenger.readiness()).senders.closed).toEqual([{ provider: 'sms', sender: 'shop', state: 'paused' }]);
    await messenger.control({ level: 'all' }, 'paused');
    const { worries, senders, state } = await messenger.readiness();
    expect([state, worries, senders.open]).toEqual(['degraded', ['sender-closed', 'no-sender-open'], 0]);
  });

  it('names packs whose entries should have been looked at again', async () => {
    const { messenger } = scene({ law: [ru()], start: new Date('2031-01-10T10:00:00Z') });
    const { worries, stalePacks } = await messenger.readiness();
    expect(worries).toEqual(['law-stale']);
    expect(stalePacks).toHaveLength(1);
    expect(stalePacks[0]).toMatchObject({ pack: 'ru' });
    expect(stalePacks[0]!.entries).toBeGreaterThan(10);
  });
});

describe('health', () => {
  it('is alive before, during and after ticks, and not when one hangs', async () => {
    let free: () => void = () => undefined;
    const { messenger, clock } = scene({
      change: ({ deliveryStore }) => ({
        deliveryStore: {
          ...deliveryStore,
          claim: async (options) => {
            await new Promise<void>((resolve) => {
              free = resolve;
            });
            return deliveryStore.claim(options);
          },
        },
      }),
    });
    expect(messenger.health()).toEqual({ alive: true, lastTickAt: null, lastFailure: null, tickingForMs: null });
    const ticking = messenger.tick();
    await settle(clock, 60_000);
    expect(messenger.health()).toMatchObject({ alive: true, tickingForMs: 60_000 });
    clock.advance(15 * 60_000);
    expect(messenger.health().alive).toBe(false);
    free();
    await ticking;
    expect(messenger.health()).toEqual({ alive: true, lastTickAt: clock.now(), lastFailure: null, tickingForMs: null });
  });
});

/** Lets what was begun get to where it waits, and moves time. */
async function settle(clock: ManualClock, ms: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(ms);
}
