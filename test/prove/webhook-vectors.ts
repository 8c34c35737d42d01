import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import type { ChannelProvider, WebhookRequest } from '../../src/channels/port.ts';
import { tenOClock } from '../channels/stopped-clock.ts';
import { everyAdapter, signed, signingSecret } from '../channels/unseen/signed-calls.ts';

/** A genuine call and what its provider's scheme says about it. */
export interface Vector {
  readonly name: string;
  readonly provider: ChannelProvider;
  readonly call: WebhookRequest;
  readonly now: Date;
  /** Headers that are part of the scheme: signature, time stamp, nonce. */
  readonly signedHeaders: readonly string[];
  /** Whether the scheme covers a byte of the body. */
  readonly signsBody: (at: number) => boolean;
  /** Places of the URL the scheme covers. */
  readonly signsUrl: (url: string) => readonly number[];
}

const now = tenOClock.now();
const nothing = () => [];
const everything = (url: string) => [...url].map((_, at) => at).filter((at) => at >= 'https://'.length);
const token = (url: string) => {
  const at = url.indexOf('token=');
  return [...url].map((_, index) => index).filter((index) => index >= at);
};

interface Scheme {
  readonly bodies: readonly string[];
  readonly headers: readonly string[];
  readonly signsUrl?: (url: string) => readonly number[];
  /** By default the whole body is signed; `none`: the scheme is a static secret. */
  readonly covers?: 'none' | ((body: string) => (at: number) => boolean);
  readonly form?: boolean;
}

const said = 'Стоп! «больше» не надо 😀 é';
const wa = (value: object) => JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
const status = { id: 'wamid.V1', status: 'delivered', timestamp: '1795428000', recipient_id: '447700900701', biz_opaque_callback_data: 'ключ-1' };
const inbound = { from: '447700900702', id: 'wamid.V2', timestamp: '1795428000', type: 'text', text: { body: said } };
/** Bytes between two marks: a field of a body. */
const within = (body: string, from: string, to: string) => {
  const start = body.indexOf(from) + from.length;
  const end = body.indexOf(to, start);
  return (at: number) => at >= start && at < (end < 0 ? body.length : end);
};

const schemes: Readonly<Record<string, Scheme>> = {
  'meta-whatsapp': {
    headers: ['x-hub-signature-256'],
    bodies: [wa({ statuses: [status] }), wa({ messages: [inbound] }), ` \n${wa({ statuses: [{ ...status, status: 'read' }] })}\r\n`],
  },
  twilio: {
    headers: ['x-twilio-signature'],
    signsUrl: everything,
    bodies: [
      JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+447700900703', Note: said }),
      JSON.stringify({ MessageSid: 'SM2', From: '+447700900704', To: 'ACME', Body: said, NumMedia: '0' }),
    ],
  },
  vonage: {
    headers: ['authorization'],
    bodies: [
      JSON.stringify({ message_uuid: 'u1', to: '447700900705', from: 'Shop', status: 'delivered', channel: 'sms', timestamp: 't' }),
      JSON.stringify({ message_uuid: 'u2', from: '447700900706', to: '447700900900', channel: 'whatsapp', message_type: 'text', text: said }),
    ],
  },
  sinch: {
    headers: ['x-sinch-webhook-signature', 'x-sinch-webhook-signature-nonce', 'x-sinch-webhook-signature-timestamp'],
    bodies: [
      JSON.stringify({
        message_delivery_report: {
          message_id: 'm1',
          status: 'DELIVERED',
          channel_identity: { channel: 'SMS', identity: '447700900707' },
          metadata: said,
        },
      }),
      JSON.stringify({ type: 'mo_text', id: 'm2', from: '447700900708', to: '447700900900', body: said }),
    ],
  },
  'telegram-gateway': {
    headers: ['x-request-timestamp', 'x-request-signature'],
    bodies: [
      JSON.stringify({
        request_id: 'q1',
        phone_number: '+447700900709',
        delivery_status: { status: 'delivered', updated_at: 1795428000 },
        payload: said,
      }),
      JSON.stringify({
        request_id: 'q2',
        phone_number: '+447700900709',
        delivery_status: { status: 'expired', updated_at: 1795428000 },
        payload: said,
      }),
    ],
  },
  'viber-bot': {
    headers: ['x-viber-content-signature'],
    bodies: [
      '{"event":"seen","timestamp":1795428000000,"message_token":5741311803571729999,"user_id":"ab+/31=="}',
      JSON.stringify({
        event: 'message',
        timestamp: 1795428000000,
        message_token: '34',
        sender: { id: 'ab35', name: 'Ж' },
        message: { type: 'text', text: said },
      }),
    ],
  },
  rbm: {
    headers: ['x-goog-signature'],
    // The decoded data are signed, not their envelope.
    covers: (body) => within(body, '"data":"', '"'),
    bodies: [
      JSON.stringify({ senderPhoneNumber: '+447700900710', eventType: 'DELIVERED', eventId: 'e1', messageId: 'g1', agentId: said }),
      JSON.stringify({ senderPhoneNumber: '+447700900710', messageId: 'g2', text: said, agentId: 'a' }),
    ],
  },
  smsru: {
    headers: [],
    form: true,
    // The entries are hashed, not the names of the fields that carry them.
    covers: (body) => (at) => within(body, '%5D=', '&')(at) || at >= body.indexOf('hash=') + 5,
    bodies: [new URLSearchParams([['data[]', 'sms_status\n000001-1\n103\n1795428000']]).toString()],
  },
  smsc: {
    headers: [],
    form: true,
    signsUrl: token,
    // Number, id and status are hashed; the other fields are held by the secret of the URL alone.
    covers: (body) => (at) =>
      within(body, 'id=', '&')(at) || within(body, 'phone=', '&')(at) || within(body, '&status=', '&')(at) || at >= body.indexOf('md5=') + 4,
    bodies: ['id=44&phone=79000000711&status=1&ts=1795428000&err=0', 'id=45&phone=79000000711&status=20&err=244'],
  },
  'telegram-bot': {
    headers: ['x-telegram-bot-api-secret-token'],
    covers: 'none',
    bodies: [
      JSON.stringify({
        update_id: 1,
        message: { message_id: 5, from: { id: 5550071 }, chat: { id: 5550071, type: 'private' }, date: 1795428000, text: said },
      }),
    ],
  },
  'max-bot': {
    headers: ['x-max-bot-api-secret'],
    covers: 'none',
    bodies: [JSON.stringify({ update_type: 'bot_stopped', timestamp: 1795428000000, chat_id: 5, user: { user_id: 600071, name: said } })],
  },
  infobip: {
    headers: [],
    signsUrl: token,
    covers: 'none',
    bodies: [JSON.stringify({ results: [{ messageId: 'i1', to: '447700900712', status: { groupId: 3, id: 5 }, callbackData: said }] })],
  },
  edna: { headers: [], signsUrl: token, covers: 'none', bodies: [JSON.stringify({ requestId: 'r1', messageId: 9, status: 'READ', comment: said })] },
};

/** Twilio's form posts, which sign their fields instead of a hash. */
const twilioForm = ((): Vector => {
  const fields = { Body: said, From: '+447700900713', MessageSid: 'SM3', NumMedia: '0', To: 'ACME' };
  const url = 'https://hooks.example.test/hooks/twilio?ref=%D0%B6+1';
  const provider = adapterOf('twilio');
  const text = Object.entries(fields).reduce((all, [name, value]) => all + name + value, url);
  const headers = new Headers({
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', signingSecret).update(text).digest('base64'),
  });
  const call: WebhookRequest = { method: 'POST', url, headers, body: Buffer.from(new URLSearchParams(fields).toString()) };
  return { name: 'twilio form', provider, call, now, signedHeaders: ['x-twilio-signature'], signsBody: () => true, signsUrl: everything };
})();

/** A notification of Amazon's, signed with a key whose public half stands where the certificate would. */
const notification = ((): Vector => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const certificate = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem';
  const fetch: typeof globalThis.fetch = async (input) =>
    new Request(input).url === certificate ? new Response(pem) : Promise.reject(new TypeError('nobody is there'));
  const topic = 'arn:aws:sns:eu-west-1:000000000000:sms';
  const provider = awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, topicArns: [topic], fetch });
  const told = { messageStatus: 'DELIVERED', messageId: 'a1', destinationPhoneNumber: '+447700900714', context: { ref: said } };
  const message = { Message: JSON.stringify(told), MessageId: 'n1', Timestamp: now.toISOString(), TopicArn: topic, Type: 'Notification' };
  const Signature = createSign('RSA-SHA256')
    .update(`${Object.entries(message).flat().join('\n')}\n`)
    .sign(privateKey, 'base64');
  const body = JSON.stringify({ ...message, SignatureVersion: '2', SigningCertURL: certificate, Signature });
  const call: WebhookRequest = { method: 'POST', url: 'https://hooks.example.test/hooks/aws-sms', headers: new Headers(), body: Buffer.from(body) };
  return { name: 'aws-sms', provider, call, now, signedHeaders: [], signsBody: () => true, signsUrl: nothing };
})();

/** Calls of every scheme there is, with Cyrillic and emoji in them. */
export const vectors: readonly Vector[] = [
  ...Object.entries(schemes).flatMap(([id, { bodies, headers, signsUrl = nothing, covers, form = false }]) =>
    bodies.map((given, index): Vector => {
      const made = signed(id, Buffer.from(given), now);
      const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
      const call: WebhookRequest = {
        method: 'POST',
        url: made.url,
        headers: new Headers({ 'content-type': type, ...made.headers }),
        body: made.body,
      };
      // Marks are searched in ASCII, where characters are bytes.
      const signsBody = covers === undefined ? () => true : covers === 'none' ? () => false : covers(made.body.toString('latin1'));
      return { name: `${id} ${index + 1}`, provider: adapterOf(id), call, now, signedHeaders: headers, signsBody, signsUrl };
    }),
  ),
  twilioForm,
  notification,
];

function adapterOf(id: string): ChannelProvider {
  return everyAdapter.find((adapter) => adapter.id === id)!;
}
