import type { PlannedEvent } from '../ledger.ts';
import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  type Happening,
  jsonOf,
  type ProviderApi,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const statuses: Readonly<Record<string, number>> = { 'error-unauthorized': 401, 'error-rate': 429, 'error-system': 503 };

/** edna Pulse, a cascade of one SMS step. Source: facts on providers, edna Pulse; content and inbound are unverified. */
export const ednaApi: ProviderApi = {
  id: 'edna',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: 'error-rate', absent: 'error-address-unknown', stopped: 'error-subject-unknown', unreachable: 'error-address-unknown' },
  keepsStop: () => false,
  matches: (path) => path === '/api/cascade/schedule',
  newId: (hex) => String(Number.parseInt(hex(7), 16) + 1),
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const status = statuses[code] ?? 400;
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status, ...headers, body: { title: code, status, detail: 'refused by the sandbox' } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const key = request.headers.get('x-api-key') ?? '';
  if (key === '' || (desk.credential !== undefined && key !== desk.credential)) return refuse('error-unauthorized');
  const body = jsonOf(request);
  const filter = body?.subscriberFilter as { readonly address?: unknown } | undefined;
  const content = body?.content as Readonly<Record<string, { readonly text?: unknown } | undefined>> | undefined;
  const to = toE164(fieldText(filter?.address));
  const text = fieldText(Object.values(content ?? {})[0]?.text);
  const requestId = fieldText(body?.requestId);
  if (requestId === '') return refuse('error-syntax');
  if (!to.startsWith('+')) return refuse('error-address-format');
  if (text === '') return refuse('error-content');
  const taken = await desk.take({ to, from: `cascade ${fieldText(body?.cascadeId)}`, text, clientRef: requestId });
  return 'refused' in taken ? taken.refused : { status: 200, body: { requestId } };
}

const words: Readonly<Partial<Record<PlannedEvent['type'], string>>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  failed: 'UNDELIVERED',
  expired: 'EXPIRED',
};

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  const status = words[event.type];
  const headers = { 'content-type': 'application/json' };
  if (status !== undefined) {
    const told = {
      requestId: entry.clientRef,
      messageId: Number(entry.messageId),
      cascadeId: 1,
      subject: entry.from,
      status,
      statusAt: at.toISOString(),
    };
    return { url: link.url, headers, body: JSON.stringify({ ...told, error: event.code ?? null }) };
  }
  if (event.type !== 'reply') return null;
  const inbound = {
    id: Number.parseInt(id.slice(0, 8), 16),
    subject: entry.from,
    subscriber: { identifier: entry.to.slice(1) },
    messageContent: { type: 'TEXT', text: event.text ?? '' },
    receivedAt: at.toISOString(),
  };
  return { url: link.url, headers, body: JSON.stringify(inbound) };
}
