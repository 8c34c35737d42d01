import type { Channel } from '../../law/vocabulary.ts';
import type { ClearedMessage } from '../../message/cleared.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { withoutPlus } from '../recipient-address.ts';
import { sinchValidity } from './capabilities.ts';
import type { SinchOptions } from './options.ts';

const channelNames: Readonly<Partial<Record<Channel, string>>> = { whatsapp: 'WHATSAPP', rcs: 'RCS', viber: 'VIBERBM' };

/** The request that sends one message: a batch of one for SMS, a Conversation message for the rest. Source: facts on providers, section 5. */
export async function sendRequest(options: SinchOptions, message: ClearedMessage, now: Date): Promise<HttpRequest | Unsendable> {
  const { content } = message;
  if (content.type !== 'text' && content.type !== 'code') return wrongContent('Sinch', content.type);
  if (content.type === 'text' && (content.buttons?.length ?? 0) > 0) return wrongContent('Sinch', 'text with buttons');
  const seconds = validitySeconds(message.validUntil, now, sinchValidity);
  if (seconds === undefined) return tooLate;
  return message.channel === 'sms' ? sms(options, message, content.text, now, seconds) : conversation(options, message, content.text, seconds);
}

function sms(options: SinchOptions, message: ClearedMessage, text: string, now: Date, seconds: number): HttpRequest {
  return {
    method: 'POST',
    path: `/xms/v1/${encodeURIComponent(options.servicePlanId)}/batches`,
    headers: { authorization: `Bearer ${options.apiToken}` },
    json: {
      from: message.from,
      to: [withoutPlus(message.to)],
      type: 'mt_text',
      body: text,
      delivery_report: 'per_recipient',
      client_reference: message.stepKey,
      expire_at: new Date(now.getTime() + seconds * 1000).toISOString(),
      ...(options.callbackUrl === undefined ? {} : { callback_url: options.callbackUrl }),
    },
  };
}

async function conversation(options: SinchOptions, message: ClearedMessage, text: string, seconds: number): Promise<HttpRequest | Unsendable> {
  const settings = options.conversation;
  const channel = channelNames[message.channel];
  if (settings === undefined || channel === undefined) return wrongContent(`Sinch on ${message.channel}`, message.content.type);
  const base = (settings.baseUrl ?? 'https://eu.conversation.api.sinch.com').replace(/(?<!\/)\/+$/u, '');
  return {
    method: 'POST',
    path: `${base}/v1/projects/${encodeURIComponent(settings.projectId)}/messages:send`,
    headers: { authorization: `Bearer ${await settings.accessToken()}` },
    json: {
      app_id: settings.appId,
      recipient: { identified_by: { channel_identities: [{ channel, identity: withoutPlus(message.to) }] } },
      message: { text_message: { text } },
      channel_priority_order: [channel],
      correlation_id: message.stepKey,
      ttl: `${seconds}s`,
    },
  };
}
