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

const states: Readonly<Record<string, readonly [groupId: number, groupName: string, id: number, name: string]>> = {
  taken: [1, 'PENDING', 26, 'PENDING_ACCEPTED'],
  sent: [1, 'PENDING', 3, 'PENDING_WAITING_DELIVERY'],
  delivered: [3, 'DELIVERED', 5, 'DELIVERED_TO_HANDSET'],
  expired: [4, 'EXPIRED', 15, 'EXPIRED_EXPIRED'],
  '6': [5, 'REJECTED', 6, 'REJECTED_NETWORK'],
  '9': [2, 'UNDELIVERABLE', 9, 'UNDELIVERABLE_NOT_DELIVERED'],
  '10': [5, 'REJECTED', 10, 'REJECTED_DND'],
  '12': [5, 'REJECTED', 12, 'REJECTED_NOT_ENOUGH_CREDITS'],
  '20': [5, 'REJECTED', 20, 'REJECTED_FLOODING_FILTER'],
  '23': [5, 'REJECTED', 23, 'REJECTED_DUPLICATE_MESSAGE_ID'],
};

/** Infobip SMS v3 and WhatsApp; our own message id is the message's id, and a repeated one is refused. Source: facts on providers, Infobip. */
export const infobipApi: ProviderApi = {
  id: 'infobip',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: true,
  codes: { throttled: 'E429', absent: '9', stopped: '10', unreachable: '9' },
  codesOn: { whatsapp: { absent: '7002', stopped: '10', unreachable: '7050' } },
  keepsStop: () => false,
  matches: (path) => path === '/sms/3/messages' || whatsappPath.test(path),
  newId: (hex) => hex(32),
  answer,
  refuse,
  webhook,
};

function statusOf(key: string): unknown {
  const [groupId, groupName, id, name] = states[key] ?? [2, 'UNDELIVERABLE', 9, 'UNDELIVERABLE_NOT_DELIVERED'];
  return { groupId, groupName, id, name, description: name };
}

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const http = /^E(\d{3})$/u.exec(code)?.[1];
  const headers = retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } };
  if (http !== undefined)
    return { status: Number(http), ...headers, body: { errorCode: code, description: 'refused by the sandbox', violations: [], resources: [] } };
  return { status: 200, body: { messages: [{ messageId: 'refused', status: statusOf(code), destination: '' }] } };
}

interface Outgoing {
  readonly sender?: unknown;
  readonly destinations?: readonly { readonly to?: unknown; readonly messageId?: unknown }[];
  readonly content?: { readonly text?: unknown };
  readonly options?: { readonly validityPeriod?: { readonly amount?: unknown; readonly timeUnit?: unknown } };
  readonly webhooks?: { readonly callbackData?: unknown };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const key = /^App (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (key === undefined || (desk.credential !== undefined && key !== desk.credential)) return refuse('E401');
  if (whatsappPath.test(request.path)) return await answerWhatsapp(request, desk);
  const body = jsonOf(request);
  const message = (Array.isArray(body?.messages) ? body.messages[0] : undefined) as Outgoing | undefined;
  const destination = message?.destinations?.[0];
  const to = toE164(fieldText(destination?.to));
  const text = fieldText(message?.content?.text);
  const own = fieldText(destination?.messageId);
  if (!to.startsWith('+') || text === '') return refuse('E400');
  if (own !== '' && desk.find(own) !== undefined) return answered(own, to, '23', 0);
  const unitMs = { MINUTES: 60_000, HOURS: 3_600_000 }[fieldText(message?.options?.validityPeriod?.timeUnit)] ?? 0;
  const validMs = Number(message?.options?.validityPeriod?.amount ?? 0) * unitMs;
  const taken = await desk.take({
    to,
    from: fieldText(message?.sender),
    text,
    clientRef: fieldText(message?.webhooks?.callbackData) || null,
    ...(own === '' ? {} : { messageId: own }),
    ...(validMs > 0 ? { validUntil: new Date(desk.now.getTime() + validMs) } : {}),
  });
  return 'refused' in taken ? taken.refused : answered(taken.entry.messageId, to, 'taken', taken.entry.segments);
}

const whatsappPath = /^\/whatsapp\/1\/message\/(template|text|image|video|document)$/u;

interface WhatsappItem {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly messageId?: unknown;
  readonly callbackData?: unknown;
  readonly content?: {
    readonly text?: unknown;
    readonly caption?: unknown;
    readonly mediaUrl?: unknown;
    readonly templateName?: unknown;
    readonly language?: unknown;
    readonly templateData?: { readonly body?: { readonly placeholders?: readonly unknown[] } };
  };
}

/** One WhatsApp message; templates come as a list of one. What is free of form outside the person's window is taken and fails later. */
async function answerWhatsapp(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const isTemplate = request.path.endsWith('/template');
  const body = jsonOf(request);
  const item = (isTemplate ? (Array.isArray(body?.messages) ? body.messages[0] : undefined) : body) as WhatsappItem | undefined;
  const to = toE164(fieldText(item?.to));
  const name = fieldText(item?.content?.templateName);
  const values = item?.content?.templateData?.body?.placeholders ?? [];
  const text = isTemplate ? [name, ...values.map(fieldText)].join(' · ') : fieldText(item?.content?.text) || fieldText(item?.content?.mediaUrl);
  if (!to.startsWith('+') || text === '' || (isTemplate && name === '')) return refuse('E400');
  const own = fieldText(item?.messageId);
  const heardAt = desk.lastInbound(to);
  const isOpen = heardAt !== undefined && desk.now.getTime() - heardAt.getTime() < 86_400_000;
  const duplicate = own !== '' && desk.find(own) !== undefined;
  const taken = duplicate
    ? undefined
    : await desk.take({
        to,
        from: fieldText(item?.from),
        text,
        channel: 'whatsapp',
        clientRef: fieldText(item?.callbackData) || null,
        ...(isTemplate ? { template: { name, language: fieldText(item?.content?.language) } } : {}),
        ...(own === '' ? {} : { messageId: own }),
        ...(isTemplate || isOpen ? {} : { doomed: '7010' }),
      });
  if (taken !== undefined && 'refused' in taken) return taken.refused;
  const id = taken?.entry.messageId ?? own;
  const result = { to: to.slice(1), messageCount: 1, messageId: id, status: statusOf(duplicate ? '23' : 'taken') };
  return { status: 200, body: isTemplate ? { messages: [result], bulkId: 'sandbox' } : result };
}

function answered(messageId: string, to: string, state: string, messageCount: number): ApiAnswer {
  return {
    status: 200,
    body: { bulkId: 'sandbox', messages: [{ messageId, status: statusOf(state), destination: to.slice(1), details: { messageCount } }] },
  };
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  if (event.type === 'stop' || event.type === 'template') return null;
  const sentAt = at.toISOString().replace('Z', '+0000');
  const code = event.type === 'failed' ? (event.code ?? '9') : event.type;
  if (entry.channel === 'whatsapp' && (event.type === 'reply' || event.type === 'read'))
    return posted(whatsappResult(entry, event, sentAt, id), link);
  const result =
    event.type === 'reply'
      ? {
          messageId: id,
          from: entry.to.slice(1),
          to: entry.from,
          text: event.text ?? '',
          cleanText: event.text ?? '',
          receivedAt: sentAt,
          smsCount: 1,
        }
      : {
          bulkId: 'sandbox',
          messageId: entry.messageId,
          to: entry.to.slice(1),
          sender: entry.from,
          sentAt,
          doneAt: sentAt,
          messageCount: entry.segments,
          status: statusOf(code),
          error: errorOf(code),
          callbackData: entry.clientRef,
        };
  return posted(result, link);
}

function posted(result: unknown, link: WebhookLink): WebhookCall {
  return { url: link.url, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ results: [result] }) };
}

/** What a person writes, and the report that they have seen a message. */
function whatsappResult(entry: Happening['entry'], event: Happening['event'], at: string, id: string): unknown {
  if (event.type === 'read') return { messageId: entry.messageId, from: entry.from, to: entry.to.slice(1), sentAt: at, seenAt: at };
  const message = { type: 'TEXT', text: event.text ?? '' };
  return {
    from: entry.to.slice(1),
    to: entry.from,
    integrationType: 'WHATSAPP',
    receivedAt: at,
    messageId: id,
    message,
    contact: { name: 'Sandbox person' },
  };
}

/** Codes of a thousand and more are errors of channel or handset beside the state. */
function errorOf(code: string): unknown {
  const id = Number(code);
  return id >= 1_000
    ? { groupId: 2, groupName: 'USER_ERRORS', id, name: `EC_${id}`, permanent: true }
    : { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', permanent: false };
}
