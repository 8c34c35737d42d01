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

/** Viber Bot API. Everything is answered with HTTP 200. Source: facts on providers, Viber; the status numbers are unverified. */
export const viberBotApi: ProviderApi = {
  id: 'viber-bot',
  channel: 'viber',
  absence: 'in-answer',
  reportsReads: true,
  reportsReceipts: true,
  codes: { throttled: '12', absent: '5', stopped: '6', unreachable: 'Failed to deliver' },
  keepsStop: (event) => event.type === 'stop',
  matches: (path) => path === '/pa/send_message',
  newId: (hex) => String(BigInt(`0x${hex(15)}`) + 10n ** 18n),
  answer,
  refuse: (code) => ({ status: 200, body: { status: Number(code), status_message: 'refused by the sandbox', chat_hostname: 'SANDBOX' } }),
  webhook,
};

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = request.headers.get('x-viber-auth-token') ?? '';
  if (token === '' || (desk.credential !== undefined && token !== desk.credential)) return viberBotApi.refuse('2');
  const body = jsonOf(request);
  const to = fieldText(body?.receiver);
  const text = fieldText(body?.text);
  if (to === '' || text === '') return viberBotApi.refuse('4');
  if (text.length > 7000) return viberBotApi.refuse('3');
  const sender = body?.sender as { readonly name?: unknown } | undefined;
  const taken = await desk.take({ to, from: fieldText(sender?.name), text, clientRef: fieldText(body?.tracking_data) || null });
  if ('refused' in taken) return taken.refused;
  // The token exceeds what a double can hold, so the answer is written by hand.
  return {
    status: 200,
    body: `{"status":0,"status_message":"ok","message_token":${taken.entry.messageId},"chat_hostname":"SANDBOX","billing_status":1}`,
  };
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  const timestamp = at.getTime();
  const own = `"timestamp":${timestamp},"message_token":`;
  const told = `${own}${entry.messageId},"user_id":${JSON.stringify(entry.to)}`;
  const inbound = `${own}${BigInt(`0x${id.slice(0, 15)}`)}`;
  const bodies: Partial<Record<typeof event.type, string>> = {
    delivered: `{"event":"delivered",${told}}`,
    read: `{"event":"seen",${told}}`,
    failed: `{"event":"failed",${told},"desc":${JSON.stringify(event.code ?? '')}}`,
    stop: `{"event":"unsubscribed",${inbound},"user_id":${JSON.stringify(entry.to)}}`,
    reply: `{"event":"message",${inbound},"sender":{"id":${JSON.stringify(entry.to)},"name":"Sandbox person"},"message":{"type":"text","text":${JSON.stringify(event.text ?? '')}}}`,
  };
  const body = bodies[event.type];
  if (body === undefined) return null;
  const signature = createHmac('sha256', link.secret).update(body).digest('hex');
  return { url: link.url, headers: { 'content-type': 'application/json', 'x-viber-content-signature': signature }, body };
}
