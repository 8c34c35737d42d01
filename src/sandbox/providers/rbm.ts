import { createHmac } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  type Happening,
  jsonOf,
  type ProviderApi,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const statuses: Readonly<Record<string, number>> = { NOT_FOUND: 404, PERMISSION_DENIED: 403, UNAUTHENTICATED: 401, RESOURCE_EXHAUSTED: 429 };

/** RCS for Business: a repeated message id is answered alike and sent once. Source: facts on providers, RCS for Business. */
export const rbmApi: ProviderApi = {
  id: 'rbm',
  channel: 'rcs',
  absence: 'in-answer',
  reportsReads: true,
  reportsReceipts: true,
  codes: { throttled: 'RESOURCE_EXHAUSTED', absent: 'NOT_FOUND', stopped: 'PERMISSION_DENIED', unreachable: 'TTL_EXPIRATION_REVOKED' },
  keepsStop: () => false,
  matches: (path) => /^\/v1\/phones\/[^/]+\/agentMessages$/u.test(path),
  newId: (hex) => hex(32),
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const status = statuses[code] ?? 400;
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status, ...headers, body: { error: { code: status, message: 'refused by the sandbox', status: code } } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = /^Bearer (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || (desk.credential !== undefined && token !== desk.credential)) return refuse('UNAUTHENTICATED');
  const to = decodeURIComponent(/^\/v1\/phones\/([^/]+)\//u.exec(request.path)?.[1] ?? '');
  const messageId = request.query.get('messageId') ?? '';
  const body = jsonOf(request);
  const content = body?.contentMessage as { readonly text?: unknown; readonly suggestions?: unknown } | undefined;
  if (!/^\+\d{7,15}$/u.test(to) || messageId === '' || content === undefined) return refuse('INVALID_ARGUMENT');
  const name = `phones/${to}/agentMessages/${messageId}`;
  const earlier = desk.find(messageId);
  if (earlier !== undefined) return { status: 200, body: { name, sendTime: earlier.entry.at } };
  const ttl = Number(/^(\d+)s$/u.exec(fieldText(body?.ttl))?.[1] ?? 0);
  const taken = await desk.take({
    to,
    from: request.query.get('agentId') ?? '',
    text: fieldText(content.text),
    messageId,
    clientRef: messageId,
    buttons: buttonsOf(content.suggestions),
    ...(ttl > 0 ? { validUntil: new Date(desk.now.getTime() + ttl * 1000) } : {}),
  });
  return 'refused' in taken ? taken.refused : { status: 200, body: { name, sendTime: taken.entry.at } };
}

function buttonsOf(suggestions: unknown): readonly string[] {
  if (!Array.isArray(suggestions)) return [];
  return suggestions.map((item: { reply?: { text?: unknown }; action?: { text?: unknown } }) => fieldText(item.reply?.text ?? item.action?.text));
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  const eventType = {
    delivered: 'DELIVERED',
    read: 'READ',
    expired: 'TTL_EXPIRATION_REVOKED',
    failed: event.code,
    stop: 'UNSUBSCRIBE',
    reply: '',
    sent: undefined,
    template: undefined,
  }[event.type];
  if (eventType === undefined) return null;
  const common = { senderPhoneNumber: entry.to, agentId: entry.from, sendTime: at.toISOString() };
  const told =
    eventType === '' ? { ...common, messageId: id, text: event.text ?? '' } : { ...common, eventType, eventId: id, messageId: entry.messageId };
  const data = Buffer.from(JSON.stringify(told));
  const signature = createHmac('sha512', link.secret).update(data).digest('base64');
  const body = JSON.stringify({ message: { data: data.toString('base64'), attributes: {}, messageId: id }, subscription: 'sandbox' });
  return { url: link.url, headers: { 'content-type': 'application/json', 'x-goog-signature': signature }, body };
}
