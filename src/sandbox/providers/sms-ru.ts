import { createHash } from 'node:crypto';
import type { PlannedEvent } from '../ledger.ts';
import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  formOf,
  type Happening,
  type ProviderApi,
  seconds,
  type TrackedMessage,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const repeatMs = 60_000;
const dayMs = 86_400_000;

/** SMS.ru. Everything is answered with HTTP 200, each number for itself. Source: facts on providers, SMS.ru. */
export const smsRuApi: ProviderApi = {
  id: 'smsru',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '206', absent: '150', stopped: '209', unreachable: '106' },
  keepsStop: () => false,
  matches: (path) => /^\/sms\/(?:send|status)$/u.test(path),
  newId: (hex) => `${String(Number.parseInt(hex(5), 16)).padStart(6, '0')}-${Number.parseInt(hex(8), 16)}`,
  answer,
  refuse: (code) => ({ status: 200, body: { status: 'ERROR', status_code: Number(code), status_text: 'refused by the sandbox' } }),
  webhook,
};

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const fields = Object.fromEntries([...request.query, ...formOf(request)]);
  const apiId = fields.api_id ?? '';
  if (apiId === '' || (desk.credential !== undefined && apiId !== desk.credential)) return smsRuApi.refuse('200');
  if (request.path.endsWith('status')) return statusAnswer((fields.sms_id ?? '').split(','), desk);
  const number = fields.to ?? '';
  const to = toE164(number);
  if (!to.startsWith('+')) return perNumber(number, '202');
  if ((fields.msg ?? '') === '') return smsRuApi.refuse('203');
  const text = fields.msg ?? '';
  const age = Math.min(
    ...desk
      .sentTo(to)
      .filter(({ entry }) => entry.text === text)
      .map(({ entry }) => desk.now.getTime() - Date.parse(entry.at)),
  );
  if (age < dayMs) return perNumber(number, age < repeatMs ? '231' : '232');
  const minutes = Number(fields.ttl);
  const taken = await desk.take({
    to,
    from: fields.from ?? 'SMS.RU',
    text,
    ...(minutes > 0 ? { validUntil: new Date(desk.now.getTime() + minutes * 60_000) } : {}),
  });
  if ('refused' in taken) return taken.refused;
  return perNumber(number, '100', taken.entry.messageId);
}

function perNumber(number: string, code: string, id?: string): ApiAnswer {
  const own = { status: code === '100' ? 'OK' : 'ERROR', status_code: Number(code), ...(id === undefined ? {} : { sms_id: id }) };
  return { status: 200, body: { status: 'OK', status_code: 100, sms: { [number]: own }, balance: 412.5 } };
}

function statusAnswer(ids: readonly string[], desk: Desk): ApiAnswer {
  const sms = Object.fromEntries(
    ids.map((id) => {
      const found = desk.find(id);
      return [id, { status: found === undefined ? 'ERROR' : 'OK', status_code: found === undefined ? -1 : Number(codeOf(found.state, found.code)) }];
    }),
  );
  return { status: 200, body: { status: 'OK', status_code: 100, sms, balance: 412.5 } };
}

function codeOf(state: TrackedMessage['state'] | PlannedEvent['type'], code: string | undefined): string {
  if (state === 'failed') return code ?? '107';
  return { taken: '100', sent: '102', delivered: '103', read: '110', expired: '104', reply: '', stop: '', template: '' }[state];
}

function webhook({ entry, event, at }: Happening, link: WebhookLink): WebhookCall | null {
  const code = codeOf(event.type, event.code);
  if (code === '') return null;
  const data = `sms_status\n${entry.messageId}\n${code}\n${seconds(at)}`;
  const hash = createHash('sha256')
    .update(link.secret + data)
    .digest('hex');
  const body = new URLSearchParams({ 'data[0]': data, hash }).toString();
  return { url: link.url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
}
