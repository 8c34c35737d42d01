import { describe, expect, it } from 'vitest';
import { type DeliveryStore, definePlan } from '../../src/cascade/index.ts';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import { systemClock } from '../../src/clock.ts';
import { createMessenger, memoryStores, StoreUnavailableError } from '../../src/index.ts';

/** A house whose delivery store is down for the first claims, or throws something of its own. */
function house(failures: number, failure: () => Error) {
  const stores = memoryStores({ clock: systemClock, tenant: 'test' });
  let left = failures;
  const deliveryStore: DeliveryStore = {
    ...stores.deliveryStore,
    async claim(options) {
      if (left-- > 0) throw failure();
      return stores.deliveryStore.claim(options);
    },
  };
  const provider = memoryProvider({ capabilities: { receipts: 'none' } });
  const messenger = createMessenger({
    ...stores,
    deliveryStore,
    secret: Buffer.alloc(32, 1),
    law: [],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME' }],
    channels: [provider],
    templates: [{ id: 'order', kind: 'transactional', variants: [{ channel: 'sms', locale: 'en', text: 'ACME: your order is on its way.' }] }],
    plans: [definePlan('plain', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    pollMs: 1,
  });
  const failed: string[] = [];
  messenger.events.on('background-failure', ({ where, code }) => failed.push(`${where} ${code}`));
  const send = () =>
    messenger.send({ to: '+44 7700 900123', kind: 'transactional', sender: 'acme', template: 'order', plan: 'plain' }, { idempotencyKey: 'order/1' });
  return { messenger, provider, failed, send };
}

const down = () => new StoreUnavailableError('The database does not answer.');

describe('a store that is down for a while', () => {
  it('does not end a worker that runs: it is told of and tried again', async () => {
    const { messenger, provider, failed, send } = house(3, down);
    await send();
    const end = new AbortController();
    messenger.events.on('delivery-settled', () => end.abort());
    await messenger.run({ signal: end.signal });
    expect(provider.accepted).toHaveLength(1);
    expect(failed).toEqual(['tick store-unavailable', 'tick store-unavailable', 'tick store-unavailable']);
  });

  it('ends a worker when it is told to end meanwhile', async () => {
    const { messenger, provider, send } = house(Number.POSITIVE_INFINITY, down);
    await send();
    const end = new AbortController();
    messenger.events.on('background-failure', () => end.abort());
    await messenger.run({ signal: end.signal });
    expect(provider.accepted).toEqual([]);
  });

  it('is told at once to who wants the work done and not a worker, and other failures to everybody', async () => {
    const once = house(1, down);
    await expect(once.messenger.run({ signal: new AbortController().signal, untilIdle: true })).rejects.toThrow('does not answer');
    const other = house(1, () => new Error('broken'));
    await expect(other.messenger.run({ signal: new AbortController().signal })).rejects.toThrow('broken');
    expect(other.failed).toEqual([]);
  });
});
