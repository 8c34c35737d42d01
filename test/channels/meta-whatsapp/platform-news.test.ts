import { createHmac, randomBytes } from 'node:crypto';
import { createMessenger, definePlan, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import { manualClock, memoryProvider } from 'licet/testing';
import { describe, expect, it } from 'vitest';
import { whatsappCloud } from '../../../src/channels/meta-whatsapp/index.ts';

const START = new Date('2026-04-13T10:00:00Z');
const PHONE = '+447700900123';
const secret = 'app-secret';

/** A house with the Cloud API on a recorded wire, SMS behind it, and one transactional template filed as utility. */
function house() {
  const clock = manualClock(START);
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new URL(new Request(input, init).url).pathname);
    return Response.json({ messaging_product: 'whatsapp', messages: [{ id: `wamid.${sent.length}`, message_status: 'accepted' }] });
  };
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const heard: [string, object][] = [];
  const messenger = createMessenger({
    ...memoryStores({ clock }),
    secret: randomBytes(32),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '106300000000001' }],
    channels: [whatsappCloud({ phoneNumberId: '106300000000001', accessToken: 'token', appSecret: secret, clock, fetch }), sms],
    templates: [
      {
        id: 'ready',
        kind: 'transactional',
        variants: [
          {
            channel: 'whatsapp',
            locale: 'en',
            text: 'Acme Garden: your order is ready. Reply STOP for no more notices.',
            whatsapp: { name: 'order_ready', language: 'en', category: 'UTILITY' },
          },
          { channel: 'sms', locale: 'en', text: 'Acme Garden: your order is ready.' },
        ],
      },
    ],
    plans: [
      definePlan(
        'order',
        [
          { channel: 'whatsapp', waitFor: 'accepted', fallBackAfterMs: 900_000 },
          { channel: 'sms', waitFor: 'accepted' },
        ],
        { onUnknown: 'wait' },
      ),
    ],
    clock,
  });
  for (const name of ['template-recategorised', 'account-halted', 'preference-returned', 'platform-changed'] as const)
    messenger.events.on(name, (event: object) => heard.push([name, event]));
  let orders = 0;
  return {
    messenger,
    clock,
    sent,
    sms,
    heard,
    /** Sends one order notice and says by which channel it went. */
    async order(): Promise<'whatsapp' | 'sms' | 'nobody'> {
      const before = [sent.length, sms.accepted.length];
      orders += 1;
      // Beyond the pair rate.
      await clock.advance(60_000);
      const request = {
        to: PHONE,
        kind: 'transactional',
        purpose: 'offers',
        sender: 'acme',
        template: 'ready',
        plan: 'order',
        locale: 'en',
      } as const;
      await messenger.send({ ...request, validUntil: new Date(clock.now().getTime() + 3_600_000) }, { idempotencyKey: `order-${orders}` });
      await messenger.tick();
      await messenger.tick();
      return sent.length > before[0]! ? 'whatsapp' : sms.accepted.length > before[1]! ? 'sms' : 'nobody';
    },
    async hook(field: string, value: object): Promise<number> {
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', time: clock.now().getTime() / 1_000, changes: [{ field, value }] }],
      });
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const request = new Request('https://hooks.example.test/in', { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
      return (await messenger.webhook('meta-whatsapp', request)).status;
    },
  };
}

describe('news of the platform, from its webhook to the next message', () => {
  it('an announced move to marketing sends order notices by SMS, until the person agrees to marketing', async () => {
    const { messenger, order, hook, heard } = house();
    expect(await order()).toBe('whatsapp');
    const drift = { message_template_name: 'order_ready', message_template_language: 'en', message_template_id: 7, new_category: 'UTILITY' };
    expect(await hook('template_category_update', { ...drift, correct_category: 'MARKETING', category_update_timestamp: 1_776_160_000 })).toBe(200);
    expect(heard).toContainEqual([
      'template-recategorised',
      { provider: 'meta-whatsapp', name: 'order_ready', category: 'MARKETING', announced: true },
    ]);
    expect(await order()).toBe('sms');
    await messenger.consent.grant({
      address: PHONE,
      sender: 'acme',
      purposes: ['offers'],
      channels: ['whatsapp'],
      evidence: { method: 'web-form', grade: 'B' },
    });
    expect(await order()).toBe('whatsapp');
  });

  it('a banned account is passed over until it is reinstated', async () => {
    const { order, hook, heard } = house();
    expect(await hook('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } })).toBe(200);
    expect(heard.map(([name]) => name)).toContain('account-halted');
    expect(await order()).toBe('sms');
    await hook('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } });
    expect(await order()).toBe('whatsapp');
  });

  it('a stop on the platform is a withdrawal; a return is told and undoes nothing', async () => {
    const { messenger, hook, heard } = house();
    const subject = messenger.consent.subject(PHONE);
    const kinds = async () => (await messenger.consent.load([subject])).get(subject)?.map(({ kind }) => kind);
    const preference = (value: string) => ({
      user_preferences: [{ wa_id: '447700900123', category: 'marketing_messages', value, timestamp: 1_776_074_400 }],
    });
    expect(await hook('user_preferences', preference('stop'))).toBe(200);
    expect(await hook('user_preferences', preference('stop'))).toBe(200);
    expect(await kinds()).toEqual(['withdrawn']);
    expect(await hook('user_preferences', preference('resume'))).toBe(200);
    expect(await kinds()).toEqual(['withdrawn']);
    expect(heard).toEqual([['preference-returned', { provider: 'meta-whatsapp', subject }]]);
  });

  it('nothing is changed by news nobody signed', async () => {
    const { messenger, order } = house();
    const body = JSON.stringify({ entry: [{ changes: [{ field: 'account_update', value: { ban_info: { waba_ban_state: 'DISABLE' } } }] }] });
    const request = new Request('https://hooks.example.test/in', { method: 'POST', body, headers: { 'x-hub-signature-256': 'sha256=00' } });
    expect((await messenger.webhook('meta-whatsapp', request)).status).toBe(401);
    expect(await order()).toBe('whatsapp');
  });
});
