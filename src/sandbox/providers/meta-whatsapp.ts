import { createHmac } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
  type AskedMessage,
  type Desk,
  fieldText,
  type Happening,
  jsonOf,
  type ProviderApi,
  seconds,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';
import { answerTemplates, isTemplatePath } from './meta-templates.ts';

const account = '102900000000001';
/** HTTP status of an error answer. Source: facts on the WhatsApp platform, section 15. */
const httpStatuses: Readonly<Record<string, number>> = {
  '0': 401,
  '190': 401,
  '10': 403,
  '368': 403,
  '131031': 403,
  '132001': 404,
  '2': 503,
  '131000': 500,
  '131016': 500,
};

/** WhatsApp Cloud API. Source: facts on the WhatsApp platform, sections 1, 2, 12 and 15. */
export const metaWhatsapp: ProviderApi = {
  id: 'meta-whatsapp',
  channel: 'whatsapp',
  absence: 'by-receipt',
  reportsReads: true,
  reportsReceipts: true,
  codes: { throttled: '130429', absent: '131026', stopped: '131050', unreachable: '131000', templatePaused: '132015' },
  keepsStop: (event) => event.type === 'stop',
  matches: (path) => /^(?:\/v\d+\.\d+)?\/\d+\/(?:marketing_)?messages$/u.test(path) || isTemplatePath(path),
  newId: (hex) => `wamid.${Buffer.from(hex(48), 'hex').toString('base64url')}`,
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const message = `(#${code}) refused by the sandbox`;
  return {
    status: httpStatuses[code] ?? 400,
    ...(retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } }),
    body: {
      error: {
        message,
        type: 'OAuthException',
        code: Number(code),
        error_data: { messaging_product: 'whatsapp', details: message },
        fbtrace_id: 'Asandbox',
      },
    },
  };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = /^Bearer (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return refuse('0');
  if (desk.credential !== undefined && token !== desk.credential) return refuse('190');
  if (isTemplatePath(request.path)) return answerTemplates(request, desk, refuse);
  const body = jsonOf(request);
  if (request.method !== 'POST' || body === null || body.messaging_product !== 'whatsapp') return refuse('100');
  const message = read(request, body, desk);
  if (typeof message === 'string') return refuse(message);
  const taken = await desk.take(message);
  if ('refused' in taken) return taken.refused;
  const input = fieldText(body.to);
  return {
    status: 200,
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input, wa_id: input.replace(/\D/gu, '') }],
      messages: [{ id: taken.entry.messageId, ...(message.template === undefined ? {} : { message_status: 'accepted' }) }],
    },
  };
}

/** The message asked for, or the code of what is wrong with the request. */
function read(request: ApiRequest, body: Readonly<Record<string, unknown>>, desk: Desk): AskedMessage | string {
  const to = toE164(fieldText(body.to));
  const type = fieldText(body.type) || 'text';
  const content = record(body[type]);
  if (to === '' || content === undefined) return '131008';
  if (!to.startsWith('+')) return '131009';
  const from = /\/(\d+)\/(?:marketing_)?messages$/u.exec(request.path)?.[1] ?? '';
  const common = { to, from, clientRef: fieldText(body.biz_opaque_callback_data) || null };
  if (type === 'template') {
    const template = readTemplate(content, desk);
    return typeof template === 'string' ? template : { ...common, ...template };
  }
  const heard = desk.lastInbound(to);
  if (heard === undefined || desk.now.getTime() - heard.getTime() > 86_400_000) return '131047';
  const text = fieldText(content.body) || fieldText(record(content.body)?.text) || fieldText(content.caption);
  return text === '' && type === 'text' ? '131008' : { ...common, text, buttons: buttonsOf(content) };
}

/** Templates are checked only when the sandbox was told of any. */
function readTemplate(content: Readonly<Record<string, unknown>>, desk: Desk): Pick<AskedMessage, 'text' | 'template' | 'buttons'> | string {
  const name = fieldText(content.name);
  const language = fieldText(record(content.language)?.code);
  const components = Array.isArray(content.components) ? content.components.map(record) : [];
  const values = parametersOf(components.find((component) => fieldText(component?.type).toLowerCase() === 'body'));
  const body = desk.templateText(name, language);
  if (body === null) return '132001';
  if (body === undefined) return { template: { name, language }, text: [name, ...values.values()].join(' · '), buttons: [] };
  const wanted = new Set([...body.matchAll(placeholder)].map((match) => match[1]));
  if (wanted.size !== values.size) return '132000';
  if ([...wanted].some((key) => key === undefined || !values.has(key))) return '132012';
  return { template: { name, language }, text: body.replace(placeholder, (whole, key: string) => values.get(key) ?? whole), buttons: [] };
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/gu;

function parametersOf(component: Readonly<Record<string, unknown>> | undefined): ReadonlyMap<string, string> {
  const parameters = Array.isArray(component?.parameters) ? component.parameters.map(record) : [];
  return new Map(parameters.map((parameter, index) => [fieldText(parameter?.parameter_name) || String(index + 1), fieldText(parameter?.text)]));
}

function buttonsOf(content: Readonly<Record<string, unknown>>): readonly string[] {
  const buttons = record(content.action)?.buttons;
  return Array.isArray(buttons) ? buttons.map((button) => fieldText(record(record(button)?.reply)?.title)) : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function webhook(happening: Happening, link: WebhookLink): WebhookCall | null {
  const change = changeOf(happening);
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: account, changes: [change] }] });
  const signature = createHmac('sha256', link.secret).update(body).digest('hex');
  return { url: link.url, headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }, body };
}

function changeOf({ entry, event, at, id }: Happening): unknown {
  const person = entry.to.replace(/\D/gu, '');
  const metadata = { display_phone_number: entry.from, phone_number_id: entry.from };
  const common = { messaging_product: 'whatsapp', metadata };
  const timestamp = String(seconds(at));
  switch (event.type) {
    case 'reply':
      return {
        field: 'messages',
        value: {
          ...common,
          contacts: [{ profile: { name: 'Sandbox person' }, wa_id: person }],
          messages: [
            {
              from: person,
              id: `wamid.IN${id}`,
              timestamp,
              type: 'text',
              text: { body: event.text ?? '' },
              context: { from: entry.from, id: entry.messageId },
            },
          ],
        },
      };
    case 'stop':
      return {
        field: 'user_preferences',
        value: {
          ...common,
          contacts: [{ wa_id: person }],
          user_preferences: [
            {
              wa_id: person,
              detail: 'User requested to stop marketing messages',
              category: 'marketing_messages',
              value: 'stop',
              timestamp: seconds(at),
            },
          ],
        },
      };
    case 'template':
      return {
        field: 'message_template_status_update',
        value: {
          event: event.state ?? 'PAUSED',
          message_template_id: 1,
          message_template_name: entry.template?.name ?? '',
          message_template_language: entry.template?.language ?? '',
          reason: 'NONE',
          other_info: { title: 'FIRST_PAUSE', description: 'paused for low quality' },
        },
      };
    default: {
      const failed = event.type === 'failed' || event.type === 'expired';
      const status = { id: entry.messageId, status: failed ? 'failed' : event.type, timestamp, recipient_id: person };
      return {
        field: 'messages',
        value: {
          ...common,
          statuses: [
            {
              ...status,
              ...(entry.clientRef === null ? {} : { biz_opaque_callback_data: entry.clientRef }),
              ...(failed
                ? { errors: [{ code: Number(event.code ?? '131026'), title: 'Message undeliverable', message: 'Message undeliverable' }] }
                : {}),
            },
          ],
        },
      };
    }
  }
}
