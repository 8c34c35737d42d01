import { describe, expect, it } from 'vitest';
import { infobip } from '../../src/channels/infobip/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { rbm } from '../../src/channels/rbm/index.ts';
import { sinch } from '../../src/channels/sinch/index.ts';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { telegramGateway } from '../../src/channels/telegram-gateway/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import type { Content } from '../../src/message/outbound.ts';
import { clearedMessage, firstAttempt, json, tenOClock, wire } from './provider-bench.ts';

const net = wire();
const clock = tenOClock;
const image: Content = { type: 'media', media: 'image', url: 'https://example.test/a.png', caption: 'A' };
const buttons: Content = {
  type: 'text',
  text: 'Pick',
  buttons: [
    { text: 'Yes', payload: 'y' },
    { text: 'Site', url: 'https://example.test' },
  ],
};
const template: Content = { type: 'template', name: 'sale', language: 'ru', body: [{ value: 'Анна' }, { value: '5' }], text: 'Анна, 5 %' };

async function sentBy(
  provider: ChannelProvider,
  over: Parameters<typeof clearedMessage>[0],
): Promise<{ readonly path: string; readonly body: unknown } | string> {
  net.seen.length = 0;
  net.answer(json({}));
  const result = await provider.submit(clearedMessage(over), firstAttempt);
  const [seen] = net.seen;
  if (seen === undefined) return result.outcome === 'rejected' ? result.errorClass : result.outcome;
  return { path: new URL(seen.url).pathname, body: JSON.parse(seen.body) as unknown };
}

describe('what messages become', () => {
  it('Infobip WhatsApp: template, text, media; an own id everywhere', async () => {
    const provider = infobip({ baseUrl: 'https://x.api.infobip.com', apiKey: 'k', webhookUrl: 'https://hooks.example.test/ib', clock });
    const to = { channel: 'whatsapp', from: '+447700900001' } as const;
    const base = {
      from: '447700900001',
      to: '447700900123',
      messageId: 'step-4471-1',
      callbackData: 'step-4471-1',
      notifyUrl: 'https://hooks.example.test/ib',
    };
    expect(await sentBy(provider, { ...to, content: template })).toEqual({
      path: '/whatsapp/1/message/template',
      body: {
        messages: [{ ...base, content: { templateName: 'sale', language: 'ru', templateData: { body: { placeholders: ['Анна', '5'] } } } }],
      },
    });
    expect(await sentBy(provider, to)).toMatchObject({
      path: '/whatsapp/1/message/text',
      body: { ...base, content: { text: 'Order 4471 is ready' } },
    });
    expect(await sentBy(provider, { ...to, content: image })).toMatchObject({
      path: '/whatsapp/1/message/image',
      body: { content: { mediaUrl: 'https://example.test/a.png' } },
    });
    expect(await sentBy(provider, { ...to, channel: 'viber' })).toBe('invalid-request');
    expect(await sentBy(provider, { validUntil: new Date('2026-11-23T10:00:59Z') })).toBe('retryable-transient');
  });

  it('Vonage: WhatsApp templates, Viber category and validity', async () => {
    const provider = vonage({ auth: { apiKey: 'k', apiSecret: 's' }, webhookUrl: 'https://hooks.example.test/v', clock });
    expect(await sentBy(provider, { channel: 'whatsapp', content: template })).toMatchObject({
      body: {
        message_type: 'template',
        template: { name: 'sale', parameters: ['Анна', '5'] },
        whatsapp: { policy: 'deterministic', locale: 'ru' },
        webhook_url: 'https://hooks.example.test/v',
        webhook_version: 'v1',
      },
    });
    expect(await sentBy(provider, { channel: 'viber', kind: 'marketing' })).toMatchObject({
      body: { channel: 'viber_service', viber_service: { category: 'promotion', ttl: 7_200 } },
    });
    expect(await sentBy(provider, { channel: 'viber', validUntil: new Date('2026-11-23T10:00:29Z') })).toBe('retryable-transient');
    expect(await sentBy(provider, { channel: 'whatsapp', content: image })).toMatchObject({
      body: { message_type: 'image', image: { caption: 'A' } },
    });
    expect(await sentBy(provider, { channel: 'sms', content: image })).toBe('invalid-request');
  });

  it('Sinch: other channels only through a configured Conversation app', async () => {
    const conversation = { projectId: 'p', appId: 'a', accessToken: async () => 'token' };
    const provider = sinch({ servicePlanId: 's', apiToken: 't', conversation, clock });
    expect(await sentBy(provider, { channel: 'whatsapp' })).toEqual({
      path: '/v1/projects/p/messages:send',
      body: {
        app_id: 'a',
        recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: '447700900123' }] } },
        message: { text_message: { text: 'Order 4471 is ready' } },
        channel_priority_order: ['WHATSAPP'],
        correlation_id: 'step-4471-1',
        ttl: '7200s',
      },
    });
    expect(await sentBy(sinch({ servicePlanId: 's', apiToken: 't', clock }), { channel: 'whatsapp' })).toBe('invalid-request');
    const failing = { ...conversation, accessToken: () => Promise.reject(new Error('no token')) };
    expect(await sentBy(sinch({ servicePlanId: 's', apiToken: 't', conversation: failing, clock }), { channel: 'rcs' })).toBe('auth');
  });

  it('RBM, Telegram and Viber: buttons and media in their own words', async () => {
    const rcs = rbm({ agentId: 'a', accessToken: () => 't', clock });
    expect(await sentBy(rcs, { channel: 'rcs', kind: 'marketing', content: buttons })).toMatchObject({
      body: {
        messageTrafficType: 'PROMOTION',
        contentMessage: {
          suggestions: [{ reply: { text: 'Yes', postbackData: 'y' } }, { action: { text: 'Site', openUrlAction: { url: 'https://example.test' } } }],
        },
      },
    });
    expect(await sentBy(rcs, { channel: 'rcs', to: '../agents' })).toBe('invalid-request');
    const telegram = telegramBot({ token: '1:a', clock });
    expect(await sentBy(telegram, { channel: 'telegram', to: '42', content: buttons })).toMatchObject({
      body: { reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }], [{ text: 'Site', url: 'https://example.test' }]] } },
    });
    expect(await sentBy(telegram, { channel: 'telegram', to: '42', content: image })).toEqual({
      path: '/bot1:a/sendPhoto',
      body: { chat_id: '42', photo: 'https://example.test/a.png', caption: 'A' },
    });
    expect(await sentBy(telegram, { channel: 'telegram', to: '+447700900123' })).toBe('invalid-request');
    expect(await sentBy(telegram, { channel: 'telegram', to: '42', content: { type: 'text', text: 'x'.repeat(4_097) } })).toBe('content-rejected');
    const viber = viberBot({ authToken: 't', senderName: 'Shop', clock });
    expect(await sentBy(viber, { channel: 'viber', to: 'u=', from: '', content: image })).toMatchObject({
      body: { type: 'picture', sender: { name: 'Shop' } },
    });
    expect(await sentBy(viber, { channel: 'viber', to: 'u=', content: buttons })).toMatchObject({
      body: {
        keyboard: {
          Buttons: [
            { ActionType: 'reply', ActionBody: 'y' },
            { ActionType: 'open-url', ActionBody: 'https://example.test' },
          ],
        },
      },
    });
  });

  it('Telegram Gateway: codes of the auth kind and nothing else', async () => {
    const provider = telegramGateway({ token: 't', senderUsername: 'shop', callbackUrl: 'https://hooks.example.test/tg', clock });
    const code: Content = { type: 'code', code: '1234', text: 'Code 1234' };
    expect(await sentBy(provider, { channel: 'telegram', kind: 'auth', content: code })).toMatchObject({
      body: { code: '1234', sender_username: 'shop', callback_url: 'https://hooks.example.test/tg' },
    });
    expect(await sentBy(provider, { channel: 'telegram', kind: 'marketing', content: code })).toBe('invalid-request');
    expect(await sentBy(provider, { channel: 'telegram', kind: 'auth' })).toBe('invalid-request');
    expect(await sentBy(provider, { channel: 'telegram', kind: 'auth', content: { ...code, code: '12ab' } })).toBe('invalid-request');
    expect(await sentBy(provider, { channel: 'telegram', kind: 'auth', content: code, validUntil: new Date('2026-11-23T10:00:20Z') })).toBe(
      'retryable-transient',
    );
  });
});

describe('look-ups and cancelling', () => {
  const signal = new AbortController().signal;

  it('Infobip reads its log by our id and proves no absence', async () => {
    const provider = infobip({ baseUrl: 'https://x.api.infobip.com', apiKey: 'k', clock });
    const query = { stepKey: 's1', to: '+447700900123', startedAt: clock.now() };
    net.answer(json({ results: [{ messageId: 's1', to: '447700900123', status: { groupId: 3, id: 5 } }] }));
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'present', providerMessageId: 's1', status: 'delivered' });
    expect(net.seen[0]?.url).toBe('https://x.api.infobip.com/sms/3/logs?messageId=s1');
    net.answer(json({ results: [] }));
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'unsure' });
    net.answer('cut');
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'unsure' });
  });

  it('Infobip takes its duplicate for the message it took before', async () => {
    const provider = infobip({ baseUrl: 'https://x.api.infobip.com', apiKey: 'k', clock });
    net.answer(json({ messages: [{ messageId: 'step-4471-1', status: { groupId: 5, id: 23, name: 'REJECTED_DUPLICATE_MESSAGE_ID' } }] }));
    expect(await provider.submit(clearedMessage({}), firstAttempt)).toEqual({
      outcome: 'accepted',
      providerMessageId: 'step-4471-1',
      status: 'accepted',
    });
  });

  it('Telegram Gateway revokes a code', async () => {
    const provider = telegramGateway({ token: 't', clock });
    net.answer(json({ ok: true, result: true }), json({ ok: false, error: 'REQUEST_ID_INVALID' }), 'cut');
    expect([await provider.cancel?.('r', signal), await provider.cancel?.('r', signal), await provider.cancel?.('r', signal)]).toEqual([
      'cancelled',
      'too-late',
      'unknown',
    ]);
  });

  it('keeps waits that providers name in their bodies', async () => {
    const gateway = telegramGateway({ token: 't', clock });
    net.answer(json({ ok: false, error: 'FLOOD_WAIT_30' }));
    const code: Content = { type: 'code', code: '1234', text: 'x' };
    expect(await gateway.submit(clearedMessage({ channel: 'telegram', kind: 'auth', content: code }), firstAttempt)).toMatchObject({
      retryAfterMs: 30_000,
    });
    net.answer(json({ ok: false, error_code: 429, description: 'x', parameters: { retry_after: 9 } }, 429));
    expect(await telegramBot({ token: '1:a', clock }).submit(clearedMessage({ channel: 'telegram', to: '42' }), firstAttempt)).toMatchObject({
      retryAfterMs: 9_000,
    });
  });
});
