import { createHash, createHmac } from 'node:crypto';
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

const channels: Readonly<Record<string, 'sms' | 'whatsapp' | 'viber' | 'rcs'>> = {
  sms: 'sms',
  whatsapp: 'whatsapp',
  viber_service: 'viber',
  rcs: 'rcs',
};
const statuses: Readonly<Record<string, number>> = { '401': 401, '402': 402, '1000': 429 };

/** Vonage Messages API: SMS, WhatsApp, Viber and RCS. Source: facts on providers, Vonage Messages API. */
export const vonageApi: ProviderApi = {
  id: 'vonage',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '1000', absent: '1190', stopped: '1240', unreachable: '1260' },
  codesOn: { whatsapp: { absent: '1300' }, viber: { absent: '1300' }, rcs: { absent: '1300' } },
  keepsStop: () => false,
  matches: (path) => path === '/v1/messages',
  newId: (hex) => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
  answer,
  refuse,
  webhook,
};

function problem(code: string): { readonly type: string; readonly title: string; readonly detail: string; readonly instance: string } {
  const type = `https://developer.vonage.com/api-errors/messages#${code}`;
  return { type, title: code, detail: 'refused by the sandbox', instance: 'sandbox' };
}

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status: statuses[code] ?? 422, ...headers, body: problem(code) };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const authorization = request.headers.get('authorization') ?? '';
  if (!/^(?:Bearer|Basic) .+$/u.test(authorization)) return refuse('401');
  if (desk.credential !== undefined && authorization !== desk.credential) return refuse('401');
  const body = jsonOf(request);
  const to = toE164(fieldText(body?.to));
  const from = fieldText(body?.from);
  const channel = channels[fieldText(body?.channel)];
  const template = (body?.template ?? {}) as { readonly name?: unknown; readonly parameters?: readonly unknown[] };
  const name = fieldText(template.name);
  const text = fieldText(body?.text) || [name, ...(template.parameters ?? []).map(fieldText)].join(' · ');
  if (channel === undefined) return refuse('1140');
  if (!to.startsWith('+')) return refuse('1170');
  if (from === '' || text === '') return refuse('1010');
  const callbackUrl = fieldText(body?.webhook_url);
  const clientRef = fieldText(body?.client_ref) || null;
  const heardAt = desk.lastInbound(to);
  const isOpen = heardAt !== undefined && desk.now.getTime() - heardAt.getTime() < 86_400_000;
  const taken = await desk.take({
    to,
    from,
    text,
    channel,
    clientRef,
    ...(name === '' ? {} : { template: { name, language: 'en' } }),
    ...(channel === 'whatsapp' && name === '' && !isOpen ? { doomed: '1340' } : {}),
    ...(callbackUrl === '' ? {} : { callbackUrl }),
  });
  return 'refused' in taken ? taken.refused : { status: 202, body: { message_uuid: taken.entry.messageId } };
}

function webhook({ entry, event, at, toldAt, id }: Happening, link: WebhookLink): WebhookCall | null {
  const status = {
    sent: 'submitted',
    delivered: 'delivered',
    read: 'read',
    failed: 'undeliverable',
    expired: 'undeliverable',
    reply: '',
    stop: null,
    template: null,
  }[event.type];
  if (status === null) return null;
  const code = event.type === 'expired' ? '1360' : event.type === 'failed' ? (event.code ?? '1330') : undefined;
  const times = { timestamp: at.toISOString(), channel: entry.channel === 'viber' ? 'viber_service' : entry.channel };
  const body = JSON.stringify(
    status === ''
      ? { message_uuid: id, from: entry.to.slice(1), to: entry.from, ...times, message_type: 'text', text: event.text ?? '' }
      : {
          message_uuid: entry.messageId,
          to: entry.to.slice(1),
          from: entry.from,
          ...times,
          status,
          ...(entry.clientRef === null ? {} : { client_ref: entry.clientRef }),
          ...(code === undefined ? {} : { error: { ...problem(code), title: Number(code) } }),
        },
  );
  return { url: link.url, headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(body, id, toldAt, link.secret)}` }, body };
}

/** The signed token: HS256, with the hash of the body. */
function tokenOf(body: string, id: string, now: Date, secret: string): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'Vonage', iat: seconds(now), jti: id, api_key: 'sandbox', payload_hash: createHash('sha256').update(body).digest('hex') };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
