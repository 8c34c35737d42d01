import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  type Happening,
  type ProviderApi,
  type TrackedMessage,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

/** i-Digital Direct. Source: facts on providers, i-Digital Direct; path, body and callback are inferred. */
export const iDigitalApi: ProviderApi = {
  id: 'idigital',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '429', absent: '7060', stopped: '7401', unreachable: '7060' },
  keepsStop: () => false,
  matches: (path) => /^\/api\/v1\/message(?:\/[\w-]+)?$/u.test(path),
  newId: (hex) => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const status = code.startsWith('401') ? 401 : code === '429' ? 429 : 400;
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status, ...headers, body: status === 429 ? '' : { error: { code: Number(code), msg: 'refused by the sandbox' } } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = /^Basic (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || (desk.credential !== undefined && token !== desk.credential)) return refuse('4010');
  const uuid = /^\/api\/v1\/message\/(.+)$/u.exec(request.path)?.[1];
  if (uuid !== undefined) {
    const found = desk.find(uuid);
    return found === undefined ? { status: 404, body: { error: { code: 404, msg: 'not found' } } } : { status: 200, body: stateOf(found) };
  }
  const answers = [];
  for (const item of itemsOf(request.body)) {
    const destination = fieldText(item.destination);
    const to = toE164(destination);
    const text = fieldText(item.content);
    const ttl = Number(item.ttl);
    if (!to.startsWith('+') || text === '') {
      answers.push({ destination, errorCode: 7401 });
      continue;
    }
    const taken = await desk.take({
      to,
      from: fieldText(item.senderName),
      text,
      clientRef: fieldText(item.externalMessageId) || null,
      ...(ttl > 0 ? { validUntil: new Date(desk.now.getTime() + ttl * 1000) } : {}),
    });
    if ('refused' in taken) return taken.refused;
    answers.push({ messageUuid: taken.entry.messageId });
  }
  return { status: 200, body: answers };
}

function itemsOf(body: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
  } catch {
    return [];
  }
}

function stateOf({ entry, state, code }: TrackedMessage): unknown {
  const status = { taken: 'queued', sent: 'sent', delivered: 'delivered', read: 'delivered', failed: 'undelivered', expired: 'expired' }[state];
  const common = { messageUuid: entry.messageId, destination: entry.to.slice(1), status };
  return { ...common, externalMessageId: entry.clientRef, ...(state === 'failed' ? { errorCode: Number(code) } : {}) };
}

function webhook(happening: Happening, link: WebhookLink): WebhookCall | null {
  const { type, code } = happening.event;
  if (type === 'reply' || type === 'stop' || type === 'template') return null;
  const body = JSON.stringify(stateOf({ entry: happening.entry, state: type, code, at: happening.at }));
  return { url: link.url, headers: { 'content-type': 'application/json' }, body };
}
