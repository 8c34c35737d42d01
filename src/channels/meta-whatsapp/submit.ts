import type { ClearedMessage } from '../../message/cleared.ts';
import type { Content, TemplateParameter } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import type { WhatsappCloudOptions } from './options.ts';

type Body = Readonly<Record<string, unknown>>;

/** A business-scoped user id: addressed by `recipient`, not `to`. Source: facts on WhatsApp, section 13. */
const userId = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+$/u;

/** The request that sends one message. Source: facts on providers, section 1. */
export function sendRequest(options: WhatsappCloudOptions, message: ClearedMessage): HttpRequest | Unsendable {
  const content = bodyOf(options, message.content);
  if (content === undefined) return wrongContent('WhatsApp Cloud API as configured', message.content.type);
  const sender = /^\d{5,25}$/u.test(message.from) ? message.from : options.phoneNumberId;
  const marketing = options.marketingMessagesApi === true && message.kind === 'marketing' && message.content.type === 'template';
  return {
    method: 'POST',
    path: `/${options.apiVersion ?? 'v25.0'}/${sender}/${marketing ? 'marketing_messages' : 'messages'}`,
    headers: { authorization: `Bearer ${options.accessToken}` },
    json: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...(userId.test(message.to) ? { recipient: message.to } : { to: message.to }),
      biz_opaque_callback_data: message.stepKey,
      ...content,
    },
  };
}

function bodyOf(options: WhatsappCloudOptions, content: Content): Body | undefined {
  switch (content.type) {
    case 'text':
      return content.buttons === undefined || content.buttons.length === 0
        ? { type: 'text', text: { body: content.text, preview_url: false } }
        : interactive(content.text, content.buttons);
    case 'template':
      return template(content);
    case 'media':
      return {
        type: content.media,
        [content.media]: { link: content.url, ...(content.caption === undefined ? {} : { caption: content.caption }) },
      };
    case 'code':
      return options.codeTemplate === undefined ? undefined : codeTemplate(options.codeTemplate, content.code);
  }
}

function template(content: Extract<Content, { type: 'template' }>): Body {
  const components: Body[] = [];
  if (content.header !== undefined && content.header.length > 0) components.push({ type: 'header', parameters: content.header.map(parameter) });
  if (content.body.length > 0) components.push({ type: 'body', parameters: content.body.map(parameter) });
  for (const button of content.buttons ?? []) {
    components.push({
      type: 'button',
      sub_type: button.type.replace('-', '_'),
      index: String(button.index),
      parameters: [buttonParameter(button.type, button.value)],
    });
  }
  return { type: 'template', template: { name: content.name, language: { code: content.language }, components } };
}

function parameter(given: TemplateParameter): Body {
  return { type: 'text', ...(given.name === undefined ? {} : { parameter_name: given.name }), text: given.value };
}

function buttonParameter(type: 'url' | 'quick-reply' | 'copy-code', value: string): Body {
  if (type === 'quick-reply') return { type: 'payload', payload: value };
  return type === 'copy-code' ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value };
}

function codeTemplate(named: { readonly name: string; readonly language: string }, code: string): Body {
  const parameters = [{ type: 'text', text: code }];
  return {
    type: 'template',
    template: {
      name: named.name,
      language: { code: named.language },
      components: [
        { type: 'body', parameters },
        { type: 'button', sub_type: 'url', index: '0', parameters },
      ],
    },
  };
}

/** Up to three reply buttons, or one link: what an interactive message can hold. */
function interactive(text: string, buttons: NonNullable<Extract<Content, { type: 'text' }>['buttons']>): Body | undefined {
  const [first] = buttons;
  if (first?.url !== undefined) {
    if (buttons.length > 1) return undefined;
    const parameters = { display_text: first.text, url: first.url };
    return { type: 'interactive', interactive: { type: 'cta_url', body: { text }, action: { name: 'cta_url', parameters } } };
  }
  if (buttons.length > 3 || buttons.some((button) => button.url !== undefined)) return undefined;
  const replies = buttons.map((button, index) => ({ type: 'reply', reply: { id: button.payload ?? String(index), title: button.text } }));
  return { type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons: replies } } };
}
