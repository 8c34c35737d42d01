import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { metaErrors, type WhatsappCloudOptions, whatsappCloud } from '../../../src/channels/meta-whatsapp/index.ts';
import { InvalidOptionsError } from '../../../src/errors.ts';
import { clearedMessage, firstAttempt, forgeries, json, tenOClock, webhookCall, wire } from '../provider-bench.ts';

const net = wire();
const options: WhatsappCloudOptions = {
  phoneNumberId: '106300000000001',
  accessToken: 'token-1',
  appSecret: ['new-secret', 'old-secret'],
  verifyToken: 'verify-me',
  clock: tenOClock,
  timeoutMs: 1_000,
};
const provider = whatsappCloud(options);
const message = (over: Parameters<typeof clearedMessage>[0]) => clearedMessage({ channel: 'whatsapp', from: '106300000000001', ...over });
const ok = json({ messages: [{ id: 'wamid.X', message_status: 'accepted' }] });
const sent = () => JSON.parse(net.seen[0]?.body ?? 'null') as unknown;

describe('submit', () => {
  it('sends a template with named and positional values and buttons', async () => {
    net.answer(ok);
    const content = {
      type: 'template',
      name: 'order_ready_v2',
      language: 'ru',
      header: [{ value: 'Заказ' }],
      body: [{ name: 'order_no', value: '4471' }],
      buttons: [
        { index: 0, type: 'url', value: '4471' },
        { index: 1, type: 'quick-reply', value: 'STOP' },
        { index: 2, type: 'copy-code', value: 'SALE' },
      ],
      text: 'Заказ 4471 готов',
    } as const;
    expect(await provider.submit(message({ content }), firstAttempt)).toEqual({
      outcome: 'accepted',
      providerMessageId: 'wamid.X',
      status: 'accepted',
    });
    expect(net.seen).toHaveLength(1);
    expect(net.seen[0]).toMatchObject({ method: 'POST', url: 'https://graph.facebook.com/v25.0/106300000000001/messages' });
    expect(net.seen[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(sent()).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+447700900123',
      biz_opaque_callback_data: 'step-4471-1',
      type: 'template',
      template: {
        name: 'order_ready_v2',
        language: { code: 'ru' },
        components: [
          { type: 'header', parameters: [{ type: 'text', text: 'Заказ' }] },
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'order_no', text: '4471' }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '4471' }] },
          { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'STOP' }] },
          { type: 'button', sub_type: 'copy_code', index: '2', parameters: [{ type: 'coupon_code', coupon_code: 'SALE' }] },
        ],
      },
    });
  });

  it('sends text, buttons, media and codes', async () => {
    const coded = whatsappCloud({ ...options, codeTemplate: { name: 'code', language: 'en' } });
    const cases = [
      [
        { type: 'text', text: 'Hi' },
        { type: 'text', text: { body: 'Hi', preview_url: false } },
      ],
      [
        { type: 'text', text: 'Hi', buttons: [{ text: 'Yes' }] },
        { interactive: { type: 'button', action: { buttons: [{ reply: { id: '0', title: 'Yes' } }] } } },
      ],
      [{ type: 'text', text: 'Hi', buttons: [{ text: 'Go', url: 'https://example.test' }] }, { interactive: { type: 'cta_url' } }],
      [
        { type: 'media', media: 'image', url: 'https://example.test/a.jpg', caption: 'A' },
        { type: 'image', image: { link: 'https://example.test/a.jpg', caption: 'A' } },
      ],
      [
        { type: 'code', code: '123456', text: '123456' },
        { template: { name: 'code', components: [{ type: 'body' }, { type: 'button', sub_type: 'url' }] } },
      ],
    ] as const;
    for (const [content, expected] of cases) {
      net.seen.length = 0;
      net.answer(ok);
      await coded.submit(message({ content }), firstAttempt);
      expect(sent()).toMatchObject(expected);
    }
  });

  it('addresses a business-scoped user id, another sender and the marketing API where asked', async () => {
    net.answer(ok);
    const marketing = whatsappCloud({ ...options, marketingMessagesApi: true, apiVersion: 'v26.0', baseUrl: 'http://sandbox.test/' });
    const content = { type: 'template', name: 'sale', language: 'en', body: [], text: 'Sale' } as const;
    await marketing.submit(message({ to: 'GB.a1B2', from: '205500000000009', kind: 'marketing', content }), firstAttempt);
    expect(net.seen[0]?.url).toBe('http://sandbox.test/v26.0/205500000000009/marketing_messages');
    expect(sent()).toMatchObject({ recipient: 'GB.a1B2' });
    expect(sent()).not.toHaveProperty('to');
  });

  it('refuses before the wire what it cannot carry', async () => {
    const four = { type: 'text', text: 'Hi', buttons: ['a', 'b', 'c', 'd'].map((text) => ({ text })) } as const;
    for (const content of [four, { type: 'code', code: '1', text: '1' }] as const) {
      expect(await provider.submit(message({ content }), firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'invalid-request' });
    }
    expect(net.seen).toHaveLength(0);
  });

  it('gives every code of the table its class, and 5xx the outcome unknown', async () => {
    for (const [codes, errorClass] of metaErrors.rows) {
      const code = Number.parseInt(codes, 10);
      if (Number.isNaN(code)) continue;
      const body = { error: { code, message: 'x' } };
      net.answer(json(body, 400));
      const refused = await provider.submit(message({}), firstAttempt);
      if (errorClass === 'duplicate') expect(refused).toMatchObject({ outcome: 'unknown', errorClass });
      else expect(refused).toMatchObject({ outcome: 'rejected', errorClass, providerCode: String(code) });
    }
    net.answer(json({ error: { code: 131016 } }, 503, { 'retry-after': '3' }));
    expect(await provider.submit(message({}), firstAttempt)).toEqual({
      outcome: 'unknown',
      errorClass: 'retryable-transient',
      reason: 'server-error',
      providerCode: '131016',
      retryAfterMs: 3_000,
    });
  });

  it('calls a cut connection and a strange 200 unknown, and never asks twice', async () => {
    net.answer('cut');
    expect(await provider.submit(message({}), firstAttempt)).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
    net.answer(json({ hello: 1 }));
    expect(await provider.submit(message({}), firstAttempt)).toMatchObject({ outcome: 'unknown', reason: 'unreadable-answer' });
    expect(net.seen).toHaveLength(2);
  });

  it('lets the host reclassify a code', async () => {
    const own = whatsappCloud({ ...options, errorClasses: { '131026': 'recipient-unreachable' } });
    net.answer(json({ error: { code: 131026 } }, 400));
    expect(await own.submit(message({}), firstAttempt)).toMatchObject({ errorClass: 'recipient-unreachable' });
  });
});

describe('webhook', () => {
  const body = {
    entry: [{ changes: [{ field: 'messages', value: { statuses: [{ id: 'wamid.Я🙂', status: 'read', recipient_id: '447700900123' }] } }] }],
  };
  const signed = (secret: string) => {
    const signature = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
    return webhookCall(body, { 'x-hub-signature-256': `sha256=${signature}` });
  };

  it('accepts either active secret and gives the same events for a replay', async () => {
    const first = await provider.parseWebhook(signed('new-secret'), tenOClock.now());
    expect(first).toMatchObject({ ok: true, events: [{ status: 'read', messageId: 'wamid.Я🙂' }] });
    expect(await provider.parseWebhook(signed('old-secret'), tenOClock.now())).toEqual(first);
  });

  it('refuses other secrets and every single-byte change', async () => {
    for (const forged of [signed('other'), ...forgeries(signed('new-secret'), 'x-hub-signature-256')]) {
      expect(await provider.parseWebhook(forged, tenOClock.now())).toMatchObject({ ok: false, status: 401 });
    }
  });

  it('answers the handshake only to who knows the token', async () => {
    const ask = (query: string) =>
      provider.parseWebhook(
        { method: 'GET', url: `https://hooks.example.test/in?${query}`, headers: new Headers(), body: new Uint8Array() },
        tenOClock.now(),
      );
    expect(await ask('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=verify-me')).toMatchObject({
      ok: true,
      events: [],
      reply: { status: 200, body: '1158201444' },
    });
    expect(await ask('hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong')).toMatchObject({ ok: false, status: 403 });
    expect(await ask('hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=verify-me')).toMatchObject({ ok: false, status: 400 });
    expect(await ask('')).toMatchObject({ ok: false, status: 400 });
  });
});

describe('options', () => {
  it('names what is wrong without its value', () => {
    const wrong = { ...options, phoneNumberId: '+447700900123', accessTokn: 'secret-value' } as unknown as WhatsappCloudOptions;
    expect(() => whatsappCloud(wrong)).toThrow(InvalidOptionsError);
    try {
      whatsappCloud(wrong);
    } catch (error) {
      expect((error as InvalidOptionsError).issues.map((issue) => issue.path).sort()).toEqual(['accessTokn', 'phoneNumberId']);
      expect(String(error)).not.toMatch(/secret-value|7700/u);
    }
  });

  it('keeps secrets out of the printed provider', () => {
    expect(JSON.stringify(provider)).not.toMatch(/token-1|secret|verify-me/u);
  });
});
