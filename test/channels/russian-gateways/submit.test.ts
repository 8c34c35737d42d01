import { describe, expect, it } from 'vitest';
import { devino } from '../../../src/channels/devino/index.ts';
import { edna } from '../../../src/channels/edna/index.ts';
import { exolve } from '../../../src/channels/exolve/index.ts';
import { greenApi } from '../../../src/channels/green-api/index.ts';
import { iDigital } from '../../../src/channels/idigital/index.ts';
import { maxBot } from '../../../src/channels/max-bot/index.ts';
import { mtsOmni } from '../../../src/channels/mts-omni/index.ts';
import type { ChannelProvider } from '../../../src/channels/port.ts';
import { smsAero } from '../../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../../src/channels/sms-ru/index.ts';
import { smsc } from '../../../src/channels/smsc/index.ts';
import { InvalidOptionsError } from '../../../src/errors.ts';
import { clearedMessage, firstAttempt, json, tenOClock, wire } from '../provider-bench.ts';

const net = wire();
const clock = tenOClock;
const message = clearedMessage({ to: '+79000000001', content: { type: 'text', text: 'Заказ 4471 готов' } });

interface Case {
  readonly name: string;
  readonly provider: ChannelProvider;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accepted: unknown;
  readonly id: string;
  readonly to?: string;
}

const cases: readonly Case[] = [
  {
    name: 'smsc',
    provider: smsc({ login: 'l', password: 'p', clock }),
    url: 'https://smsc.ru/sys/send.php',
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: {
      login: 'l',
      psw: 'p',
      phones: '79000000001',
      mes: 'Заказ 4471 готов',
      id: 'edc6a2837c514c791d0348d4e2b9b68b',
      sender: 'Shop',
      charset: 'utf-8',
      fmt: '3',
      valid: '02:00',
    },
    accepted: { id: 'edc6a2837c514c791d0348d4e2b9b68b', cnt: 1 },
    id: 'edc6a2837c514c791d0348d4e2b9b68b',
  },
  {
    name: 'max-bot',
    provider: maxBot({ token: 't', clock }),
    url: 'https://platform-api2.max.ru/messages?user_id=5001',
    headers: { authorization: 't' },
    body: { text: 'Заказ 4471 готов', attachments: null, link: null, notify: true },
    accepted: { message: { recipient: { user_id: 5001 }, timestamp: 1, body: { mid: 'mid.1', seq: 1, text: 'x' } } },
    id: 'mid.1',
    to: '5001',
  },
  {
    name: 'smsaero',
    provider: smsAero({ email: 'a@example.test', apiKey: 'k', callbackUrl: 'https://hooks.example.test/a?token=x', clock }),
    url: 'https://gate.smsaero.ru/v2/sms/send',
    headers: { authorization: `Basic ${btoa('a@example.test:k')}` },
    body: {
      number: '79000000001',
      sign: 'Shop',
      text: 'Заказ 4471 готов',
      callbackUrl: 'https://hooks.example.test/a?token=x',
      callbackFormat: 'JSON',
    },
    accepted: { success: true, data: { id: 12345, number: '79000000001', status: 0 }, message: null },
    id: '12345',
  },
  {
    name: 'exolve',
    provider: exolve({ apiKey: 'k', clock }),
    url: 'https://api.exolve.ru/messaging/v1/SendSMS',
    headers: { authorization: 'Bearer k' },
    body: { number: 'Shop', destination: '79000000001', text: 'Заказ 4471 готов' },
    accepted: { message_id: '439166538' },
    id: '439166538',
  },
  {
    name: 'smsru',
    provider: smsRu({ apiId: ['new', 'old'], clock }),
    url: 'https://sms.ru/sms/send',
    headers: {},
    body: { api_id: 'new', to: '79000000001', msg: 'Заказ 4471 готов', from: 'Shop', ttl: '120', json: '1' },
    accepted: { status: 'OK', status_code: 100, sms: { '79000000001': { status: 'OK', status_code: 100, sms_id: '000000-1' } } },
    id: '000000-1',
  },
  {
    name: 'devino',
    provider: devino({ login: 'l', password: 'p', clock }),
    url: 'https://integrationapi.net/rest/v2/Sms/Send',
    headers: {},
    body: { Login: 'l', Password: 'p', SourceAddress: 'Shop', DestinationAddress: '79000000001', Data: 'Заказ 4471 готов', Validity: '120' },
    accepted: ['604273478236423001', '604273478236423002'],
    id: '604273478236423001',
  },
  {
    name: 'edna',
    provider: edna({ apiKey: 'k', cascadeId: 215, clock }),
    url: 'https://app.edna.ru/api/cascade/schedule',
    headers: { 'x-api-key': 'k' },
    body: {
      requestId: 'step-4471-1',
      cascadeId: 215,
      subscriberFilter: { address: '79000000001', type: 'PHONE' },
      startTime: null,
      content: { smsContent: { contentType: 'TEXT', text: 'Заказ 4471 готов' } },
    },
    accepted: { requestId: 'step-4471-1' },
    id: 'step-4471-1',
  },
  {
    name: 'idigital',
    provider: iDigital({ token: 'ready', clock }),
    url: 'https://direct.i-dgtl.ru/api/v1/message',
    headers: { authorization: 'Basic ready' },
    body: [
      {
        channelType: 'SMS',
        senderName: 'Shop',
        destination: '79000000001',
        content: 'Заказ 4471 готов',
        externalMessageId: 'step-4471-1',
        ttl: 7200,
      },
    ],
    accepted: [{ messageUuid: 'aaaa-bbbb' }],
    id: 'aaaa-bbbb',
  },
  {
    name: 'mts-omni',
    provider: mtsOmni({ login: 'l', password: 'p', clock }),
    url: 'https://omnichannel.mts.ru/http-api/v1/messages',
    headers: { authorization: `Basic ${btoa('l:p')}` },
    body: {
      messages: [
        { content: { short_text: 'Заказ 4471 готов' }, to: [{ msisdn: '79000000001', message_id: 'step-4471-1' }], from: { sms_address: 'Shop' } },
      ],
    },
    accepted: { messages: [{ internal_id: 'i-1' }] },
    id: 'i-1',
  },
];

describe.each(cases)('$name', ({ name, provider, url, headers, body, accepted, id, to }) => {
  const sent = to === undefined ? message : clearedMessage({ to, content: message.content });
  const submit = () => provider.submit(sent, firstAttempt);

  it('sends exactly the documented request and reads the acceptance', async () => {
    net.answer(json(accepted));
    expect(await submit()).toMatchObject({ outcome: 'accepted', providerMessageId: id });
    const [request] = net.seen;
    expect(net.seen).toHaveLength(1);
    expect([request?.method, request?.url]).toEqual(['POST', url]);
    for (const [header, value] of Object.entries(headers)) expect(request?.headers.get(header)).toBe(value);
    const isForm = request?.headers.get('content-type')?.includes('form') === true;
    expect(isForm ? Object.fromEntries(new URLSearchParams(request?.body)) : JSON.parse(request?.body ?? '')).toEqual(body);
  });

  it('calls a lost connection, a 5xx and an unreadable answer unknown, and never repeats', async () => {
    for (const answer of ['cut', json({}, 502), json({}, 500), new Response('<html>', { status: 200 })] as const) {
      net.answer(answer);
      net.seen.length = 0;
      expect(await submit()).toMatchObject({ outcome: 'unknown' });
      expect(net.seen).toHaveLength(1);
    }
  });

  it('passes a Retry-After of a refusal on as a minimum', async () => {
    net.answer(json({ code: 'too.many.requests' }, 429, { 'retry-after': '7' }));
    expect(await submit()).toMatchObject({ outcome: 'rejected', errorClass: 'rate-limited', retryAfterMs: 7000 });
  });

  it('names itself by the facts and is honest about content it cannot carry', async () => {
    expect(provider.provider).toBe(name);
    const media = clearedMessage({ to: to ?? '+79000000001', content: { type: 'media', media: 'image', url: 'https://example.test/a.png' } });
    expect(await provider.submit(media, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'invalid-request' });
    expect(net.seen).toHaveLength(0);
  });
});

describe('outcomes of single providers', () => {
  it('SMSC.ru: error 9 is unknown and asks for a look-up, the other codes are definite', async () => {
    const provider = smsc({ apiKey: 'k', clock });
    net.answer(json({ error: 'duplicate request, wait a minute', error_code: 9, id: 'x' }));
    expect(await provider.submit(message, firstAttempt)).toMatchObject({ outcome: 'unknown', reason: 'ambiguous-duplicate', providerCode: '9' });
    net.answer(json({ error: 'no money', error_code: 3 }));
    expect(await provider.submit(message, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'insufficient-funds', providerCode: '3' });
    expect(new URLSearchParams(net.seen[0]?.body).get('apikey')).toBe('k');
  });

  it('SMSC.ru: looks a step up by its own id and the number', async () => {
    const provider = smsc({ apiKey: 'k', clock });
    const query = { stepKey: 'step-4471-1', to: '+79000000001', startedAt: new Date() };
    const ask = () => provider.lookup!(query, firstAttempt.signal);
    net.answer(json({ status: 1, last_timestamp: 1763900000, err: 0, phone: '79000000001' }));
    expect(await ask()).toEqual({ found: 'present', providerMessageId: 'edc6a2837c514c791d0348d4e2b9b68b', status: 'delivered' });
    expect(new URL(net.seen[0]?.url ?? '').searchParams.get('id')).toBe('edc6a2837c514c791d0348d4e2b9b68b');
    net.answer(json({ status: -3, last_date: '', last_timestamp: 0, err: 0 }));
    expect(await ask()).toEqual({ found: 'absent' });
    for (const unsure of [
      json({ error: 'authorise error', error_code: 2 }),
      json({ status: 1, err: 0, phone: '79000000002', last_timestamp: 1 }),
      'cut' as const,
    ]) {
      net.answer(unsure);
      expect(await ask()).toEqual({ found: 'unsure' });
    }
  });

  it('SMSC.ru: a validity below a minute is refused, a long one is cut to a day', async () => {
    const provider = smsc({ apiKey: 'k', clock });
    const until = (iso: string) => clearedMessage({ to: '+79000000001', validUntil: new Date(iso) });
    expect(await provider.submit(until('2026-11-23T10:00:30Z'), firstAttempt)).toMatchObject({ outcome: 'rejected' });
    expect(net.seen).toHaveLength(0);
    net.answer(json({ id: 'x', cnt: 2 }));
    expect(await provider.submit(until('2026-11-29T10:00:00Z'), firstAttempt)).toMatchObject({ outcome: 'accepted', segments: 2 });
    expect(new URLSearchParams(net.seen[0]?.body).get('valid')).toBe('24:00');
  });

  it('MAX: refuses phone numbers and long texts before the wire, sends buttons as a keyboard', async () => {
    const provider = maxBot({ token: 't', clock });
    expect(await provider.submit(message, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'not-on-channel' });
    const long = clearedMessage({ to: '5001', content: { type: 'text', text: 'я'.repeat(4001) } });
    expect(await provider.submit(long, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'content-rejected' });
    expect(net.seen).toHaveLength(0);
    net.answer(json({ code: 'chat.denied', message: 'x' }, 403));
    const buttons = [
      { text: 'Каталог', url: 'https://example.test' },
      { text: 'Отписаться', payload: 'stop' },
    ];
    const offer = clearedMessage({ to: '5001', content: { type: 'text', text: 'x', buttons } });
    expect(await provider.submit(offer, firstAttempt)).toMatchObject({ outcome: 'rejected', errorClass: 'opted-out', providerCode: 'chat.denied' });
    expect(JSON.parse(net.seen[0]?.body ?? '').attachments).toEqual([
      {
        type: 'inline_keyboard',
        payload: {
          buttons: [[{ type: 'link', text: 'Каталог', url: 'https://example.test' }], [{ type: 'callback', text: 'Отписаться', payload: 'stop' }]],
        },
      },
    ]);
  });

  it('SMS.ru: an outer OK does not hide a refused number', async () => {
    net.answer(json({ status: 'OK', status_code: 100, sms: { '79000000001': { status: 'ERROR', status_code: 209 } } }));
    expect(await smsRu({ apiId: 'a', clock }).submit(message, firstAttempt)).toMatchObject({
      outcome: 'rejected',
      errorClass: 'opted-out',
      providerCode: '209',
    });
  });

  it('Green-API: refuses to send and says why', async () => {
    await expect(greenApi().submit(message, firstAttempt)).rejects.toThrow(/banned/u);
    await expect(greenApi().submit(message, firstAttempt)).rejects.toBeInstanceOf(InvalidOptionsError);
  });

  it('refuses unknown and missing options without printing their values', () => {
    const wrong = [
      () => smsc({ login: 'only-login' }),
      () => smsc({ apiKey: 'secret-key', colour: 'red' } as never),
      () => maxBot({ token: '' }),
      () => smsRu({ apiId: [] }),
      () => edna({ apiKey: 'secret-key', cascadeId: 1.5 }),
    ];
    for (const make of wrong) expect(make).toThrow(InvalidOptionsError);
    for (const make of wrong) expect(make).not.toThrow(/secret-key|only-login/u);
    expect(JSON.stringify(smsc({ apiKey: 'secret-key' }))).not.toContain('secret-key');
  });
});
