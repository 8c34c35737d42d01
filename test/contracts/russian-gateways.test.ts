import { createHash } from 'node:crypto';
import { describe, it } from 'vitest';
import { devino } from '../../src/channels/devino/index.ts';
import { edna } from '../../src/channels/edna/index.ts';
import { exolve } from '../../src/channels/exolve/index.ts';
import { iDigital } from '../../src/channels/idigital/index.ts';
import { maxBot } from '../../src/channels/max-bot/index.ts';
import { mtsOmni } from '../../src/channels/mts-omni/index.ts';
import { smsAero } from '../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../src/channels/sms-ru/index.ts';
import { smsc } from '../../src/channels/smsc/index.ts';
import type { OutboundMessage } from '../../src/message/outbound.ts';
import { type ChannelProviderBench, channelProviderContract } from '../../src/testing/channel-provider-contract.ts';
import { describeContract } from '../../src/testing/contract.ts';
import { clearedMessage, tenOClock, webhookCall } from '../channels/provider-bench.ts';

const now = tenOClock.now();
const clock = tenOClock;
const url = 'https://hooks.example.test/in?token=url-token';
const webhookToken = 'url-token';
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const answer = (body: unknown, status = 200) => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
const sms = (over: Partial<OutboundMessage> = {}) =>
  clearedMessage({ to: '+79000000001', content: { type: 'text', text: 'Заказ 4471 готов' }, stepKey: 'contract-step', ...over });
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const byToken = (...bodies: readonly unknown[]) => ({
  now,
  genuine: bodies.map((body) => webhookCall(body, {}, url)),
  signatureHeaders: [],
  signsBody: false,
});

const ownId = hash('sha256', 'contract-step').slice(0, 32);

const benches: Readonly<Record<string, ChannelProviderBench>> = {
  'SMSC.ru': {
    open: (fetch) => smsc({ login: 'l', password: 'smsc-password', callbackSecret: 'smsc-secret', webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://smsc.ru/sys/send.php',
      body: form({
        login: 'l',
        psw: 'smsc-password',
        phones: '79000000001',
        mes: 'Заказ 4471 готов',
        id: ownId,
        sender: 'Shop',
        charset: 'utf-8',
        fmt: '3',
        valid: '02:00',
      }),
    },
    accepted: { answer: answer({ id: ownId, cnt: 1 }), messageId: ownId },
    refusals: [
      { answer: answer({ error: 'x', error_code: 1 }), errorClass: 'invalid-request' },
      { answer: answer({ error: 'x', error_code: 2 }), errorClass: 'auth' },
      { answer: answer({ error: 'x', error_code: 3 }), errorClass: 'insufficient-funds' },
      { answer: answer({ error: 'x', error_code: 4 }), errorClass: 'rate-limited' },
      { answer: answer({ error: 'x', error_code: 6 }), errorClass: 'content-rejected' },
      { answer: answer({ error: 'x', error_code: 8 }), errorClass: 'recipient-unreachable' },
      { answer: answer({ error: 'x', error_code: 9 }), errorClass: 'duplicate', outcome: 'unknown' },
    ],
    webhooks: byToken(
      ...['0', '1', '20'].map((status) => {
        const signed = `${ownId}:79000000001:${status}:smsc-secret`;
        return new URLSearchParams({ id: ownId, phone: '79000000001', status, err: '0', md5: hash('md5', signed), sha1: hash('sha1', signed) });
      }),
      new URLSearchParams({ id: '9', phone: '79000000001', mes: 'Стоп', to: 'Shop' }),
    ),
    secrets: ['smsc-password', 'smsc-secret', webhookToken],
  },
  MAX: {
    open: (fetch) => maxBot({ token: 'max-token', webhookSecret: 'max-secret', clock, fetch }),
    message: sms({ channel: 'max', to: '5001' }),
    request: {
      method: 'POST',
      url: 'https://platform-api2.max.ru/messages?user_id=5001',
      body: { text: 'Заказ 4471 готов', attachments: null, link: null, notify: true },
    },
    accepted: { answer: answer({ message: { recipient: { user_id: 5001 }, body: { mid: 'mid.1' } } }), messageId: 'mid.1' },
    refusals: [
      { answer: answer({ code: 'verify.token', message: 'x' }, 401), errorClass: 'auth' },
      { answer: answer({ code: 'chat.denied', message: 'x' }, 403), errorClass: 'opted-out' },
      { answer: answer({ code: 'not.found', message: 'x' }, 404), errorClass: 'not-on-channel' },
      { answer: answer({ code: 'attachment.not.ready', message: 'x' }, 400), errorClass: 'retryable-transient' },
    ],
    webhooks: {
      now,
      genuine: ['bot_started', 'bot_stopped'].map((update_type) =>
        webhookCall({ update_type, timestamp: 1, user: { user_id: 5001 } }, { 'x-max-bot-api-secret': 'max-secret' }),
      ),
      signatureHeaders: ['x-max-bot-api-secret'],
      signsBody: false,
    },
    secrets: ['max-token', 'max-secret'],
  },
  'SMS Aero': {
    open: (fetch) => smsAero({ email: 'e', apiKey: 'aero-key', webhookToken, clock, fetch }),
    message: sms(),
    request: { method: 'POST', url: 'https://gate.smsaero.ru/v2/sms/send', body: { number: '79000000001', sign: 'Shop', text: 'Заказ 4471 готов' } },
    accepted: { answer: answer({ success: true, data: { id: 12, number: '79000000001', status: 0 }, message: null }), messageId: '12' },
    refusals: [
      { answer: answer({ success: false, data: null, message: 'Validation error.' }, 400), errorClass: 'invalid-request' },
      { answer: answer({ success: false, data: null, message: 'no credits' }), errorClass: 'insufficient-funds' },
    ],
    webhooks: byToken({ id: 12, status: 3, number: '79000000001' }, { id: 12, status: 1, number: '79000000001' }),
    secrets: ['aero-key', webhookToken],
  },
  Exolve: {
    open: (fetch) => exolve({ apiKey: 'exolve-key', webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://api.exolve.ru/messaging/v1/SendSMS',
      body: { number: 'Shop', destination: '79000000001', text: 'Заказ 4471 готов' },
    },
    accepted: { answer: answer({ message_id: '439' }), messageId: '439' },
    refusals: [
      { answer: answer({ error: { code: 7, message: 'x' } }, 403), errorClass: 'sender-blocked' },
      { answer: answer({ error: { code: 3, message: 'x' } }, 400), errorClass: 'invalid-request' },
    ],
    webhooks: byToken({ message_id: '439', destination: '79000000001', status: 'delivered' }),
    secrets: ['exolve-key'],
  },
  'SMS.ru': {
    open: (fetch) => smsRu({ apiId: 'smsru-key', clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://sms.ru/sms/send',
      body: form({ api_id: 'smsru-key', to: '79000000001', msg: 'Заказ 4471 готов', from: 'Shop', ttl: '120', json: '1' }),
    },
    accepted: {
      answer: answer({ status: 'OK', status_code: 100, sms: { '79000000001': { status: 'OK', status_code: 100, sms_id: '000000-1' } } }),
      messageId: '000000-1',
    },
    refusals: [
      { answer: answer({ status: 'ERROR', status_code: 200 }), errorClass: 'auth' },
      { answer: answer({ status: 'OK', status_code: 100, sms: { '79000000001': { status_code: 215 } } }), errorClass: 'opted-out' },
      {
        answer: answer({ status: 'OK', status_code: 100, sms: { '79000000001': { status_code: 231 } } }),
        errorClass: 'duplicate',
        outcome: 'unknown',
      },
    ],
    webhooks: {
      ...byToken(),
      genuine: ['102', '103'].map((code) => {
        const data = `sms_status\n000000-1\n${code}\n1763900000`;
        return webhookCall(new URLSearchParams({ 'data[0]': data, hash: hash('sha256', `smsru-key${data}`) }), {}, url);
      }),
      signsBody: true,
    },
    secrets: ['smsru-key'],
  },
  Devino: {
    open: (fetch) => devino({ login: 'l', password: 'devino-password', webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://integrationapi.net/rest/v2/Sms/Send',
      body: form({
        Login: 'l',
        Password: 'devino-password',
        SourceAddress: 'Shop',
        DestinationAddress: '79000000001',
        Data: 'Заказ 4471 готов',
        Validity: '120',
      }),
    },
    accepted: { answer: answer('[604273478236423001]'), messageId: '604273478236423001' },
    refusals: [
      { answer: answer({ Code: 5, Desc: 'x' }, 403), errorClass: 'insufficient-funds' },
      { answer: answer({ Code: 4, Desc: 'x' }, 401), errorClass: 'auth' },
    ],
    webhooks: byToken([{ id: 1, receivedAt: '1763900000000', status: 'sent' }], [{ id: 1, receivedAt: '1763900000000', status: 'delivered' }]),
    secrets: ['devino-password'],
  },
  edna: {
    open: (fetch) => edna({ apiKey: 'edna-key', cascadeId: 215, webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://app.edna.ru/api/cascade/schedule',
      body: {
        requestId: 'contract-step',
        cascadeId: 215,
        subscriberFilter: { address: '79000000001', type: 'PHONE' },
        startTime: null,
        content: { smsContent: { contentType: 'TEXT', text: 'Заказ 4471 готов' } },
      },
    },
    accepted: { answer: answer({ requestId: 'contract-step' }), messageId: 'contract-step' },
    refusals: [
      { answer: answer({ title: 'error-subject-unknown', status: 400 }, 400), errorClass: 'sender-blocked' },
      { answer: answer({ title: 'Forbidden', status: 403 }, 403), errorClass: 'auth' },
    ],
    webhooks: byToken(...['SENT', 'DELIVERED', 'READ'].map((status) => ({ requestId: 'contract-step', messageId: 9, status, error: null }))),
    secrets: ['edna-key'],
  },
  'i-Digital': {
    open: (fetch) => iDigital({ token: 'idigital-token', webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://direct.i-dgtl.ru/api/v1/message',
      body: [
        {
          channelType: 'SMS',
          senderName: 'Shop',
          destination: '79000000001',
          content: 'Заказ 4471 готов',
          externalMessageId: 'contract-step',
          ttl: 7200,
        },
      ],
    },
    accepted: { answer: answer([{ messageUuid: 'aaaa-bbbb' }]), messageId: 'aaaa-bbbb' },
    refusals: [
      { answer: answer([{ destination: '79000000001', errorCode: 7401 }]), errorClass: 'invalid-request' },
      { answer: answer({ error: { code: 4012, msg: 'x' } }, 401), errorClass: 'auth' },
    ],
    webhooks: byToken({ messageUuid: 'aaaa-bbbb', status: 'sent' }, { messageUuid: 'aaaa-bbbb', status: 'delivered' }),
    secrets: ['idigital-token'],
  },
  'MTS Omnichannel': {
    open: (fetch) => mtsOmni({ login: 'l', password: 'mts-password', webhookToken, clock, fetch }),
    message: sms(),
    request: {
      method: 'POST',
      url: 'https://omnichannel.mts.ru/http-api/v1/messages',
      body: {
        messages: [
          {
            content: { short_text: 'Заказ 4471 готов' },
            to: [{ msisdn: '79000000001', message_id: 'contract-step' }],
            from: { sms_address: 'Shop' },
          },
        ],
      },
    },
    accepted: { answer: answer({ messages: [{ internal_id: 'i-1' }] }), messageId: 'i-1' },
    refusals: [
      { answer: answer({}, 401), errorClass: 'auth' },
      { answer: answer({}, 400), errorClass: 'invalid-request' },
    ],
    webhooks: byToken({ events_info: [{ internal_id: 'i-1', status: 200 }] }, { events_info: [{ internal_id: 'i-1', status: 300 }] }),
    secrets: ['mts-password'],
  },
};

for (const [name, bench] of Object.entries(benches)) {
  describeContract({ describe, it }, name, channelProviderContract, () => bench);
}
