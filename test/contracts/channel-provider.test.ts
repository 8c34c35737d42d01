import { createHash, createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'vitest';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { httpGateway } from '../../src/channels/http-gateway/index.ts';
import { infobip } from '../../src/channels/infobip/index.ts';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import { rbm } from '../../src/channels/rbm/index.ts';
import { sinch } from '../../src/channels/sinch/index.ts';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { telegramGateway } from '../../src/channels/telegram-gateway/index.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { type ChannelProviderBench, channelProviderContract } from '../../src/testing/channel-provider-contract.ts';
import { describeContract } from '../../src/testing/contract.ts';
import { clearedMessage, tenOClock, webhookCall } from '../channels/provider-bench.ts';

const now = tenOClock.now();
const seconds = String(now.getTime() / 1000);
const sms = clearedMessage({});
const answer = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
const hmac = (algorithm: string, key: string | Buffer, encoding: 'hex' | 'base64' | 'base64url', ...parts: readonly (string | Buffer)[]) =>
  parts.reduce((mac, part) => mac.update(part), createHmac(algorithm, key)).digest(encoding);

const benches: Readonly<Record<string, () => ChannelProviderBench>> = {
  'WhatsApp Cloud API': () => {
    const call = (status: string) => {
      const body = JSON.stringify({
        entry: [{ changes: [{ field: 'messages', value: { statuses: [{ id: 'wamid.Я', status, recipient_id: '447700900123' }] } }] }],
      });
      return webhookCall(body, { 'x-hub-signature-256': `sha256=${hmac('sha256', 'app-secret', 'hex', body)}` });
    };
    return {
      open: (fetch) => whatsappCloud({ phoneNumberId: '1063000', accessToken: 'meta-token', appSecret: 'app-secret', clock: tenOClock, fetch }),
      message: clearedMessage({ channel: 'whatsapp', from: '' }),
      request: {
        method: 'POST',
        url: 'https://graph.facebook.com/v25.0/1063000/messages',
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: '+447700900123',
          biz_opaque_callback_data: 'step-4471-1',
          type: 'text',
          text: { body: 'Order 4471 is ready', preview_url: false },
        },
      },
      accepted: { answer: answer({ messages: [{ id: 'wamid.1' }] }), messageId: 'wamid.1' },
      refusals: [
        { answer: answer({ error: { code: 131047 } }, 400), errorClass: 'consent-window-closed' },
        { answer: answer({ error: { code: 131005 } }, 500), errorClass: 'auth', outcome: 'unknown' },
      ],
      webhooks: { now, genuine: ['sent', 'delivered', 'read'].map(call), signatureHeaders: ['x-hub-signature-256'] },
      secrets: ['meta-token', 'app-secret'],
    };
  },
  Twilio: () => {
    const url = 'https://hooks.example.test/twilio';
    const call = (MessageStatus: string) => {
      const signed = hmac('sha1', 'twilio-token', 'base64', `${url}MessageSidSM1MessageStatus${MessageStatus}To+447700900123`);
      return webhookCall(new URLSearchParams({ MessageSid: 'SM1', MessageStatus, To: '+447700900123' }), { 'x-twilio-signature': signed }, url);
    };
    return {
      open: (fetch) => twilio({ accountSid: 'AC01', authToken: 'twilio-token', clock: tenOClock, fetch }),
      message: sms,
      request: {
        method: 'POST',
        url: 'https://api.twilio.com/2010-04-01/Accounts/AC01/Messages.json',
        body: new URLSearchParams({ To: '+447700900123', From: 'Shop', Body: 'Order 4471 is ready', ValidityPeriod: '7200' }).toString(),
      },
      accepted: { answer: answer({ sid: 'SM1', status: 'accepted' }, 201), messageId: 'SM1' },
      refusals: [{ answer: answer({ code: 21610, status: 400 }, 400), errorClass: 'opted-out' }],
      webhooks: { now, genuine: ['sent', 'undelivered', 'delivered'].map(call), signatureHeaders: ['x-twilio-signature'] },
      secrets: ['twilio-token'],
    };
  },
  Vonage: () => {
    const token = (body: string, at: number) => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = { iss: 'Vonage', iat: at, jti: 'j', payload_hash: createHash('sha256').update(body).digest('hex') };
      const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
      return `Bearer ${signed}.${hmac('sha256', 'vonage-signature', 'base64url', signed)}`;
    };
    const call = (status: string, at = Number(seconds)) => {
      const body = JSON.stringify({ message_uuid: 'u1', to: '447700900123', from: 'Shop', status, channel: 'sms' });
      return webhookCall(body, { authorization: token(body, at) });
    };
    return {
      open: (fetch) => vonage({ auth: { apiKey: 'k', apiSecret: 'vonage-secret' }, signatureSecret: 'vonage-signature', clock: tenOClock, fetch }),
      message: sms,
      request: {
        method: 'POST',
        url: 'https://api.vonage.com/v1/messages',
        body: {
          channel: 'sms',
          to: '447700900123',
          from: 'Shop',
          client_ref: 'step-4471-1',
          sms: { encoding_type: 'auto' },
          message_type: 'text',
          text: 'Order 4471 is ready',
        },
      },
      accepted: { answer: answer({ message_uuid: 'u1' }, 202), messageId: 'u1' },
      refusals: [
        {
          answer: answer({ type: 'https://developer.vonage.com/api-errors/messages#1120', title: 'Invalid sender' }, 422),
          errorClass: 'sender-blocked',
        },
        {
          answer: answer({ type: 'https://developer.vonage.com/api-errors#low-balance', title: 'Low balance' }, 402),
          errorClass: 'insufficient-funds',
        },
        { answer: answer({ type: 'x#1320', title: 'Already sent' }, 422), errorClass: 'duplicate', outcome: 'unknown' },
      ],
      webhooks: {
        now,
        genuine: ['submitted', 'delivered'].map((status) => call(status)),
        signatureHeaders: ['authorization'],
        stale: call('read', Number(seconds) - 301),
      },
      secrets: ['vonage-secret', 'vonage-signature'],
    };
  },
  Infobip: () => ({
    open: (fetch) =>
      infobip({
        baseUrl: 'https://x.api.infobip.com',
        apiKey: 'infobip-key',
        webhookAuth: { username: 'hook', password: 'pass' },
        clock: tenOClock,
        fetch,
      }),
    message: sms,
    request: {
      method: 'POST',
      url: 'https://x.api.infobip.com/sms/3/messages',
      body: {
        messages: [
          {
            sender: 'Shop',
            destinations: [{ to: '447700900123', messageId: 'step-4471-1' }],
            content: { text: 'Order 4471 is ready' },
            options: { validityPeriod: { amount: 120, timeUnit: 'MINUTES' } },
            webhooks: { contentType: 'application/json', callbackData: 'step-4471-1' },
          },
        ],
        options: { includeSmsCountInResponse: true },
      },
    },
    accepted: {
      answer: answer({ messages: [{ messageId: 'step-4471-1', status: { groupId: 1, id: 26 }, destination: '447700900123' }] }),
      messageId: 'step-4471-1',
    },
    refusals: [
      { answer: answer({ errorCode: 'E401', description: 'x' }, 401), errorClass: 'auth' },
      { answer: answer({ requestError: { serviceException: { messageId: 'BAD_REQUEST' } } }, 400), errorClass: 'invalid-request' },
      { answer: answer({ messages: [{ messageId: 'm', status: { groupId: 5, id: 12 } }] }), errorClass: 'insufficient-funds' },
    ],
    webhooks: {
      now,
      genuine: [
        webhookCall(
          { results: [{ messageId: 'step-4471-1', to: '447700900123', status: { groupId: 3, id: 5 }, error: { id: 0 } }] },
          { authorization: `Basic ${btoa('hook:pass')}` },
        ),
      ],
      signatureHeaders: ['authorization'],
      signsBody: false,
    },
    secrets: ['infobip-key', 'hook:pass'],
  }),
  Sinch: () => {
    const call = (status: string, timestamp = seconds) => {
      const body = JSON.stringify({
        message_delivery_report: { message_id: 'm1', status, channel_identity: { channel: 'SMS', identity: '447700900123' } },
      });
      return webhookCall(body, {
        'x-sinch-webhook-signature': hmac('sha256', 'sinch-secret', 'base64', `${body}.nonce.${timestamp}`),
        'x-sinch-webhook-signature-nonce': 'nonce',
        'x-sinch-webhook-signature-timestamp': timestamp,
      });
    };
    return {
      open: (fetch) => sinch({ servicePlanId: 'plan', apiToken: 'sinch-token', webhookSecret: 'sinch-secret', clock: tenOClock, fetch }),
      message: sms,
      request: {
        method: 'POST',
        url: 'https://eu.sms.api.sinch.com/xms/v1/plan/batches',
        body: {
          from: 'Shop',
          to: ['447700900123'],
          type: 'mt_text',
          body: 'Order 4471 is ready',
          delivery_report: 'per_recipient',
          client_reference: 'step-4471-1',
          expire_at: '2026-11-23T12:00:00.000Z',
        },
      },
      accepted: { answer: answer({ id: '01HF', to: ['447700900123'], type: 'mt_text' }, 201), messageId: '01HF' },
      refusals: [
        { answer: answer({ code: 'syntax_invalid_parameter_format', text: 'x' }, 400), errorClass: 'invalid-request' },
        { answer: answer({ code: 'unauthorized', text: 'x' }, 401), errorClass: 'auth' },
        { answer: answer({ error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'x' } }, 429), errorClass: 'rate-limited' },
      ],
      webhooks: {
        now,
        genuine: [call('QUEUED_ON_CHANNEL'), call('DELIVERED')],
        signatureHeaders: ['x-sinch-webhook-signature', 'x-sinch-webhook-signature-nonce', 'x-sinch-webhook-signature-timestamp'],
        stale: call('READ', String(Number(seconds) - 301)),
      },
      secrets: ['sinch-token', 'sinch-secret'],
    };
  },
  'AWS End User Messaging': () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const certificate = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const certificateUrl = 'https://sns.eu-west-1.amazonaws.com/cert.pem';
    const topic = 'arn:aws:sns:eu-west-1:000000000000:sms';
    const call = (messageStatus: string, at: Date = now) => {
      const message = {
        Message: JSON.stringify({ eventType: `TEXT_${messageStatus}`, messageStatus, messageId: 'a1', destinationPhoneNumber: '+447700900123' }),
        MessageId: 'n1',
        Timestamp: at.toISOString(),
        TopicArn: topic,
        Type: 'Notification',
      };
      const signed = Object.entries(message).flat().join('\n');
      const Signature = createSign('RSA-SHA256').update(`${signed}\n`).sign(privateKey, 'base64');
      return webhookCall({ ...message, SignatureVersion: '2', SigningCertURL: certificateUrl, Signature });
    };
    return {
      open: (fetch) =>
        awsSms({
          region: 'eu-west-1',
          credentials: { accessKeyId: 'AKID', secretAccessKey: 'aws-secret' },
          topicArns: [topic],
          clock: tenOClock,
          fetch: (input, init) => {
            const url = input instanceof Request ? input.url : String(input);
            if (!url.includes('//sns.')) return fetch(input, init);
            return Promise.resolve(new Response(url === certificateUrl ? certificate : '', { status: url === certificateUrl ? 200 : 404 }));
          },
        }),
      message: sms,
      request: {
        method: 'POST',
        url: 'https://sms-voice.eu-west-1.amazonaws.com/',
        body: {
          DestinationPhoneNumber: '+447700900123',
          OriginationIdentity: 'Shop',
          MessageBody: 'Order 4471 is ready',
          MessageType: 'TRANSACTIONAL',
          TimeToLive: 7200,
          Context: { ref: 'step-4471-1' },
        },
      },
      accepted: { answer: answer({ MessageId: 'a1' }), messageId: 'a1' },
      refusals: [
        { answer: answer({ __type: 'ConflictException', Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }, 400), errorClass: 'opted-out' },
        { answer: answer({ __type: 'com.amazonaws#ValidationException', Reason: 'SOMETHING_NEW' }, 400), errorClass: 'invalid-request' },
        { answer: answer({ __type: 'InternalServerException' }, 500), errorClass: 'retryable-transient', outcome: 'unknown' },
      ],
      webhooks: {
        now,
        genuine: [call('SUCCESSFUL'), call('DELIVERED')],
        signatureHeaders: [],
        stale: call('READ', new Date(now.getTime() - 3_700_000)),
      },
      secrets: ['aws-secret'],
    };
  },
  'Google RBM': () => {
    const call = (eventType: string) => {
      const event = JSON.stringify({ senderPhoneNumber: '+447700900123', eventType, eventId: 'e', messageId: 'm1' });
      const data = Buffer.from(event.padEnd(Math.ceil(event.length / 3) * 3));
      return webhookCall({ message: { data: data.toString('base64') } }, { 'x-goog-signature': hmac('sha512', 'client-token', 'base64', data) });
    };
    return {
      open: (fetch) => rbm({ agentId: 'agent', accessToken: () => 'google-token', clientToken: 'client-token', clock: tenOClock, fetch }),
      message: clearedMessage({ channel: 'rcs' }),
      request: {
        method: 'POST',
        url: 'https://rcsbusinessmessaging.googleapis.com/v1/phones/+447700900123/agentMessages?messageId=e42231ed-2916-8848-abd0-33a384ab2a06&agentId=agent',
        body: { contentMessage: { text: 'Order 4471 is ready' }, messageTrafficType: 'TRANSACTION', ttl: '7200s' },
      },
      accepted: { answer: answer({ name: 'phones/+447700900123/agentMessages/u-1', sendTime: '2026-11-23T10:00:00Z' }), messageId: 'u-1' },
      refusals: [
        { answer: answer({ error: { code: 404, status: 'NOT_FOUND' } }, 404), errorClass: 'not-on-channel' },
        { answer: answer({ error: { code: 400, status: 'FAILED_PRECONDITION' } }, 400), errorClass: 'invalid-request' },
      ],
      webhooks: { now, genuine: [call('DELIVERED'), call('READ'), call('TTL_EXPIRATION_REVOKE_FAILED')], signatureHeaders: ['x-goog-signature'] },
      secrets: ['google-token', 'client-token'],
    };
  },
  'Telegram Bot API': () => ({
    open: (fetch) => telegramBot({ token: '123:telegram-token', webhookSecret: 'hook-secret', clock: tenOClock, fetch }),
    message: clearedMessage({ channel: 'telegram', to: '900100200' }),
    request: {
      method: 'POST',
      url: 'https://api.telegram.org/bot123:telegram-token/sendMessage',
      body: { chat_id: '900100200', text: 'Order 4471 is ready' },
    },
    accepted: { answer: answer({ ok: true, result: { message_id: 77, chat: { id: 900100200 }, date: 1_763_892_000 } }), messageId: '77' },
    refusals: [
      { answer: answer({ ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }, 403), errorClass: 'opted-out' },
      { answer: answer({ ok: false, error_code: 429, description: 'x', parameters: { retry_after: 9 } }, 429), errorClass: 'rate-limited' },
    ],
    webhooks: {
      now,
      genuine: [
        webhookCall(
          { update_id: 1, message: { message_id: 5, from: { id: 900100200 }, text: 'СТОП' } },
          { 'x-telegram-bot-api-secret-token': 'hook-secret' },
        ),
      ],
      signatureHeaders: ['x-telegram-bot-api-secret-token'],
      signsBody: false,
    },
    secrets: ['telegram-token', 'hook-secret'],
  }),
  'Telegram Gateway': () => {
    const key = createHash('sha256').update('gateway-token').digest();
    const call = (status: string, timestamp = seconds) => {
      const body = JSON.stringify({ request_id: 'r1', phone_number: '+447700900123', delivery_status: { status }, payload: 'step-4471-1' });
      return webhookCall(body, { 'x-request-timestamp': timestamp, 'x-request-signature': hmac('sha256', key, 'hex', `${timestamp}\n${body}`) });
    };
    return {
      open: (fetch) => telegramGateway({ token: 'gateway-token', clock: tenOClock, fetch }),
      message: clearedMessage({ channel: 'telegram', kind: 'auth', content: { type: 'code', code: '123456', text: 'Code 123456' } }),
      request: {
        method: 'POST',
        url: 'https://gatewayapi.telegram.org/sendVerificationMessage',
        body: { phone_number: '+447700900123', code: '123456', ttl: 3600, payload: 'step-4471-1' },
      },
      accepted: { answer: answer({ ok: true, result: { request_id: 'r1', phone_number: '+447700900123' } }), messageId: 'r1' },
      refusals: [
        { answer: answer({ ok: false, error: 'PHONE_NUMBER_NOT_FOUND' }), errorClass: 'not-on-channel' },
        { answer: answer({ ok: false, error: 'FLOOD_WAIT_30' }), errorClass: 'rate-limited' },
      ],
      webhooks: {
        now,
        genuine: [call('sent'), call('read')],
        signatureHeaders: ['x-request-signature', 'x-request-timestamp'],
        stale: call('read', String(Number(seconds) - 301)),
      },
      secrets: ['gateway-token'],
    };
  },
  'Viber bot': () => {
    const call = (event: string) => {
      const body = `{"event":"${event}","timestamp":1763892000000,"message_token":5741311803571721087,"user_id":"01234567890A="}`;
      return webhookCall(body, { 'x-viber-content-signature': hmac('sha256', 'viber-token', 'hex', body) });
    };
    return {
      open: (fetch) => viberBot({ authToken: 'viber-token', senderName: 'Shop', clock: tenOClock, fetch }),
      message: clearedMessage({ channel: 'viber', to: '01234567890A=' }),
      request: {
        method: 'POST',
        url: 'https://chatapi.viber.com/pa/send_message',
        body: {
          receiver: '01234567890A=',
          min_api_version: 1,
          sender: { name: 'Shop' },
          tracking_data: 'step-4471-1',
          type: 'text',
          text: 'Order 4471 is ready',
        },
      },
      accepted: { answer: { status: 200, body: '{"status":0,"message_token":5741311803571721087}' }, messageId: '5741311803571721087' },
      refusals: [
        { answer: answer({ status: 6, status_message: 'receiverNotSubscribed' }), errorClass: 'opted-out' },
        { answer: answer({ status: 12, status_message: 'tooManyRequests' }), errorClass: 'rate-limited' },
      ],
      webhooks: { now, genuine: [call('delivered'), call('seen')], signatureHeaders: ['x-viber-content-signature'] },
      secrets: ['viber-token'],
    };
  },
  'mapped gateway': () => ({
    open: (fetch) =>
      httpGateway({
        id: 'acme',
        baseUrl: 'https://sms.acme.test',
        send: {
          path: '/send/{ref}',
          headers: { 'x-key': 'acme-key' },
          fields: { 'message.phone': '{toDigits}', 'message.text': '{text}', from: '{from}' },
        },
        answer: { messageId: 'data.0.id', errorCode: 'error', errorClasses: { NO_MONEY: 'insufficient-funds' } },
        receipt: { messageId: 'id', status: 'state', statuses: { DLV: 'delivered', ERR: 'undelivered' }, recipient: 'phone', ref: 'ref' },
        webhookUrlToken: 'acme-hook',
        clock: tenOClock,
        fetch,
      }),
    message: clearedMessage({ content: { type: 'text', text: 'Braces {to} and $& stay' } }),
    request: {
      method: 'POST',
      url: 'https://sms.acme.test/send/step-4471-1',
      body: { from: 'Shop', message: { phone: '447700900123', text: 'Braces {to} and $& stay' } },
    },
    accepted: { answer: answer({ data: [{ id: 12 }] }), messageId: '12' },
    refusals: [
      { answer: answer({ error: 'NO_MONEY' }), errorClass: 'insufficient-funds' },
      { answer: answer({ error: 'NEW' }, 401), errorClass: 'auth' },
    ],
    webhooks: {
      now,
      genuine: ['DLV', 'ERR'].map((state) =>
        webhookCall({ id: 12, state, phone: '447700900123', ref: 's' }, {}, 'https://hooks.example.test/acme?token=acme-hook'),
      ),
      signatureHeaders: [],
      signsBody: false,
    },
    secrets: ['acme-key', 'acme-hook'],
  }),
};

for (const [name, open] of Object.entries(benches)) describeContract({ describe, it }, name, channelProviderContract, open);
