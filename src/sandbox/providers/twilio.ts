import { createHmac } from 'node:crypto';
import {
  type ApiAnswer,
  type ApiRequest,
  type AskedMessage,
  type Desk,
  formOf,
  type Happening,
  type ProviderApi,
  type TrackedMessage,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const statuses: Readonly<Record<string, number>> = { '20003': 401, '20403': 403, '20404': 404, '20429': 429 };
/** Words after which Twilio itself blocks further messages. Source: facts on providers, Twilio, "Inbound". */
const stopWords = /^\s*(?:stop|stopall|unsubscribe|cancel|end|quit)\s*$/iu;

/** Twilio Programmable Messaging. Source: facts on providers, Twilio. */
export const twilioApi: ProviderApi = {
  id: 'twilio',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '20429', absent: '30005', stopped: '21610', unreachable: '30003' },
  codesOn: { whatsapp: { absent: '63024', stopped: '63014', unreachable: '63010' }, rcs: { absent: '63036', unreachable: '63010' } },
  keepsStop: (event) => event.type === 'stop' || (event.type === 'reply' && stopWords.test(event.text ?? '')),
  matches: (path) => /^\/2010-04-01\/Accounts\/[^/]+\/Messages(?:\/[^/]+)?\.json$/u.test(path),
  newId: (hex) => `SM${hex(32)}`,
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const status = statuses[code] ?? 400;
  return {
    status,
    ...(retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } }),
    body: { code: Number(code), message: 'refused by the sandbox', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const basic = /^Basic (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  const login = Buffer.from(basic ?? '', 'base64').toString('utf8');
  if (basic === undefined || (desk.credential !== undefined && login !== desk.credential)) return refuse('20003');
  const account = /\/Accounts\/([^/]+)\//u.exec(request.path)?.[1] ?? '';
  const sid = /\/Messages\/([^/]+)\.json$/u.exec(request.path)?.[1];
  if (sid !== undefined) {
    const found = desk.find(sid);
    return found === undefined ? refuse('20404') : { status: 200, body: resource(found, account) };
  }
  if (request.method === 'GET') {
    const messages = desk.sentTo(request.query.get('To') ?? '').map((found) => resource(found, account));
    return { status: 200, body: { messages, page: 0, page_size: 50, next_page_uri: null } };
  }
  const message = read(formOf(request), desk);
  if (typeof message === 'string') return refuse(message);
  const taken = await desk.take(message);
  if ('refused' in taken) return taken.refused;
  return { status: 201, body: resource({ entry: taken.entry, state: 'taken', code: undefined, at: desk.now }, account) };
}

/** The message asked for, or the code of what is wrong with the request. */
function read(form: URLSearchParams, desk: Desk): AskedMessage | string {
  const to = form.get('To') ?? '';
  const from = form.get('From') ?? form.get('MessagingServiceSid') ?? '';
  const text = form.get('Body') ?? '';
  const content = form.get('ContentSid');
  if (to === '') return '21604';
  const [channel, person] = addressOf(to);
  if (!/^\+[1-9]\d{6,14}$/u.test(person)) return '21211';
  if (from === '') return '21603';
  const service = form.has('MessagingServiceSid');
  if (!service && addressOf(from)[0] !== channel) return channel === 'sms' ? '21606' : '63007';
  if (text === '' && content === null && !form.has('MediaUrl')) return '21602';
  if (text.length > 1600) return '21617';
  const validity = Number(form.get('ValidityPeriod') ?? Number.NaN);
  const callbackUrl = form.get('StatusCallback');
  return {
    to: person,
    from: addressOf(from)[1],
    channel,
    text: text || [content ?? '', form.get('ContentVariables') ?? ''].join(' ').trim(),
    ...(content === null ? {} : { template: { name: content, language: 'en' } }),
    // Taken all the same: the platform refuses it later.
    ...(channel === 'whatsapp' && content === null && !isOpen(desk.lastInbound(person), desk.now) ? { doomed: '63016' } : {}),
    clientRef: callbackUrl === null || !URL.canParse(callbackUrl) ? null : new URL(callbackUrl).searchParams.get('ref'),
    ...(Number.isFinite(validity) ? { validUntil: new Date(desk.now.getTime() + validity * 1000) } : {}),
    ...(callbackUrl === null ? {} : { callbackUrl }),
  };
}

/** Channel and bare address of `+44…`, `whatsapp:+44…` and `rcs:…`. */
function addressOf(address: string): readonly [channel: 'sms' | 'whatsapp' | 'rcs', bare: string] {
  const found = /^(whatsapp|rcs):(.*)$/u.exec(address);
  return found === null ? ['sms', address] : [found[1] as 'whatsapp' | 'rcs', found[2] ?? ''];
}

/** The address as Twilio writes it on the message's channel. */
function written(entry: { readonly channel: string }, bare: string): string {
  return entry.channel === 'sms' ? bare : `${entry.channel}:${bare}`;
}

/** A person's message opens the conversation for a day. */
function isOpen(heardAt: Date | undefined, now: Date): boolean {
  return heardAt !== undefined && now.getTime() - heardAt.getTime() < 86_400_000;
}

const names: Readonly<Record<TrackedMessage['state'], string>> = {
  taken: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'undelivered',
  expired: 'undelivered',
};

function codeOf(state: TrackedMessage['state'], code: string | undefined): string | null {
  if (state === 'expired') return '30036';
  return state === 'failed' ? (code ?? '30008') : null;
}

function resource({ entry, state, code, at }: TrackedMessage, account: string): unknown {
  const errorCode = codeOf(state, code);
  return {
    sid: entry.messageId,
    account_sid: account,
    status: names[state],
    to: written(entry, entry.to),
    from: written(entry, entry.from),
    body: entry.text,
    num_segments: String(entry.segments),
    num_media: '0',
    error_code: errorCode === null ? null : Number(errorCode),
    error_message: null,
    price: null,
    date_created: new Date(entry.at).toUTCString().replace('GMT', '+0000'),
    date_updated: at.toUTCString().replace('GMT', '+0000'),
    uri: `/2010-04-01/Accounts/${account}/Messages/${entry.messageId}.json`,
  };
}

function webhook({ entry, event, id }: Happening, link: WebhookLink): WebhookCall | null {
  if (event.type === 'template' || event.type === 'stop') return null;
  const fields: Record<string, string> =
    event.type === 'reply'
      ? {
          MessageSid: `SM${id.padEnd(32, '0')}`,
          From: written(entry, entry.to),
          To: written(entry, entry.from),
          Body: event.text ?? '',
          NumMedia: '0',
          NumSegments: '1',
          ...(entry.channel === 'whatsapp' ? { WaId: entry.to.slice(1), ProfileName: 'Sandbox person' } : {}),
          ...(entry.channel === 'sms' && stopWords.test(event.text ?? '') ? { OptOutType: 'STOP' } : {}),
        }
      : receiptOf(entry.messageId, written(entry, entry.to), written(entry, entry.from), event.type, event.code);
  return signed(fields, link, event.type === 'reply' ? link.publicUrl : (entry.callbackUrl ?? link.publicUrl));
}

function receiptOf(sid: string, to: string, from: string, state: TrackedMessage['state'], code: string | undefined): Record<string, string> {
  const errorCode = codeOf(state, code);
  return {
    MessageSid: sid,
    SmsSid: sid,
    MessageStatus: names[state],
    SmsStatus: names[state],
    To: to,
    From: from,
    ApiVersion: '2010-04-01',
    ...(errorCode === null ? {} : { ErrorCode: errorCode }),
  };
}

/** Posted where the sandbox was told to, with the query of the status callback; signed over the public URL. */
function signed(fields: Readonly<Record<string, string>>, link: WebhookLink, publicUrl: string): WebhookCall {
  const target = new URL(link.url);
  if (URL.canParse(publicUrl)) target.search = new URL(publicUrl).search || target.search;
  const payload = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + (fields[name] ?? ''), publicUrl);
  const signature = createHmac('sha1', link.secret).update(payload).digest('base64');
  return {
    url: target.href,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  };
}
