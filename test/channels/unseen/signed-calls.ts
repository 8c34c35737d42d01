import { createHash, createHmac } from 'node:crypto';
import { awsSms } from '../../../src/channels/aws-sms/index.ts';
import { devino } from '../../../src/channels/devino/index.ts';
import { edna } from '../../../src/channels/edna/index.ts';
import { exolve } from '../../../src/channels/exolve/index.ts';
import { iDigital } from '../../../src/channels/idigital/index.ts';
import { infobip } from '../../../src/channels/infobip/index.ts';
import { maxBot } from '../../../src/channels/max-bot/index.ts';
import { whatsappCloud } from '../../../src/channels/meta-whatsapp/index.ts';
import { mtsOmni } from '../../../src/channels/mts-omni/index.ts';
import type { ChannelProvider } from '../../../src/channels/port.ts';
import { rbm } from '../../../src/channels/rbm/index.ts';
import { sinch } from '../../../src/channels/sinch/index.ts';
import { smsAero } from '../../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../../src/channels/sms-ru/index.ts';
import { smsc } from '../../../src/channels/smsc/index.ts';
import { telegramBot } from '../../../src/channels/telegram-bot/index.ts';
import { telegramGateway } from '../../../src/channels/telegram-gateway/index.ts';
import { twilio } from '../../../src/channels/twilio/index.ts';
import { viberBot } from '../../../src/channels/viber-bot/index.ts';
import { vonage } from '../../../src/channels/vonage/index.ts';

/** What every adapter here is told its provider signs with. */
export const signingSecret = 'fuzz-secret';
const secret = signingSecret;
const webhookToken = 'fuzz-token';
let calls = 0;
const nobody: typeof globalThis.fetch = () => {
  calls += 1;
  return Promise.reject(new TypeError('the tests call nobody'));
};

/** How often an adapter here has tried to call anybody. */
export const strayCalls = (): number => calls;

/** Every adapter that has a webhook, with its check configured and nobody to call. */
export const everyAdapter: readonly ChannelProvider[] = [
  whatsappCloud({ phoneNumberId: '1063000', accessToken: 't', appSecret: secret, verifyToken: 'hello', fetch: nobody }),
  twilio({ accountSid: 'AC1', authToken: secret, fetch: nobody }),
  vonage({ auth: { apiKey: 'a', apiSecret: 'b' }, signatureSecret: secret, fetch: nobody }),
  infobip({ baseUrl: 'https://x.test', apiKey: 'k', webhookAuth: { urlToken: webhookToken }, fetch: nobody }),
  sinch({ servicePlanId: 'p', apiToken: 't', webhookSecret: secret, fetch: nobody }),
  awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, topicArns: ['arn:x'], fetch: nobody }),
  smsc({ login: 'l', password: 'p', callbackSecret: secret, webhookToken, fetch: nobody }),
  smsAero({ email: 'e', apiKey: 'k', webhookToken, fetch: nobody }),
  smsRu({ apiId: secret, fetch: nobody }),
  exolve({ apiKey: 'k', webhookToken, fetch: nobody }),
  devino({ login: 'l', password: 'p', webhookToken, fetch: nobody }),
  edna({ apiKey: 'k', cascadeId: 7, webhookToken, fetch: nobody }),
  iDigital({ token: 't', webhookToken, fetch: nobody }),
  mtsOmni({ login: 'l', password: 'p', webhookToken, fetch: nobody }),
  telegramBot({ token: '1:t', webhookSecret: secret, fetch: nobody }),
  telegramGateway({ token: secret, fetch: nobody }),
  maxBot({ token: 't', webhookSecret: secret, fetch: nobody }),
  viberBot({ authToken: secret, senderName: 'Shop', fetch: nobody }),
  rbm({ agentId: 'a', accessToken: () => 'x', clientToken: secret, fetch: nobody }),
];

export interface SignedCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const origin = 'https://hooks.example.test/hooks';
const hmac = (algorithm: 'sha1' | 'sha256' | 'sha512', key: string | Buffer, ...parts: readonly (string | Buffer)[]) => {
  const signing = createHmac(algorithm, key);
  for (const part of parts) signing.update(part);
  return signing;
};
const digest = (algorithm: 'md5' | 'sha1' | 'sha256', ...parts: readonly (string | Buffer)[]) => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
type Signer = (body: Buffer, now: Date) => Partial<SignedCall>;

/** How each provider signs; whoever is not here carries the secret of the URL. */
const signers: Readonly<Record<string, Signer>> = {
  'meta-whatsapp': (body) => ({ headers: { 'x-hub-signature-256': `sha256=${hmac('sha256', secret, body).digest('hex')}` } }),
  'viber-bot': (body) => ({ headers: { 'x-viber-content-signature': hmac('sha256', secret, body).digest('hex') } }),
  'telegram-bot': () => ({ headers: { 'x-telegram-bot-api-secret-token': secret } }),
  'max-bot': () => ({ headers: { 'x-max-bot-api-secret': secret } }),
  'telegram-gateway': (body, now) => {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const key = createHash('sha256').update(secret).digest();
    return { headers: { 'x-request-timestamp': timestamp, 'x-request-signature': hmac('sha256', key, `${timestamp}\n`, body).digest('hex') } };
  },
  sinch: (body, now) => {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    return {
      headers: {
        'x-sinch-webhook-signature': hmac('sha256', secret, body, `.n.${timestamp}`).digest('base64'),
        'x-sinch-webhook-signature-nonce': 'n',
        'x-sinch-webhook-signature-timestamp': timestamp,
        'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
      },
    };
  },
  vonage: (body, now) => {
    const claims = { iss: 'Vonage', iat: Math.floor(now.getTime() / 1000), jti: 'j', api_key: 'a', payload_hash: digest('sha256', body) };
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
    return { headers: { authorization: `Bearer ${signed}.${hmac('sha256', secret, signed).digest('base64url')}` } };
  },
  twilio: (body) => {
    const url = `${origin}/twilio?bodySHA256=${digest('sha256', body)}`;
    return { url, headers: { 'x-twilio-signature': hmac('sha1', secret, url).digest('base64') } };
  },
  rbm: (body) => {
    const wrapped = JSON.stringify({ message: { data: body.toString('base64'), messageId: 'p' } });
    return { headers: { 'x-goog-signature': hmac('sha512', secret, body).digest('base64') }, body: Buffer.from(wrapped) };
  },
  smsru: (body) => {
    const entries = new URLSearchParams(body.toString('utf8')).getAll('data[]');
    const form = new URLSearchParams([...entries.map((entry) => ['data[]', entry]), ['hash', digest('sha256', secret, entries.join(''))]]);
    return { body: Buffer.from(form.toString()) };
  },
  smsc: (body) => {
    const form = new URLSearchParams(body.toString('utf8'));
    const [id, phone, status] = ['id', 'phone', 'status'].map((name) => form.get(name) ?? '');
    form.set('md5', digest('md5', `${id}:${phone}:${status}:${secret}`));
    form.delete('sha1');
    return { url: `${origin}/smsc?token=${webhookToken}`, body: Buffer.from(form.toString()) };
  },
};

/** A body as the provider itself would sign it. Amazon's signature needs Amazon's certificate: its calls stay unsigned. */
export function signed(provider: string, body: Buffer, now: Date): SignedCall {
  const plain: SignedCall = { url: `${origin}/${provider}`, headers: {}, body };
  const signer = signers[provider];
  return signer === undefined ? { ...plain, url: `${origin}/${provider}?token=${webhookToken}` } : { ...plain, ...signer(body, now) };
}
