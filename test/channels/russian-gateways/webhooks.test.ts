import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devino } from '../../../src/channels/devino/index.ts';
import { edna } from '../../../src/channels/edna/index.ts';
import { exolve } from '../../../src/channels/exolve/index.ts';
import { greenApi } from '../../../src/channels/green-api/index.ts';
import { iDigital } from '../../../src/channels/idigital/index.ts';
import { maxBot } from '../../../src/channels/max-bot/index.ts';
import { mtsOmni } from '../../../src/channels/mts-omni/index.ts';
import type { ChannelProvider, ParseEvents, WebhookRequest } from '../../../src/channels/port.ts';
import { smsAero } from '../../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../../src/channels/sms-ru/index.ts';
import { smsc } from '../../../src/channels/smsc/index.ts';
import { webhookCall } from '../provider-bench.ts';

const now = new Date('2026-11-23T10:00:00Z');
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

function smscReceipt(secret: string, over: Record<string, string> = {}, url = 'https://h.example.test/?token=mine'): WebhookRequest {
  const signed = `4471:79000000001:1:${secret}`;
  const fields = {
    id: '4471',
    phone: '79000000001',
    status: '1',
    ts: '1763900000',
    err: '0',
    md5: hash('md5', signed),
    sha1: hash('sha1', signed),
    ...over,
  };
  return webhookCall(new URLSearchParams(fields), {}, url);
}

describe('SMSC.ru callbacks', () => {
  const provider = smsc({ apiKey: 'k', callbackSecret: ['new', 'old'], webhookToken: 'mine' });
  it('takes receipts signed with any current secret', async () => {
    for (const secret of ['new', 'old']) {
      expect(await provider.parseWebhook(smscReceipt(secret), now)).toMatchObject({ ok: true, events: [{ status: 'delivered', messageId: '4471' }] });
    }
  });

  it('refuses every forgery', async () => {
    const forged = [
      smscReceipt('other'),
      smscReceipt('new', { status: '20' }),
      smscReceipt('new', { id: '4472' }),
      smscReceipt('new', { phone: '79000000002' }),
      smscReceipt('new', { sha1: '0'.repeat(40) }),
      smscReceipt('new', { md5: '', sha1: '' }),
      smscReceipt('new', {}, 'https://h.example.test/'),
      webhookCall(new URLSearchParams({ id: '1', phone: '79000000001', status: '1' }), {}, 'https://h.example.test/?token=mine'),
    ];
    for (const call of forged) expect(await provider.parseWebhook(call, now)).toMatchObject({ ok: false, status: 401 });
    const untokened = smsc({ apiKey: 'k', callbackSecret: 'new' });
    expect(await untokened.parseWebhook(smscReceipt('new', {}, 'https://h.example.test/'), now)).toMatchObject({ ok: true });
    const bare = smsc({ apiKey: 'k' });
    expect(await bare.parseWebhook(smscReceipt(''), now)).toMatchObject({ ok: false, status: 401 });
  });

  it('takes a text only with the token in the URL, signed or not', async () => {
    const text = new URLSearchParams({ id: '9', phone: '79000000001', mes: 'СТОП', to: 'Shop' });
    expect(await provider.parseWebhook(webhookCall(text, {}, 'https://h.example.test/?token=mine'), now)).toMatchObject({
      ok: true,
      events: [{ text: 'СТОП' }],
    });
    expect(await provider.parseWebhook(webhookCall(text, {}, 'https://h.example.test/?token=theirs'), now)).toMatchObject({ ok: false });
    expect(await provider.parseWebhook(webhookCall(text), now)).toMatchObject({ ok: false });
    const smuggled = smscReceipt('new', { mes: 'СТОП' }, 'https://h.example.test/');
    expect(await provider.parseWebhook(smuggled, now)).toMatchObject({ ok: false });
  });
});

describe('MAX webhooks', () => {
  const provider = maxBot({ token: 't', webhookSecret: ['new', 'old'] });
  const update = { update_type: 'bot_stopped', timestamp: 1, chat_id: 1, user: { user_id: 5001 } };
  it('wants the secret in the header', async () => {
    for (const secret of ['new', 'old']) {
      expect(await provider.parseWebhook(webhookCall(update, { 'x-max-bot-api-secret': secret }), now)).toMatchObject({
        ok: true,
        events: [{ recipient: '5001' }],
      });
    }
    for (const secret of ['', 'ne', 'new1', 'NEW', 'olc']) {
      expect(await provider.parseWebhook(webhookCall(update, { 'x-max-bot-api-secret': secret }), now)).toMatchObject({ ok: false, status: 401 });
    }
    expect(await provider.parseWebhook(webhookCall(update), now)).toMatchObject({ ok: false, status: 401 });
    expect(await maxBot({ token: 't' }).parseWebhook(webhookCall(update, { 'x-max-bot-api-secret': '' }), now)).toMatchObject({ ok: false });
  });
});

describe('SMS.ru callbacks', () => {
  const provider = smsRu({ apiId: ['new', 'old'] });
  const entries = ['sms_status\n000000-1\n103\n1763900000', 'sms_status\n000000-2\n104\n1763900000'];
  const call = (hashed: string, data = entries) => {
    const form = new URLSearchParams(data.map((entry, at) => [`data[${at}]`, entry]));
    form.set('hash', hashed);
    return webhookCall(form);
  };
  it('checks the hash over key and entries and answers 100', async () => {
    for (const apiId of ['new', 'old']) {
      const verdict = await provider.parseWebhook(call(hash('sha256', apiId + entries.join(''))), now);
      expect(verdict).toMatchObject({ ok: true, reply: { status: 200, body: '100' } });
      expect(verdict.ok && verdict.events.map((event) => event.status)).toEqual(['delivered', 'expired']);
    }
    const good = hash('sha256', `new${entries.join('')}`);
    expect(await provider.parseWebhook(call(good, [...entries].reverse()), now)).toMatchObject({ ok: false });
    expect(await provider.parseWebhook(call(good, entries.slice(1)), now)).toMatchObject({ ok: false });
    expect(await provider.parseWebhook(call(good.toUpperCase()), now)).toMatchObject({ ok: false });
    expect(await provider.parseWebhook(call(''), now)).toMatchObject({ ok: false });
  });
});

const unsigned: readonly ChannelProvider[] = [
  smsAero({ email: 'e', apiKey: 'k', webhookToken: 'mine' }),
  exolve({ apiKey: 'k', webhookToken: 'mine' }),
  devino({ login: 'l', password: 'p', webhookToken: 'mine' }),
  edna({ apiKey: 'k', cascadeId: 1, webhookToken: 'mine' }),
  iDigital({ token: 't', webhookToken: 'mine' }),
  mtsOmni({ login: 'l', password: 'p', webhookToken: 'mine' }),
  greenApi({ webhookToken: 'mine' }),
];

describe.each(unsigned.map((provider) => [provider.provider, provider] as const))('%s webhooks', (_name, provider) => {
  it('need the token of the host in the URL', async () => {
    expect(await provider.parseWebhook(webhookCall({}, {}, 'https://h.example.test/in?token=mine'), now)).toMatchObject({ ok: true, events: [] });
    for (const url of ['https://h.example.test/in', 'https://h.example.test/in?token=', 'https://h.example.test/in?token=Mine']) {
      expect(await provider.parseWebhook(webhookCall({}, {}, url), now)).toMatchObject({ ok: false, status: 401 });
    }
  });
});

describe('hostile payloads', () => {
  const samples: readonly unknown[] = [
    { id: 1, phone: '7900', status: 1, err: 0, mes: 'x' },
    { update_type: 'message_created', message: { sender: { user_id: 1 }, body: { mid: 'm', text: 't' } } },
    { success: true, data: { id: 1, status: 1, number: '7900' } },
    { data: ['sms_status\n1\n103\n1'], sms: { '7900': { status_code: 100 } }, hash: 'x' },
    [{ id: 1, status: 'delivered', receivedAt: '1' }],
    { requestId: 'r', messageId: 1, status: 'SENT', error: { code: 'x' } },
    { messages: [{ internal_id: 'i' }], events_info: [{ events_info: [] }] },
    { typeWebhook: 'incomingMessageReceived', senderData: {}, messageData: { textMessageData: {} } },
  ];
  const names = ['smsc', 'max-bot', 'sms-aero', 'exolve', 'sms-ru', 'devino', 'edna', 'idigital', 'mts-omni', 'green-api'];

  it('never throw, whatever is put in place of any field', async () => {
    const parsers = await Promise.all(names.map((name) => import(`../../../src/channels/${name}/index.ts`) as Promise<{ parseEvents: ParseEvents }>));
    const mutate = fc
      .tuple(fc.constantFrom(...samples), fc.jsonValue({ maxDepth: 3 }), fc.nat())
      .map(([sample, junk, at]) => swap(sample, junk, { left: at % 12 }));
    const payload = fc.oneof(
      mutate,
      fc.jsonValue(),
      fc.string(),
      mutate.map((value) => JSON.stringify(value)),
      fc.constantFrom(undefined, null, 'constructor=1', '[', '{"a":'),
    );
    fc.assert(
      fc.property(
        payload,
        fc.constantFrom('webhook' as const, 'response' as const),
        fc.constantFrom(undefined, 200, 400, 404, 429, 500),
        (value, surface, httpStatus) => {
          for (const { parseEvents } of parsers) {
            for (const event of parseEvents({ payload: value, surface, ...(httpStatus === undefined ? {} : { httpStatus }) })) {
              if (event.kind === 'status') expect(event.status).toEqual(expect.any(String));
              else expect([event.status, event.errorClass]).toEqual([null, null]);
              for (const text of [event.messageId, event.recipient, event.providerCode]) if (text !== null) expect(text).toEqual(expect.any(String));
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** Replaces the value at one place, counted depth first, with junk. */
function swap(value: unknown, junk: unknown, count: { left: number }): unknown {
  count.left -= 1;
  if (count.left < 0) {
    count.left = Number.POSITIVE_INFINITY;
    return junk;
  }
  if (Array.isArray(value)) return value.map((item) => swap(item, junk, count));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, swap(item, junk, count)]));
}
