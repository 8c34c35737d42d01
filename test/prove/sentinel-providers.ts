import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { devino } from '../../src/channels/devino/index.ts';
import { edna } from '../../src/channels/edna/index.ts';
import { exolve } from '../../src/channels/exolve/index.ts';
import { iDigital } from '../../src/channels/idigital/index.ts';
import { infobip } from '../../src/channels/infobip/index.ts';
import { maxBot } from '../../src/channels/max-bot/index.ts';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import { mtsOmni } from '../../src/channels/mts-omni/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { rbm } from '../../src/channels/rbm/index.ts';
import { sinch } from '../../src/channels/sinch/index.ts';
import { smsAero } from '../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../src/channels/sms-ru/index.ts';
import { smsc } from '../../src/channels/smsc/index.ts';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { sentinels } from './sentinels.ts';

const { token, phone, name, text } = sentinels;

/** Every adapter that sends texts over HTTP, with secrets that can be looked for, on this transport. */
export function adaptersOn(fetch: typeof globalThis.fetch): readonly ChannelProvider[] {
  return [
    whatsappCloud({ phoneNumberId: '1063000', accessToken: token, appSecret: token, verifyToken: token, fetch }),
    twilio({ accountSid: 'AC1', authToken: token, fetch }),
    vonage({ auth: { apiKey: 'a', apiSecret: token }, signatureSecret: token, fetch }),
    infobip({ baseUrl: 'https://x.test', apiKey: token, webhookAuth: { urlToken: token }, fetch }),
    sinch({ servicePlanId: 'p', apiToken: token, webhookSecret: token, fetch }),
    awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: token }, topicArns: ['arn:x'], fetch }),
    smsc({ login: 'l', password: token, callbackSecret: token, webhookToken: token, fetch }),
    smsAero({ email: 'e', apiKey: token, webhookToken: token, fetch }),
    smsRu({ apiId: token, fetch }),
    exolve({ apiKey: token, webhookToken: token, fetch }),
    devino({ login: 'l', password: token, webhookToken: token, fetch }),
    edna({ apiKey: token, cascadeId: 7, webhookToken: token, fetch }),
    iDigital({ token, webhookToken: token, fetch }),
    mtsOmni({ login: 'l', password: token, webhookToken: token, fetch }),
    telegramBot({ token: `1:${token}`, webhookSecret: token, fetch }),
    maxBot({ token, webhookSecret: token, fetch }),
    viberBot({ authToken: token, senderName: 'Shop', fetch }),
    rbm({ agentId: 'a', accessToken: () => token, clientToken: token, fetch }),
  ];
}

const about = `${phone} ${name} ${text} ${token}`;

/** Transports that fail in every way and say as much as they can about it: they give back all they were sent. */
export const failures: Readonly<Record<string, typeof globalThis.fetch>> = {
  unreachable: (input) =>
    Promise.reject(new TypeError(`fetch failed: ${String(input)} ${about}`, { cause: new Error(`connect ECONNREFUSED ${about}`) })),
  reset: () => Promise.reject(Object.assign(new Error(`socket hang up ${about}`), { code: 'ECONNRESET' })),
  ...Object.fromEntries([400, 401, 402, 403, 404, 409, 422, 429, 500, 503].map((status) => [`status ${status}`, echo(status)])),
  'unreadable answer': async () => new Response(`<html>${about}`, { status: 200, headers: { 'content-type': 'text/html' } }),
  'broken body': async () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.error(new Error(`terminated ${about}`)),
      }),
      { status: 200 },
    ),
};

function echo(status: number): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = `${request.url} ${JSON.stringify([...request.headers])} ${await request.text()} ${about}`;
    const error = {
      code: status,
      message: sent,
      description: sent,
      error_data: { details: sent },
      error: sent,
      title: sent,
      detail: sent,
      status_text: sent,
    };
    return new Response(
      JSON.stringify({
        ...error,
        error: { ...error, type: 'OAuthException' },
        errors: [error],
        requestError: { serviceException: { messageId: 'BAD_REQUEST', text: sent } },
      }),
      {
        status,
        headers: { 'content-type': 'application/json', 'retry-after': '1' },
      },
    );
  };
}
