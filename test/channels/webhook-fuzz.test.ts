import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { infobip } from '../../src/channels/infobip/index.ts';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { rbm } from '../../src/channels/rbm/index.ts';
import { sinch } from '../../src/channels/sinch/index.ts';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { telegramGateway } from '../../src/channels/telegram-gateway/index.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { tenOClock } from './provider-bench.ts';

const providers: readonly ChannelProvider[] = [
  whatsappCloud({ phoneNumberId: '1063000', accessToken: 't', appSecret: 'fuzz-secret' }),
  twilio({ accountSid: 'AC1', authToken: 'fuzz-secret' }),
  vonage({ auth: { apiKey: 'a', apiSecret: 'b' }, signatureSecret: 'fuzz-secret' }),
  infobip({ baseUrl: 'https://x.test', apiKey: 'k', webhookAuth: { username: 'fuzz', password: 'secret' } }),
  sinch({ servicePlanId: 'p', apiToken: 't', webhookSecret: 'fuzz-secret', webhookUrlToken: 'fuzz-token' }),
  rbm({ agentId: 'a', accessToken: () => 'x', clientToken: 'fuzz-secret' }),
  telegramBot({ token: '1:a', webhookSecret: 'fuzz-secret' }),
  telegramGateway({ token: 'fuzz-secret' }),
  viberBot({ authToken: 'fuzz-secret', senderName: 'S' }),
  awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, topicArns: ['arn:x'] }),
];
const unconfigured: readonly ChannelProvider[] = [
  vonage({ auth: { apiKey: 'a', apiSecret: 'b' } }),
  infobip({ baseUrl: 'https://x.test', apiKey: 'k' }),
  sinch({ servicePlanId: 'p', apiToken: 't' }),
  rbm({ agentId: 'a', accessToken: () => 'x' }),
  telegramBot({ token: '1:a' }),
  awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }),
];

const signatureHeaders = [
  'x-hub-signature-256',
  'x-twilio-signature',
  'authorization',
  'x-sinch-webhook-signature',
  'x-sinch-webhook-signature-timestamp',
  'x-goog-signature',
  'x-telegram-bot-api-secret-token',
  'x-request-signature',
  'x-request-timestamp',
  'x-viber-content-signature',
  'content-type',
];
const headerText = fc.oneof(
  fc.stringMatching(/^[!-~]{0,40}$/u),
  fc.constantFrom('Bearer a.b.c', String(tenOClock.now().getTime() / 1000), 'sha256=', 'Basic Og==', 'application/json'),
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json().map((text) => new TextEncoder().encode(text)),
  fc
    .constantFrom(
      '{"entry":[]}',
      'a=1&b=2',
      '{"message":{"data":"e30="}}',
      '{"clientToken":"x","secret":"y"}',
      '{"Type":"Notification","SigningCertURL":"https://x"}',
    )
    .map((text) => new TextEncoder().encode(text)),
);
const call = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS'),
  url: fc.constantFrom(
    'https://hooks.example.test/in',
    'https://hooks.example.test/in?token=x&bodySHA256=y&hub.mode=subscribe&hub.challenge=1',
    'no url',
  ),
  headers: fc.dictionary(fc.constantFrom(...signatureHeaders), headerText).map((given) => new Headers(given)),
  body,
});

describe('webhooks from strangers', () => {
  it.each([...providers, ...unconfigured].map((provider, index) => [`${provider.id} ${index}`, provider] as const))(
    'are refused by %s with 4xx, whatever they hold',
    async (_name, provider) => {
      await fc.assert(
        fc.asyncProperty(call, async (request) => {
          const verdict = await provider.parseWebhook(request, tenOClock.now());
          expect(verdict.ok).toBe(false);
          if (!verdict.ok) expect([400, 401, 403, 405, 413]).toContain(verdict.status);
        }),
        { numRuns: 1_500 },
      );
    },
  );
});
