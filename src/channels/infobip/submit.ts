import type { ClearedMessage } from '../../message/cleared.ts';
import type { Content } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { withoutPlus } from '../recipient-address.ts';
import { infobipValidity } from './capabilities.ts';
import type { InfobipOptions } from './options.ts';

/** The request that sends one message under our own message id. Source: facts on providers, section 4. */
export function sendRequest(options: InfobipOptions, message: ClearedMessage, now: Date): HttpRequest | Unsendable {
  const request = message.channel === 'whatsapp' ? whatsapp(options, message) : message.channel === 'sms' ? sms(options, message, now) : undefined;
  if (request === undefined) return wrongContent(`Infobip on ${message.channel}`, message.content.type);
  if ('refused' in request) return request;
  return { method: 'POST', path: request.path, headers: { authorization: `App ${options.apiKey}`, accept: 'application/json' }, json: request.json };
}

type Prepared = { readonly path: string; readonly json: unknown } | Unsendable | undefined;

function sms(options: InfobipOptions, message: ClearedMessage, now: Date): Prepared {
  const { content } = message;
  if (content.type === 'media' || (content.type === 'text' && (content.buttons?.length ?? 0) > 0)) return undefined;
  const seconds = validitySeconds(message.validUntil, now, infobipValidity);
  if (seconds === undefined) return tooLate;
  const delivery = options.webhookUrl === undefined ? {} : { delivery: { url: options.webhookUrl } };
  const json = {
    messages: [
      {
        sender: message.from,
        destinations: [{ to: withoutPlus(message.to), messageId: message.stepKey }],
        content: { text: content.text },
        options: { validityPeriod: { amount: Math.floor(seconds / 60), timeUnit: 'MINUTES' } },
        webhooks: { ...delivery, contentType: 'application/json', callbackData: message.stepKey },
      },
    ],
    options: { includeSmsCountInResponse: true },
  };
  return { path: '/sms/3/messages', json };
}

function whatsapp(options: InfobipOptions, message: ClearedMessage): Prepared {
  const notify = options.webhookUrl === undefined ? {} : { notifyUrl: options.webhookUrl };
  const base = {
    from: withoutPlus(message.from),
    to: withoutPlus(message.to),
    messageId: message.stepKey,
    callbackData: message.stepKey,
    ...notify,
  };
  const { content } = message;
  switch (content.type) {
    case 'template': {
      const item = template(content);
      return item === undefined ? undefined : { path: '/whatsapp/1/message/template', json: { messages: [{ ...base, content: item }] } };
    }
    case 'text':
    case 'code':
      if (content.type === 'text' && (content.buttons?.length ?? 0) > 0) return undefined;
      return { path: '/whatsapp/1/message/text', json: { ...base, content: { text: content.text } } };
    case 'media': {
      const caption = content.caption === undefined ? {} : { caption: content.caption };
      return { path: `/whatsapp/1/message/${content.media}`, json: { ...base, content: { mediaUrl: content.url, ...caption } } };
    }
  }
}

function template(content: Extract<Content, { type: 'template' }>): unknown {
  const [header, ...more] = content.header ?? [];
  if (more.length > 0) return undefined;
  const buttons = (content.buttons ?? []).map(({ type, value }) => ({ type: type.replace('-', '_').toUpperCase(), parameter: value }));
  return {
    templateName: content.name,
    language: content.language,
    templateData: {
      body: { placeholders: content.body.map(({ value }) => value) },
      ...(header === undefined ? {} : { header: { type: 'TEXT', placeholder: header.value } }),
      ...(buttons.length === 0 ? {} : { buttons }),
    },
  };
}
