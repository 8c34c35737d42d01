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

const errors: Readonly<Record<string, readonly [status: number, description: string]>> = {
  unauthorized: [401, 'Unauthorized'],
  'not-found': [400, 'Bad Request: chat not found'],
  blocked: [403, 'Forbidden: bot was blocked by the user'],
  'too-long': [400, 'Bad Request: message is too long'],
  empty: [400, 'Bad Request: message text is empty'],
  rate: [429, 'Too Many Requests: retry after'],
};
const botId = 7_000_002;

/** Telegram Bot API: sends are `sent` for good, there are no receipts. Source: facts on providers, Telegram Bot API. */
export const telegramBotApi: ProviderApi = {
  id: 'telegram-bot',
  channel: 'telegram',
  absence: 'in-answer',
  reportsReads: false,
  reportsReceipts: false,
  codes: { throttled: 'rate', absent: 'not-found', stopped: 'blocked', unreachable: 'not-found' },
  keepsStop: (event) => event.type === 'stop',
  matches: (path) => /^\/bot[^/]+\/sendMessage$/u.test(path),
  newId: (hex) => String(Number.parseInt(hex(7), 16) + 1),
  answer,
  refuse,
  webhook,
};

function refuse(code: string, retryAfterMs?: number): ApiAnswer {
  const [status, description] = errors[code] ?? [400, `Bad Request: ${code}`];
  const wait = Math.ceil((retryAfterMs ?? 0) / 1000);
  const parameters = retryAfterMs === undefined ? {} : { parameters: { retry_after: wait } };
  return { status, body: { ok: false, error_code: status, description: status === 429 ? `${description} ${wait}` : description, ...parameters } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const token = /^\/bot([^/]+)\//u.exec(request.path)?.[1];
  if (desk.credential !== undefined && token !== desk.credential) return refuse('unauthorized');
  const body = jsonOf(request) ?? Object.fromEntries([...request.query, ...formOf(request)]);
  const to = fieldText(body.chat_id);
  const text = fieldText(body.text);
  if (!/^-?\d+$/u.test(to)) return refuse('not-found');
  if (text === '' || text.length > 4096) return refuse(text === '' ? 'empty' : 'too-long');
  const taken = await desk.take({ to, from: 'sandbox_bot', text });
  if ('refused' in taken) return taken.refused;
  const { messageId, at } = taken.entry;
  const chat = { id: Number(to), type: 'private', first_name: 'Sandbox person' };
  const from = { id: botId, is_bot: true, first_name: 'Sandbox bot' };
  return { status: 200, body: { ok: true, result: { message_id: Number(messageId), from, chat, date: seconds(new Date(at)), text } } };
}

function webhook({ entry, event, at, id }: Happening, link: WebhookLink): WebhookCall | null {
  const person = { id: Number(entry.to), is_bot: false, first_name: 'Sandbox person' };
  const chat = { id: Number(entry.to), type: 'private', first_name: 'Sandbox person' };
  const update_id = Number.parseInt(id.slice(0, 7), 16);
  const bot = { id: botId, is_bot: true, first_name: 'Sandbox bot' };
  const date = seconds(at);
  const update =
    event.type === 'stop'
      ? {
          my_chat_member: {
            chat,
            from: person,
            date,
            old_chat_member: { user: bot, status: 'member' },
            new_chat_member: { user: bot, status: 'kicked', until_date: 0 },
          },
        }
      : event.type === 'reply'
        ? { message: { message_id: update_id, from: person, chat, date, text: event.text ?? '' } }
        : null;
  if (update === null) return null;
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': link.secret };
  return { url: link.url, headers, body: JSON.stringify({ update_id, ...update }) };
}
