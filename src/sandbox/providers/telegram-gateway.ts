import { createHash, createHmac } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  formOf,
  type Happening,
  jsonOf,
  type ProviderApi,
  seconds,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

/** Telegram Gateway, one-time codes. Source: facts on providers, Telegram Gateway API; error names and signature string are unverified. */
export const telegramGatewayApi: ProviderApi = {
  id: 'telegram-gateway',
  channel: 'telegram',
  absence: 'in-answer',
  reportsReads: true,
  reportsReceipts: true,
  codes: {
    throttled: 'FLOOD_WAIT',
    absent: 'PHONE_NUMBER_NOT_AVAILABLE',
    stopped: 'PHONE_NUMBER_NOT_AVAILABLE',
    unreachable: 'PHONE_NUMBER_NOT_FOUND',
  },
  keepsStop: () => false,
  matches: (path) => path === '/sendVerificationMessage',
  newId: (hex) => hex(20),
  answer,
  refuse: (code, retryAfterMs) => ({
    status: 200,
    body: { ok: false, error: code === 'FLOOD_WAIT' ? `${code}_${Math.ceil((retryAfterMs ?? 1_000) / 1000)}` : code },
  }),
  webhook,
};

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const body = jsonOf(request) ?? Object.fromEntries(formOf(request));
  const token = /^Bearer (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1] ?? fieldText(body.access_token);
  if (token === '') return telegramGatewayApi.refuse('ACCESS_TOKEN_REQUIRED');
  if (desk.credential !== undefined && token !== desk.credential) return telegramGatewayApi.refuse('ACCESS_TOKEN_INVALID');
  const to = fieldText(body.phone_number);
  const code = fieldText(body.code);
  if (!/^\+\d{7,15}$/u.test(to)) return telegramGatewayApi.refuse('PHONE_NUMBER_INVALID');
  if (code !== '' && !/^\d{4,8}$/u.test(code)) return telegramGatewayApi.refuse('CODE_INVALID');
  const ttl = Number(body.ttl);
  const taken = await desk.take({
    to,
    from: fieldText(body.sender_username) || 'Verification Codes',
    text: `Your code: ${code === '' ? '(made by Telegram)' : code}`,
    clientRef: fieldText(body.payload) || null,
    ...(ttl > 0 ? { validUntil: new Date(desk.now.getTime() + ttl * 1000) } : {}),
  });
  if ('refused' in taken) return taken.refused;
  const { messageId, clientRef } = taken.entry;
  return { status: 200, body: { ok: true, result: report(messageId, to, clientRef, 'sent', desk.now) } };
}

function report(id: string, to: string, payload: string | null, status: string, at: Date): unknown {
  const common = { request_id: id, phone_number: to, request_cost: 0.01, is_refunded: status === 'expired', remaining_balance: 12.3 };
  return { ...common, delivery_status: { status, updated_at: seconds(at) }, ...(payload === null ? {} : { payload }) };
}

/** A report is never sent for a failure: the code just expires. */
function webhook({ entry, event, at, toldAt }: Happening, link: WebhookLink): WebhookCall | null {
  if (!['sent', 'delivered', 'read', 'expired'].includes(event.type)) return null;
  const body = JSON.stringify(report(entry.messageId, entry.to, entry.clientRef, event.type, at));
  const timestamp = String(seconds(toldAt));
  const key = createHash('sha256').update(link.secret).digest();
  const signature = createHmac('sha256', key).update(`${timestamp}\n${body}`).digest('hex');
  return { url: link.url, headers: { 'content-type': 'application/json', 'x-request-timestamp': timestamp, 'x-request-signature': signature }, body };
}
