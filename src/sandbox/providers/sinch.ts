import { createHmac } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
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

const errors: Readonly<Record<string, number>> = { unauthorized: 401, rate: 429, syntax_invalid_parameter_format: 400, '413': 403 };

/** Sinch SMS, batches of one. Source: facts on providers, Sinch. */
export const sinchApi: ProviderApi = {
  id: 'sinch',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: 'rate', absent: '402', stopped: '413', unreachable: '408' },
  keepsStop: () => false,
  matches: (path) => /^\/xms\/v1\/[^/]+\/batches$/u.test(path),
  newId: (hex) => `01H${hex(23).toUpperCase()}`,
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status: errors[code] ?? 400, ...headers, body: { code, text: 'refused by the sandbox' } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = /^Bearer (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || (desk.credential !== undefined && token !== desk.credential)) return refuse('unauthorized');
  const body = jsonOf(request);
  const to = toE164(fieldText(Array.isArray(body?.to) ? body.to[0] : undefined));
  const text = fieldText(body?.body);
  if (!to.startsWith('+') || text === '') return refuse('syntax_invalid_parameter_format');
  const expires = Date.parse(fieldText(body?.expire_at));
  const from = fieldText(body?.from);
  const clientRef = fieldText(body?.client_reference) || null;
  const taken = await desk.take({ to, from, text, clientRef, ...(Number.isNaN(expires) ? {} : { validUntil: new Date(expires) }) });
  if ('refused' in taken) return taken.refused;
  const { messageId, at } = taken.entry;
  return {
    status: 201,
    body: { id: messageId, to: [to.slice(1)], from, canceled: false, body: text, type: 'mt_text', created_at: at, modified_at: at },
  };
}

function webhook({ entry, event, at, toldAt, id }: Happening, link: WebhookLink): WebhookCall | null {
  const state = {
    sent: ['Dispatched', 401],
    delivered: ['Delivered', 0],
    read: ['Delivered', 0],
    failed: ['Failed', Number(event.code ?? 408)],
    expired: ['Expired', 406],
    reply: [],
    stop: null,
    template: null,
  }[event.type];
  if (state === null) return null;
  const [status, code] = state;
  const body = JSON.stringify(
    status === undefined
      ? { type: 'mo_text', id, from: entry.to.slice(1), to: entry.from, body: event.text ?? '', received_at: at.toISOString() }
      : {
          type: 'recipient_delivery_report_sms',
          batch_id: entry.messageId,
          recipient: entry.to.slice(1),
          code,
          status,
          at: at.toISOString(),
          ...(entry.clientRef === null ? {} : { client_reference: entry.clientRef }),
        },
  );
  const timestamp = String(seconds(toldAt));
  const signature = createHmac('sha256', link.secret).update(`${body}.${id}.${timestamp}`).digest('base64');
  return {
    url: link.url,
    headers: {
      'content-type': 'application/json',
      'x-sinch-webhook-signature': signature,
      'x-sinch-webhook-signature-nonce': id,
      'x-sinch-webhook-signature-timestamp': timestamp,
      'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
    },
    body,
  };
}
