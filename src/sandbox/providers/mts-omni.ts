import { type ApiAnswer, type ApiRequest, type Desk, fieldText, jsonOf, type ProviderApi, toE164 } from '../provider-api.ts';

/** MTS Omnichannel: states are asked for. Source: facts on providers, MTS Marketolog / Omnichannel. */
export const mtsOmniApi: ProviderApi = {
  id: 'mts-omni',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '429', absent: '400', stopped: '403', unreachable: '400' },
  keepsStop: () => false,
  matches: (path) => /^\/http-api\/v1\/messages(?:\/info)?$/u.test(path),
  newId: (hex) => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
  answer,
  refuse,
  webhook: () => null,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  return { status: Number(code), ...headers, body: { code, message: 'refused by the sandbox' } };
}

interface Outgoing {
  readonly content?: { readonly short_text?: unknown };
  readonly to?: readonly { readonly msisdn?: unknown; readonly message_id?: unknown }[];
  readonly from?: { readonly sms_address?: unknown };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const basic = /^Basic (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  const login = Buffer.from(basic ?? '', 'base64').toString('utf8');
  if (basic === undefined || (desk.credential !== undefined && login !== desk.credential)) return refuse('401');
  const body = jsonOf(request);
  if (request.path.endsWith('info')) return info(Array.isArray(body?.int_ids) ? body.int_ids.map(fieldText) : [], desk);
  const outgoing = (Array.isArray(body?.messages) ? body.messages[0] : undefined) as Outgoing | undefined;
  const to = toE164(fieldText(outgoing?.to?.[0]?.msisdn));
  const text = fieldText(outgoing?.content?.short_text);
  if (!to.startsWith('+') || text === '') return refuse('400');
  const clientRef = fieldText(outgoing?.to?.[0]?.message_id) || null;
  const taken = await desk.take({ to, from: fieldText(outgoing?.from?.sms_address), text, clientRef });
  return 'refused' in taken ? taken.refused : { status: 200, body: { messages: [{ internal_id: taken.entry.messageId }] } };
}

/** Only the two states the facts know are told. */
function info(ids: readonly string[], desk: Desk): ApiAnswer {
  const events = ids.flatMap((id) => {
    const found = desk.find(id);
    const status = found?.state === 'sent' ? 200 : found?.state === 'delivered' ? 300 : undefined;
    if (found === undefined || status === undefined) return [];
    return [{ internal_id: id, message_id: found.entry.clientRef, destination: found.entry.to.slice(1), event_at: found.at.toISOString(), status }];
  });
  return { status: 200, body: { events_info: events } };
}
