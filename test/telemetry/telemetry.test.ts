import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { createMessenger, definePlan, memoryStores, StoreUnavailableError } from 'licet';
import { gb } from 'licet/law/gb';
import { telemetry } from 'licet/telemetry';
import { type ManualClock, type MemoryProviderOptions, manualClock, memoryProvider } from 'licet/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Recording, record } from './recording.ts';

const START = new Date('2026-04-13T10:00:00Z');
const PHONE = '+447700900123';
let recording: Recording;
afterEach(() => recording.stop());

function house(sms: MemoryProviderOptions = {}, stores = (clock: ManualClock) => memoryStores({ clock })) {
  recording = record();
  const clock = manualClock(START);
  const otel = telemetry({ ...recording, monotonicMs: clock.monotonicMs });
  const provider = memoryProvider({ id: 'sms', channels: ['sms'], ...sms });
  const messenger = createMessenger({
    ...stores(clock),
    secret: new Uint8Array(32).fill(7),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
    channels: [provider],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: [{ channel: 'sms', locale: 'en', text: 'Acme Garden: bulbs are 20% off until Friday. Opt out: acme.example/stop' }],
      },
    ],
    plans: [definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })],
    clock,
    observe: otel.observe,
  });
  const stop = otel.follow(messenger);
  return { messenger, provider, clock, stop };
}

type House = ReturnType<typeof house>;

const grant = ({ messenger }: House) =>
  messenger.consent.grant({
    address: PHONE,
    sender: 'acme',
    purposes: ['offers'],
    channels: ['sms'],
    evidence: { method: 'web-form', grade: 'B' },
    occurredAt: new Date('2026-01-10T09:00:00Z'),
  });
const send = ({ messenger }: House, key = 'one') =>
  messenger.send(
    { to: PHONE, kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'sale', plan: 'promo', locale: 'en' },
    { idempotencyKey: key },
  );

describe('spans of a message', () => {
  it('plan, tick, gate and call, the latter two inside the tick, by the conventions', async () => {
    const home = house();
    await grant(home);
    const { deliveryId } = (await send(home)) as { readonly deliveryId: string };
    await home.messenger.tick();
    const spans = recording.spans();
    const named = (name: string) => spans.find((span) => span.name === name)!;
    expect(spans.map(({ name }) => name).toSorted()).toEqual(['clear deliveries', 'plan deliveries', 'submit sms', 'tick deliveries']);
    expect(named('submit sms').attributes).toEqual({
      'messaging.system': 'memory',
      'messaging.operation.name': 'submit',
      'messaging.operation.type': 'send',
      'messaging.destination.name': 'sms',
      'messaging.message.id': `${deliveryId}.0`,
      'licet.message.kind': 'marketing',
      'licet.attempt': 1,
      'licet.outcome': 'accepted',
    });
    expect([named('submit sms').kind, named('plan deliveries').kind, named('tick deliveries').kind]).toEqual([
      SpanKind.CLIENT,
      SpanKind.PRODUCER,
      SpanKind.CONSUMER,
    ]);
    expect(named('tick deliveries').attributes).toMatchObject({
      'messaging.operation.type': 'process',
      'messaging.batch.message_count': 1,
      'licet.count.accepted': 1,
    });
    expect(named('clear deliveries').attributes).toMatchObject({ 'messaging.batch.message_count': 1, 'licet.count.cleared': 1 });
    const inside = named('tick deliveries').spanContext().spanId;
    expect([named('submit sms'), named('clear deliveries')].map((span) => span.parentSpanContext?.spanId)).toEqual([inside, inside]);
    expect(named('plan deliveries').parentSpanContext).toBeUndefined();
  });

  it('a refused call is an error with its class, an unknown outcome too', async () => {
    const home = house({
      script: ({ stepKey }) =>
        stepKey === '' ? undefined : { outcome: 'rejected', errorClass: 'insufficient-funds', providerCode: '7', detail: `no money for ${PHONE}` },
    });
    await grant(home);
    await send(home);
    await home.messenger.tick();
    const span = recording.spans().find(({ name }) => name === 'submit sms')!;
    expect(span.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span.attributes).toMatchObject({ 'error.type': 'insufficient-funds', 'licet.outcome': 'rejected' });
    expect(span.events).toEqual([]);
  });

  it('an adapter that throws leaves neither message nor stack', async () => {
    const home = house({
      script: () => {
        throw new Error(`cannot reach ${PHONE}`);
      },
    });
    await grant(home);
    await send(home);
    await home.messenger.tick();
    const span = recording.spans().find(({ name }) => name === 'submit sms')!;
    expect([span.status, span.attributes['error.type'], span.events]).toEqual([{ code: SpanStatusCode.ERROR }, '_OTHER', []]);
  });

  it('a store that is down ends the tick with its code', async () => {
    const home = house({}, (clock) => {
      const stores = memoryStores({ clock });
      return { ...stores, deliveryStore: { ...stores.deliveryStore, claim: () => Promise.reject(new StoreUnavailableError('down')) } };
    });
    await expect(home.messenger.tick()).rejects.toThrow('down');
    expect(recording.spans().find(({ name }) => name === 'tick deliveries')!.attributes['error.type']).toBe('store-unavailable');
    expect(home.messenger.health()).toMatchObject({ alive: true, lastFailure: 'store-unavailable', lastTickAt: START });
  });

  it('a webhook and a withdrawal have spans; a provider nobody has makes none', async () => {
    const home = house();
    const call = (provider: string, body: string) =>
      home.messenger.webhook(provider, new Request(`https://hooks.example.test/${provider}`, { method: 'POST', body }));
    await call('sms', '{"events":[]}');
    await call('sms', 'not json');
    await call(PHONE, '{}');
    await home.messenger.consent.withdraw({ address: PHONE, evidence: { method: 'call', grade: 'B' } });
    const seen = recording.spans().map(({ name, attributes }) => [name, attributes['licet.outcome'], attributes['error.type']]);
    expect(seen).toEqual([
      ['webhook webhooks', '200', undefined],
      ['webhook webhooks', '400', '400'],
      ['withdraw consent', 'complete', undefined],
    ]);
  });
});

describe('metrics', () => {
  it('durations, messages sent and what became of deliveries', async () => {
    const home = house();
    await grant(home);
    await send(home);
    await home.messenger.tick();
    await home.messenger.tick();
    await home.messenger.webhook(
      'sms',
      new Request('https://hooks.example.test/sms', {
        method: 'POST',
        body: JSON.stringify({ events: [home.provider.receipt('sms-1', 'delivered')] }),
      }),
    );
    const points = await recording.points();
    const of = (name: string) => points.filter((point) => point.name === name);
    const call = {
      'messaging.system': 'memory',
      'messaging.operation.name': 'submit',
      'messaging.operation.type': 'send',
      'messaging.destination.name': 'sms',
    };
    expect(of('messaging.client.sent.messages')).toEqual([{ name: 'messaging.client.sent.messages', unit: '{message}', attributes: call, value: 1 }]);
    expect(of('messaging.client.operation.duration').find(({ attributes }) => attributes['messaging.operation.name'] === 'submit')).toMatchObject({
      unit: 's',
      attributes: call,
      value: { count: 1 },
    });
    // One tick had something to do; the other found nothing due.
    expect(of('messaging.process.duration').map(({ value }) => (value as { count: number }).count)).toEqual([1]);
    await home.messenger.tick();
    expect((await recording.points()).find(({ name }) => name === 'licet.deliveries.settled')).toMatchObject({
      attributes: { 'licet.state': 'reached', 'messaging.destination.name': 'sms' },
      value: 1,
    });
  });

  it('readiness as gauges: overdue deliveries, stores, senders', async () => {
    const home = house();
    await grant(home);
    await send(home);
    home.clock.advance(90_000);
    const gauge = async (name: string, attributes = {}) =>
      (await recording.points()).filter(
        (point) => point.name === name && Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
      )[0]?.value;
    expect(await gauge('licet.queue.lag')).toBe(90);
    expect(await gauge('licet.ready')).toBe(0.5);
    expect(await gauge('licet.senders.open')).toBe(1);
    expect(await gauge('licet.store.reachable', { 'licet.store': 'deliveries' })).toBe(1);
    await home.messenger.tick();
    expect(await gauge('licet.queue.lag')).toBe(0);
    const listening = home.messenger.events.listenerCount('delivery-settled');
    home.stop();
    expect(home.messenger.events.listenerCount('delivery-settled')).toBe(listening - 1);
  });
});
