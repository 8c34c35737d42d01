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

const botId = 7_000_001;
const statuses: Readonly<Record<string, number>> = {
  'verify.token': 401,
  'chat.denied': 403,
  'chat.not.found': 404,
  'too.many.requests': 429,
  'proto.payload': 400,
  'attachment.not.ready': 400,
  'service.unavailable': 503,
};

/** MAX Bot API. Source: facts on providers, MAX messenger Bot API; most code strings are unverified. */
export const maxBotApi: ProviderApi = {
  id: 'max-bot',
  channel: 'max',
  absence: 'in-answer',
  reportsReads: false,
  reportsReceipts: false,
  codes: { throttled: 'too.many.requests', absent: 'chat.not.found', stopped: 'chat.denied', unreachable: 'chat.not.found' },
  keepsStop: (event) => event.type === 'stop',
  matches: (path) => path === '/messages',
  newId: (hex) => `mid.${hex(32)}`,
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  return {
    status: statuses[code] ?? 400,
    ...(retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } }),
    body: { code, message: 'refused by the sandbox' },
  };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = request.headers.get('authorization') ?? '';
  if (token === '' || (desk.credential !== undefined && token !== desk.credential)) return refuse('verify.token');
  const to = request.query.get('user_id') ?? '';
  const body = jsonOf(request);
  const text = fieldText(body?.text);
  if (request.method !== 'POST' || !/^\d+$/u.test(to) || text === '' || text.length > 4000) return refuse('proto.payload');
  const taken = await desk.take({ to, from: String(botId), text, buttons: buttonsOf(body?.attachments) });
  if ('refused' in taken) return taken.refused;
  return {
    status: 200,
    body: {
      message: {
        sender: { user_id: botId, first_name: 'Sandbox bot', is_bot: true },
        recipient: { chat_id: Number(to), chat_type: 'dialog', user_id: Number(to) },
        timestamp: desk.now.getTime(),
        body: { mid: taken.entry.messageId, seq: taken.entry.seq, text, attachments: body?.attachments ?? null },
      },
    },
  };
}

function buttonsOf(attachments: unknown): readonly string[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: { payload?: { buttons?: unknown } } | null) => {
    const rows = attachment?.payload?.buttons;
    return Array.isArray(rows) ? rows.flat().map((button: { text?: unknown } | null) => fieldText(button?.text)) : [];
  });
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  const user = { user_id: Number(entry.to), first_name: 'Sandbox person', is_bot: false };
  const timestamp = at.getTime();
  const update =
    event.type === 'stop'
      ? { update_type: 'bot_stopped', timestamp, chat_id: Number(entry.to), user, user_locale: 'ru' }
      : event.type === 'reply'
        ? {
            update_type: 'message_created',
            timestamp,
            user_locale: 'ru',
            message: {
              sender: user,
              recipient: { chat_id: Number(entry.to), chat_type: 'dialog', user_id: botId },
              timestamp,
              body: { mid: `mid.in${id}`, seq: entry.seq, text: event.text ?? '' },
            },
          }
        : null;
  if (update === null) return null;
  return { url: link.url, headers: { 'content-type': 'application/json', 'x-max-bot-api-secret': link.secret }, body: JSON.stringify(update) };
}
