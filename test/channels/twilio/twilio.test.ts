import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../../../src/channels/port.ts';
import { parseEvents, type TwilioOptions, twilio, twilioErrors } from '../../../src/channels/twilio/index.ts';
import { clearedMessage, firstAttempt, forgeries, json, tenOClock, webhookCall, wire } from '../provider-bench.ts';

const net = wire();
const options: TwilioOptions = {
  accountSid: 'AC00000000000000000000000000000001',
  authToken: ['new-token', 'old-token'],
  statusCallback: 'https://hooks.example.test/hooks/twilio?tenant=a',
  contentSids: { sale: 'HX01', 'sale/ru': 'HX02' },
  clock: tenOClock,
};
const provider = twilio(options);
const created = json({ sid: 'SM01', status: 'queued', to: '+447700900123', num_segments: '2', error_code: null }, 201);
const form = () => new URLSearchParams(net.seen[0]?.body);

describe('submit', () => {
  it('sends an SMS with our reference in the callback and the validity in seconds', async () => {
    net.answer(created);
    expect(await provider.submit(clearedMessage({}), firstAttempt)).toEqual({
      outcome: 'accepted',
      providerMessageId: 'SM01',
      status: 'queued',
      segments: 2,
    });
    expect(net.seen[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json',
    });
    expect(net.seen[0]?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/u);
    expect(net.seen[0]?.headers.get('authorization')).toBe(`Basic ${btoa('AC00000000000000000000000000000001:new-token')}`);
    expect(Object.fromEntries(form())).toEqual({
      To: '+447700900123',
      From: 'Shop',
      Body: 'Order 4471 is ready',
      ValidityPeriod: '7200',
      StatusCallback: 'https://hooks.example.test/hooks/twilio?tenant=a&ref=step-4471-1',
    });
  });

  it('prefixes channels, picks a template variant and numbers its values', async () => {
    net.answer(created);
    const content = {
      type: 'template',
      name: 'sale',
      language: 'ru',
      header: [{ value: 'h' }],
      body: [{ value: 'b' }, { name: 'who', value: 'w' }],
      buttons: [{ index: 0, type: 'url', value: 'u' }],
      text: 'x',
    } as const;
    await provider.submit(clearedMessage({ channel: 'whatsapp', from: '+447700900001', content }), firstAttempt);
    expect(Object.fromEntries(form())).toMatchObject({
      To: 'whatsapp:+447700900123',
      From: 'whatsapp:+447700900001',
      ContentSid: 'HX02',
      ContentVariables: JSON.stringify({ 1: 'h', 2: 'b', 4: 'u', who: 'w' }),
    });
  });

  it('sends media, and through a Messaging Service with an API key', async () => {
    net.answer(created);
    const service = twilio({ ...options, messagingServiceSid: 'MG01', apiKey: { sid: 'SK1', secret: 's' } });
    await service.submit(
      clearedMessage({ content: { type: 'media', media: 'image', url: 'https://example.test/a.png', caption: 'A' } }),
      firstAttempt,
    );
    expect(Object.fromEntries(form())).toMatchObject({ MessagingServiceSid: 'MG01', MediaUrl: 'https://example.test/a.png', Body: 'A' });
    expect(form().has('From')).toBe(false);
    expect(net.seen[0]?.headers.get('authorization')).toBe(`Basic ${btoa('SK1:s')}`);
  });

  it('calls nobody for what it cannot carry or when no time is left', async () => {
    const wrong = [
      clearedMessage({ channel: 'max' }),
      clearedMessage({ content: { type: 'text', text: 'x', buttons: [{ text: 'y' }] } }),
      clearedMessage({ content: { type: 'template', name: 'none', language: 'en', body: [], text: 'x' } }),
    ];
    for (const message of wrong)
      expect(await provider.submit(message, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'invalid-request' });
    const late = clearedMessage({ validUntil: new Date('2026-11-23T10:00:00.500Z') });
    expect(await provider.submit(late, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'retryable-transient' });
    expect(net.seen).toHaveLength(0);
  });

  it('gives every code of the table its class', async () => {
    for (const [codes, errorClass] of twilioErrors.rows) {
      for (const code of codes.split(',').filter((item) => /^\d+$/u.test(item))) {
        net.answer(json({ code: Number(code), message: 'x', more_info: 'y', status: 400 }, 400));
        expect(await provider.submit(clearedMessage({}), firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass, providerCode: code });
      }
    }
    net.answer(json({ code: 12_345, message: 'x', status: 400 }, 400));
    expect(await provider.submit(clearedMessage({}), firstAttempt)).toMatchObject({ errorClass: 'unknown', providerCode: '12345' });
  });

  it('keeps the wait of a 429 and calls faults unknown', async () => {
    net.answer(json({ code: 20429, status: 429 }, 429, { 'retry-after': '2' }));
    expect(await provider.submit(clearedMessage({}), firstAttempt)).toMatchObject({
      outcome: 'rejected',
      errorClass: 'rate-limited',
      retryAfterMs: 2_000,
    });
    net.answer('cut');
    expect(await provider.submit(clearedMessage({}), firstAttempt)).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
  });
});

describe('lookup and cancel', () => {
  const query = { stepKey: 's', to: '+447700900123', startedAt: new Date('2026-11-23T10:00:00Z') };
  const item = (sid: string, date: string) => ({ sid, status: 'delivered', to: '+447700900123', date_created: date });
  const page = (...messages: readonly object[]) => json({ messages, next_page_uri: null });
  const signal = new AbortController().signal;

  it('finds one, none or too many on all channels', async () => {
    net.answer(page(item('SM1', 'Mon, 23 Nov 2026 10:00:03 +0000'), item('SM0', 'Mon, 23 Nov 2026 08:00:00 +0000')), page(), page());
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'present', providerMessageId: 'SM1', status: 'delivered' });
    expect(net.seen.map((request) => new URL(request.url).searchParams.get('To'))).toEqual([
      '+447700900123',
      'whatsapp:+447700900123',
      'rcs:+447700900123',
    ]);
    net.answer(page());
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'absent' });
    net.answer(page(item('SM1', 'Mon, 23 Nov 2026 10:00:03 +0000')));
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'unsure' });
    net.answer(json({}, 500));
    expect(await provider.lookup?.(query, signal)).toEqual({ found: 'unsure' });
    net.answer(json({ sid: 'SM9', status: 'failed', error_code: 30005 }));
    expect(await provider.lookup?.({ ...query, providerMessageId: 'SM9' }, signal)).toEqual({
      found: 'present',
      providerMessageId: 'SM9',
      status: 'failed',
    });
  });

  it('cancels what is still waiting', async () => {
    net.answer(json({ status: 'canceled' }), json({ code: 20009 }, 400), json({}, 500));
    expect([await provider.cancel?.('SM1', signal), await provider.cancel?.('SM1', signal), await provider.cancel?.('SM1', signal)]).toEqual([
      'cancelled',
      'too-late',
      'unknown',
    ]);
    expect(net.seen[0]).toMatchObject({ method: 'POST', body: 'Status=canceled' });
  });
});

describe('parse', () => {
  const callback = (fields: object) =>
    parseEvents({ payload: { MessageSid: 'SM1', To: 'whatsapp:+447700900123', From: '+447700900001', ...fields }, surface: 'webhook' })[0];

  it.each([
    ['accepted', 'accepted', null],
    ['scheduled', 'queued', null],
    ['queued', 'queued', null],
    ['sending', 'queued', null],
    ['sent', 'sent', null],
    ['delivered', 'delivered', null],
    ['partially_delivered', 'delivered', null],
    ['read', 'read', null],
    ['undelivered', 'undelivered', 'recipient-unreachable'],
    ['failed', 'failed', 'unknown'],
    ['canceled', 'rejected', null],
  ])('%s is %s', (given, status, errorClass) => {
    expect(callback({ MessageStatus: given })).toMatchObject({ kind: 'status', status, errorClass, messageId: 'SM1', recipient: '+447700900123' });
  });

  it('gives bad ends the class of their code and good ones none', () => {
    expect(callback({ MessageStatus: 'undelivered', ErrorCode: '30005' })).toMatchObject({
      errorClass: 'recipient-unreachable',
      providerCode: '30005',
    });
    expect(callback({ MessageStatus: 'failed', ErrorCode: '63016' })).toMatchObject({ errorClass: 'consent-window-closed' });
    expect(callback({ MessageStatus: 'undelivered', ErrorCode: '99999' })).toMatchObject({ errorClass: 'unknown' });
    expect(callback({ MessageStatus: 'delivered', ErrorCode: '' })).toMatchObject({ errorClass: null });
    expect(callback({ MessageStatus: 'somethingelse' })).toBeUndefined();
  });

  it('reads inbound messages with what Twilio understood', () => {
    const inbound = { SmsStatus: 'received', From: 'whatsapp:+447700900123', To: 'whatsapp:+447700900001', Body: 'STOP', OptOutType: 'STOP' };
    expect(callback(inbound)).toMatchObject({
      kind: 'inbound',
      status: null,
      errorClass: null,
      messageId: 'SM1',
      recipient: '+447700900123',
      to: '+447700900001',
      text: 'STOP',
      preference: 'opted-out',
    });
    expect(callback({ ...inbound, OptOutType: 'START' })).toMatchObject({ preference: 'opted-in' });
    expect(callback({ ...inbound, OptOutType: 'HELP', Body: 'help' })).not.toHaveProperty('preference');
    expect(parseEvents({ payload: 'SmsMessageSid=SM2&From=%2B447700900123&To=%2B447700900001&Body=hi', surface: 'webhook' })).toMatchObject([
      { kind: 'inbound', messageId: 'SM2', text: 'hi' },
    ]);
  });

  it('reads lists of messages', () => {
    const payload = {
      messages: [
        { sid: 'SM1', status: 'sent', to: '+447700900123' },
        { sid: 'SM2', status: 'received', direction: 'inbound', from: '+447700900123', body: 'x' },
      ],
    };
    expect(parseEvents({ payload, surface: 'response', httpStatus: 200 }).map((event) => [event.kind, event.messageId])).toEqual([
      ['status', 'SM1'],
      ['inbound', 'SM2'],
    ]);
  });
});

describe('webhook', () => {
  /** Written from the scheme's description, apart from the code under test. */
  const sign = (token: string, url: string, fields?: Record<string, string | readonly string[]>) => {
    const parts = Object.entries(fields ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, value]) => [...new Set([value].flat())].sort().map((item) => name + item));
    return createHmac('sha1', token)
      .update(Buffer.from(url + parts.join(''), 'utf8'))
      .digest('base64');
  };
  const url = 'https://hooks.example.test/hooks/twilio?tenant=a&ref=step-1';
  const fields = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+447700900123', Body: 'Привет 🙂 & co' };
  const call = (signature: string, over: Partial<WebhookRequest> = {}): WebhookRequest => ({
    ...webhookCall(new URLSearchParams(fields), { 'x-twilio-signature': signature }, url),
    ...over,
  });
  const verdict = (request: WebhookRequest) => provider.parseWebhook(request, tenOClock.now());

  it('accepts the signature over the public URL and reads our reference from it', async () => {
    for (const token of ['new-token', 'old-token']) {
      expect(await verdict(call(sign(token, url, fields)))).toMatchObject({
        ok: true,
        events: [{ status: 'delivered', messageId: 'SM1', clientRef: 'step-1' }],
        reply: { status: 200 },
      });
    }
    expect(await verdict(call(sign('new-token', url.replace('.test/', '.test:443/'), fields)))).toMatchObject({ ok: true });
  });

  it('refuses another token, another URL and every single-byte change', async () => {
    const good = sign('new-token', url, fields);
    const others = [call(sign('other', url, fields)), call(good, { url: url.replace('tenant=a', 'tenant=b') }), call(good, { url: 'http:/' })];
    for (const forged of [...others, ...forgeries(call(good), 'x-twilio-signature')])
      expect(await verdict(forged)).toMatchObject({ ok: false, status: 401 });
  });

  it('sorts repeated names and their unique values', async () => {
    const body = 'b=2&a=z&a=y&a=z&MessageSid=SM1&MessageStatus=sent';
    const signature = sign('new-token', url, { b: '2', a: ['z', 'y', 'z'], MessageSid: 'SM1', MessageStatus: 'sent' });
    expect(await verdict(call(signature, { body: Buffer.from(body) }))).toMatchObject({ ok: true });
  });

  it('checks JSON bodies by the hash in the signed URL', async () => {
    const body = Buffer.from(JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'read', To: '+447700900123' }));
    const hashed = `${url}&bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const headers = new Headers({ 'content-type': 'application/json', 'x-twilio-signature': sign('new-token', hashed) });
    const request: WebhookRequest = { method: 'POST', url: hashed, headers, body };
    expect(await verdict(request)).toMatchObject({ ok: true, events: [{ status: 'read' }] });
    expect(await verdict({ ...request, body: Buffer.from('{}') })).toMatchObject({ ok: false, status: 401 });
  });
});
