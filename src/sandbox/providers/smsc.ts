import { createHash } from 'node:crypto';
import type { PlannedEvent } from '../ledger.ts';
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
  type TrackedMessage,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const texts: Readonly<Record<string, string>> = {
  '1': 'parameters error',
  '2': 'authorise error',
  '3': 'no money',
  '4': 'access denied',
  '6': 'message is denied',
  '7': 'invalid number',
  '8': "message can't be delivered",
  '9': 'duplicate request, wait a minute',
};
const maxParallel = 15;
const repeatMs = 60_000;

/** SMSC.ru. Everything is answered with HTTP 200. Source: facts on providers, SMSC.ru; the callback is unverified. */
export const smscApi: ProviderApi = {
  id: 'smsc',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '4', absent: '1', stopped: '6', unreachable: '244' },
  keepsStop: () => false,
  matches: (path) => /^\/(?:sys\/(?:send|status)\.php|rest\/(?:send|status)\/?)$/u.test(path),
  newId: (hex) => String(Number.parseInt(hex(7), 16) + 1),
  answer,
  refuse: (code) => refusal(code, undefined),
  webhook,
};

function refusal(code: string, id: string | undefined): ApiAnswer {
  return {
    status: 200,
    body: { error: texts[code] ?? 'refused by the sandbox', error_code: Number(code), ...(id === undefined ? {} : { id: idOf(id) }) },
  };
}

/** Numeric ids come back as numbers. */
function idOf(id: string): number | string {
  return /^\d{1,15}$/u.test(id) ? Number(id) : id;
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const fields = fieldsOf(request);
  const login = fields.apikey === undefined ? `${fields.login ?? ''}:${fields.psw ?? ''}` : fields.apikey;
  if (login === ':' || (desk.credential !== undefined && login !== desk.credential)) return refusal('2', undefined);
  return request.path.includes('status') ? statusAnswer(fields, desk) : await sendAnswer(fields, desk);
}

function fieldsOf(request: ApiRequest): Readonly<Record<string, string | undefined>> {
  const json = jsonOf(request);
  if (json !== null) return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fieldText(value)]));
  return Object.fromEntries([...request.query, ...formOf(request)]);
}

async function sendAnswer(fields: Readonly<Record<string, string | undefined>>, desk: Desk): Promise<ApiAnswer> {
  const { phones = '', mes = '', id, sender = 'SMSC', valid } = fields;
  if (phones === '' || mes === '' || fields.charset !== 'utf-8') return refusal('1', id);
  const to = toE164(phones);
  if (!to.startsWith('+')) return refusal('7', id);
  const repeated = desk
    .sentTo(to)
    .some(({ entry }) => entry.text === mes && entry.from === sender && desk.now.getTime() - Date.parse(entry.at) < repeatMs);
  if (repeated || desk.parallel > maxParallel) return refusal('9', id);
  const validMs = validityOf(valid);
  const taken = await desk.take({
    to,
    from: sender,
    text: mes,
    ...(id === undefined ? {} : { messageId: id, clientRef: id }),
    ...(validMs === undefined ? {} : { validUntil: new Date(desk.now.getTime() + validMs) }),
  });
  if ('refused' in taken) return taken.refused;
  const { messageId, segments } = taken.entry;
  return { status: 200, body: { id: idOf(messageId), cnt: segments } };
}

/** `valid` is a number of hours or `hh:mm`. */
function validityOf(valid: string | undefined): number | undefined {
  const parts = /^(\d{1,2})(?::(\d{2}))?$/u.exec(valid ?? '');
  return parts === null ? undefined : (Number(parts[1]) * 60 + Number(parts[2] ?? 0)) * 60_000;
}

function statusAnswer(fields: Readonly<Record<string, string | undefined>>, desk: Desk): ApiAnswer {
  const found = desk.find(fields.id ?? '');
  if (found === undefined || found.entry.to !== toE164(fields.phone ?? ''))
    return { status: 200, body: { status: -3, last_date: '', last_timestamp: 0, err: 0 } };
  const { status, err } = stateOf(found.state, found.code);
  return {
    status: 200,
    body: {
      status,
      last_timestamp: seconds(found.at),
      err,
      phone: found.entry.to.slice(1),
      ...(fields.all === undefined ? {} : { sender_id: found.entry.from, message: found.entry.text }),
    },
  };
}

function stateOf(state: TrackedMessage['state'] | PlannedEvent['type'], code: string | undefined): { readonly status: number; readonly err: number } {
  switch (state) {
    case 'taken':
      return { status: -1, err: 0 };
    case 'sent':
      return { status: 0, err: 0 };
    case 'delivered':
    case 'read':
      return { status: 1, err: 0 };
    case 'expired':
      return { status: 3, err: 0 };
    default:
      return { status: code === '1' ? 25 : 20, err: Number(code ?? 255) };
  }
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  if (event.type === 'stop' || event.type === 'template') return null;
  const phone = entry.to.slice(1);
  const form = new URLSearchParams(
    event.type === 'reply'
      ? { id: String(Number.parseInt(id.slice(0, 8), 16)), phone, mes: event.text ?? '', to: entry.from, ts: String(seconds(at)) }
      : receiptOf(entry.messageId, phone, event, at, entry.from, link.secret),
  );
  return { url: link.url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() };
}

function receiptOf(id: string, phone: string, event: PlannedEvent, at: Date, sender: string, secret: string): Record<string, string> {
  const { status, err } = stateOf(event.type, event.code);
  const signed = `${id}:${phone}:${status}:${secret}`;
  return {
    id,
    phone,
    status: String(status),
    ts: String(seconds(at)),
    err: String(err),
    cnt: '1',
    sender,
    md5: createHash('md5').update(signed).digest('hex'),
    sha1: createHash('sha1').update(signed).digest('hex'),
  };
}
