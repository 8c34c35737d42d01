import type { ClearedMessage } from '../../message/cleared.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { withoutPlus } from '../recipient-address.ts';
import { vonageViberTtl } from './capabilities.ts';
import type { VonageOptions } from './options.ts';

type Body = Readonly<Record<string, unknown>>;

/** Name of our channels in the Messages API. */
const channelNames: Readonly<Record<string, string>> = { sms: 'sms', whatsapp: 'whatsapp', viber: 'viber_service', rcs: 'rcs' };

/** The request that sends one message. Source: facts on providers, section 3. */
export function sendRequest(options: VonageOptions, authorization: string, message: ClearedMessage, now: Date): HttpRequest | Unsendable {
  const channel = channelNames[message.channel];
  const content = contentOf(message);
  if (channel === undefined || content === undefined) return wrongContent(`Vonage on ${message.channel}`, message.content.type);
  const viber = message.channel === 'viber' ? viberOf(message, now) : {};
  if (viber === undefined) return tooLate;
  return {
    method: 'POST',
    path: '/v1/messages',
    headers: { authorization },
    json: {
      channel,
      to: withoutPlus(message.to),
      from: withoutPlus(message.from),
      client_ref: message.stepKey,
      ...(options.webhookUrl === undefined ? {} : { webhook_url: options.webhookUrl, webhook_version: 'v1' }),
      ...(message.channel === 'sms' ? { sms: { encoding_type: 'auto' } } : {}),
      ...viber,
      ...content,
    },
  };
}

function contentOf(message: ClearedMessage): Body | undefined {
  const { content } = message;
  switch (content.type) {
    case 'text':
    case 'code':
      return content.type === 'text' && (content.buttons?.length ?? 0) > 0 ? undefined : { message_type: 'text', text: content.text };
    case 'media': {
      if (message.channel === 'sms') return undefined;
      const type = content.media === 'document' ? 'file' : content.media;
      return { message_type: type, [type]: { url: content.url, ...(content.caption === undefined ? {} : { caption: content.caption }) } };
    }
    case 'template': {
      if (message.channel !== 'whatsapp' || (content.header?.length ?? 0) > 0 || (content.buttons?.length ?? 0) > 0) return undefined;
      const template = { name: content.name, parameters: content.body.map(({ value }) => value) };
      return { message_type: 'template', template, whatsapp: { policy: 'deterministic', locale: content.language } };
    }
  }
}

function viberOf(message: ClearedMessage, now: Date): Body | undefined {
  const ttl = validitySeconds(message.validUntil, now, vonageViberTtl);
  return ttl === undefined ? undefined : { viber_service: { category: message.kind === 'marketing' ? 'promotion' : 'transaction', ttl } };
}
