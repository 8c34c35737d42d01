import { describe, expect, it } from 'vitest';
import { definePlan, trace } from '../../src/cascade/index.ts';
import { fakeProvider, scene } from './scene.ts';

describe('trace', () => {
  it('tells what happened to a delivery in both languages, in order, without number or text', async () => {
    const plan = definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 900_000 }, { channel: 'sms' }], { onUnknown: 'wait' });
    const { send, settle, receipt, store, clock } = await scene({
      plan,
      providers: (handClock) => [fakeProvider(handClock, 'whatsapp'), fakeProvider(handClock, 'sms')],
    });
    const id = await send();
    await settle();
    clock.advance(900_000);
    await settle();
    clock.advance(1_000);
    await receipt({ provider: 'sms-1', messageId: 'sms-m1', status: 'delivered' });
    await receipt({ provider: 'whatsapp-1', messageId: 'whatsapp-m1', status: 'delivered' });
    await settle();
    const [delivery] = await store.load([id]);
    if (delivery === undefined) throw new Error('It is gone.');
    expect(trace(delivery).map(({ text }) => text)).toEqual([
      'asked for',
      '1 whatsapp: attempt 1 (whatsapp-1)',
      '1 whatsapp: attempt 1 (whatsapp-1): accepted',
      '1 whatsapp: went on: not delivered in time',
      '2 sms: attempt 1 (sms-1)',
      '2 sms: attempt 1 (sms-1): accepted',
      '1 whatsapp: receipt «delivered»',
      '2 sms: receipt «delivered»',
      'reached',
      'the person received it twice',
    ]);
    const russian = trace(delivery, 'ru').map(({ text }) => text);
    expect(russian.at(-2)).toBe('доставлено');
    expect(JSON.stringify([trace(delivery), russian])).not.toMatch(/7700|Hello/u);
  });

  it('says why something was put off, refused or called off', async () => {
    const plan = definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' });
    const { send, settle, store, clearance, clock } = await scene({ plan, providers: (handClock) => [fakeProvider(handClock, 'sms')] });
    const tell = async (id: string) => trace((await store.load([id]))[0] as never).map(({ text }) => text);
    clearance.decide = () => ({ verdict: 'deferred', until: new Date(clock.now().getTime() + 60_000), reason: 'quiet-hours' });
    const id = await send();
    await settle();
    expect((await tell(id)).at(-1)).toMatch(/^put off until .*: quiet hours$/u);
    await store.wake({ sender: 'acme' }, 'withdrawn');
    await settle();
    expect(await tell(id)).toEqual(['asked for', 'called off: consent was withdrawn', 'cancelled: consent was withdrawn']);
    clearance.decide = () => ({ verdict: 'refused', scope: 'delivery', reason: 'no-consent' });
    const refused = await send();
    await settle();
    expect((await tell(refused)).at(-1)).toBe('refused, nothing was sent: no consent');
  });
});
