import {
  type ApiAnswer,
  type ApiRequest,
  type Desk,
  formOf,
  type Happening,
  type ProviderApi,
  type TrackedMessage,
  toE164,
  type WebhookCall,
  type WebhookLink,
} from '../provider-api.ts';

const statuses: Readonly<Record<string, number>> = { '1': 400, '2': 400, '4': 401, '5': 403, '6': 400, '7': 403, '8': 500, '9': 500 };

/** Devino Telecom, SMS by REST v2: states are asked for, texts from people come by GET. Source: facts on providers, Devino Telecom. */
export const devinoApi: ProviderApi = {
  id: 'devino',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: '6', absent: '41', stopped: '7', unreachable: '42' },
  keepsStop: () => false,
  matches: (path) => /^\/rest\/v2\/Sms\/(?:Send|State)$/u.test(path),
  newId: (hex) => String(BigInt(`0x${hex(15)}`) + 10n ** 17n),
  answer,
  refuse,
  webhook,
};

function refuse(code: string): ApiAnswer {
  return { status: statuses[code] ?? 400, body: { Code: Number(code), Desc: 'refused by the sandbox' } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const fields = new Map([...request.query, ...formOf(request)].map(([name, value]) => [name.toLowerCase(), value]));
  const login = `${fields.get('login') ?? ''}:${fields.get('password') ?? ''}`;
  if (login === ':' || (desk.credential !== undefined && login !== desk.credential)) return refuse('4');
  if (request.path.endsWith('State')) {
    const found = desk.find(fields.get('messageid') ?? '');
    return {
      status: 200,
      body: {
        State: found === undefined ? 255 : stateOf(found),
        CreationDateUtc: null,
        ReportedDateUtc: found?.at ?? null,
        Price: 1,
        StateDescription: '',
      },
    };
  }
  const to = toE164(fields.get('destinationaddress') ?? '');
  const text = fields.get('data') ?? '';
  if (text === '' || !to.startsWith('+')) return refuse('2');
  const minutes = Number(fields.get('validity'));
  const taken = await desk.take({
    to,
    from: fields.get('sourceaddress') ?? '',
    text,
    ...(minutes > 0 ? { validUntil: new Date(desk.now.getTime() + minutes * 60_000) } : {}),
  });
  if ('refused' in taken) return taken.refused;
  const first = BigInt(taken.entry.messageId);
  // The ids exceed what a double can hold, so the list is written by hand.
  return { status: 200, body: `[${Array.from({ length: taken.entry.segments }, (_, part) => String(first + BigInt(part))).join(',')}]` };
}

function stateOf({ state, code }: TrackedMessage): number {
  if (state === 'failed') return Number(code ?? 99);
  return { taken: -2, sent: -1, delivered: 0, read: 0, expired: 46 }[state];
}

function webhook({ entry, event, id }: Happening, link: WebhookLink): WebhookCall | null {
  if (event.type !== 'reply') return null;
  const url = new URL(link.url);
  const fields = {
    sourcePhone: entry.to.slice(1),
    number: entry.from,
    prefix: '',
    text: event.text ?? '',
    messageId: String(Number.parseInt(id.slice(0, 8), 16)),
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return { url: url.href, method: 'GET', headers: {}, body: '' };
}
