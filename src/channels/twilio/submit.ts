import type { ClearedMessage } from '../../message/cleared.ts';
import type { Content } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { secretList } from '../signature.ts';
import { twilioValidity } from './capabilities.ts';
import type { TwilioOptions } from './options.ts';

const addressPrefix: Readonly<Record<string, string>> = { sms: '', whatsapp: 'whatsapp:', rcs: 'rcs:' };

/** The request that sends one message. Source: facts on providers, section 2. */
export function sendRequest(options: TwilioOptions, message: ClearedMessage, now: Date): HttpRequest | Unsendable {
  const prefix = addressPrefix[message.channel];
  if (prefix === undefined) return wrongContent(`Twilio on ${message.channel}`, message.content.type);
  const fields = contentFields(options, message.content);
  if (fields === undefined) return wrongContent('Twilio as configured', message.content.type);
  const validity = validitySeconds(message.validUntil, now, twilioValidity);
  if (validity === undefined) return tooLate;
  const form = new URLSearchParams({ To: `${prefix}${message.to}`, ...senderField(options, message, prefix), ...fields });
  form.set('ValidityPeriod', String(validity));
  if (options.statusCallback !== undefined) form.set('StatusCallback', withReference(options.statusCallback, message.stepKey));
  return { method: 'POST', path: messagesPath(options), headers: authorization(options), form };
}

/** Path of the account's message list. */
export function messagesPath(options: TwilioOptions): string {
  return `/2010-04-01/Accounts/${options.accountSid}/Messages.json`;
}

export function authorization(options: TwilioOptions): { readonly authorization: string } {
  const [user, password] =
    options.apiKey === undefined ? [options.accountSid, secretList(options.authToken)[0]] : [options.apiKey.sid, options.apiKey.secret];
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

function senderField(options: TwilioOptions, message: ClearedMessage, prefix: string): Record<string, string> {
  if (options.messagingServiceSid !== undefined) return { MessagingServiceSid: options.messagingServiceSid };
  return { From: message.from.startsWith(prefix) ? message.from : `${prefix}${message.from}` };
}

function contentFields(options: TwilioOptions, content: Content): Record<string, string> | undefined {
  switch (content.type) {
    case 'text':
      return content.buttons === undefined || content.buttons.length === 0 ? { Body: content.text } : undefined;
    case 'code':
      return { Body: content.text };
    case 'media':
      return { MediaUrl: content.url, ...(content.caption === undefined ? {} : { Body: content.caption }) };
    case 'template': {
      const sid = options.contentSids?.[`${content.name}/${content.language}`] ?? options.contentSids?.[content.name];
      return sid === undefined ? undefined : { ContentSid: sid, ContentVariables: JSON.stringify(contentVariables(content)) };
    }
  }
}

/** Named values keep their names; positional ones are numbered through header, body and buttons in order. */
function contentVariables(content: Extract<Content, { type: 'template' }>): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  let position = 0;
  for (const { name, value } of [
    ...(content.header ?? []),
    ...content.body,
    ...(content.buttons ?? []).map(({ value }) => ({ name: undefined, value })),
  ]) {
    position += 1;
    variables[name ?? String(position)] = value;
  }
  return variables;
}

function withReference(url: string, stepKey: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}ref=${encodeURIComponent(stepKey)}`;
}
