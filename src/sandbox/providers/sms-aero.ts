import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  fieldText,
  jsonOf,
  type ProviderApi,
  seconds,
  type TrackedMessage,
  toE164,
} from '../provider-api.ts';

const errors: Readonly<Record<string, readonly [status: number, message: string]>> = {
  auth: [401, 'Your request was made with invalid credentials.'],
  validation: [400, 'Validation error.'],
  rate: [429, 'Too many requests.'],
  funds: [402, 'Error: no credits'],
  reject: [200, 'reject: the sign is not approved'],
};

/** SMS Aero v2. Source: facts on providers, SMS Aero; the callback is unverified. */
export const smsAeroApi: ProviderApi = {
  id: 'smsaero',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: 'rate', absent: '2', stopped: 'reject', unreachable: '2' },
  keepsStop: () => false,
  matches: (path) => /^\/v2\/sms\/(?:send|status)$/u.test(path),
  newId: (hex) => String(Number.parseInt(hex(7), 16) + 1),
  answer,
  refuse,
  webhook: (happening, link) => {
    const { type } = happening.event;
    if (type === 'reply' || type === 'stop' || type === 'template') return null;
    const body = JSON.stringify(resource({ entry: happening.entry, state: type }));
    return { url: link.url, headers: { 'content-type': 'application/json' }, body };
  },
};

function refuse(code: string): ApiAnswer {
  const [status, message] = errors[code] ?? [400, 'Validation error.'];
  return { status, body: { success: false, data: null, message } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const basic = /^Basic (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  const login = Buffer.from(basic ?? '', 'base64').toString('utf8');
  if (basic === undefined || (desk.credential !== undefined && login !== desk.credential)) return refuse('auth');
  const body = jsonOf(request) ?? Object.fromEntries(request.query);
  if (request.path.endsWith('status')) {
    const found = desk.find(fieldText(body.id));
    return found === undefined ? refuse('validation') : { status: 200, body: { success: true, data: resource(found), message: null } };
  }
  const to = toE164(fieldText(body.number));
  const text = fieldText(body.text);
  if (!to.startsWith('+') || text === '' || fieldText(body.sign) === '') return refuse('validation');
  const taken = await desk.take({ to, from: fieldText(body.sign), text });
  if ('refused' in taken) return taken.refused;
  const data = resource({ entry: taken.entry, state: 'taken' });
  return { status: 200, body: { success: true, data, message: null } };
}

const states: Readonly<Record<TrackedMessage['state'], readonly [number, string]>> = {
  taken: [0, 'queue'],
  sent: [3, 'transmitted'],
  delivered: [1, 'delivery'],
  read: [1, 'delivery'],
  failed: [2, 'undelivered'],
  expired: [2, 'undelivered'],
};

function resource({ entry, state }: Pick<TrackedMessage, 'entry' | 'state'>): unknown {
  const [status, extendStatus] = states[state];
  const taken = seconds(new Date(entry.at));
  return {
    id: Number(entry.messageId),
    from: entry.from,
    number: entry.to.slice(1),
    text: entry.text,
    status,
    extendStatus,
    channel: 'FREE SIGN',
    cost: entry.segments,
    dateCreate: taken,
    dateSend: taken,
  };
}
