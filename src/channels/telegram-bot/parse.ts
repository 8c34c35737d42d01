import { httpErrorEvents, inboundEvent, preferenceEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asNumber, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import type { ChannelEvent, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { telegramBotErrors } from './errors.ts';

/** Provider id of the facts. */
export const telegramBotProvider = 'telegram-bot';

/** Events of Bot API updates and answers. Source: facts on providers, section 18. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(telegramBotProvider, decoded, telegramBotErrors);
  return items.flatMap((item) => {
    if (item.ok === true) return result(item.result);
    if (item.ok === false) return [refusal(item, decoded.httpStatus)];
    const events = update(item);
    return events.length > 0 || decoded.surface === 'webhook' ? events : httpErrorEvents(telegramBotProvider, decoded, telegramBotErrors);
  });
};

function update(item: JsonRecord): readonly ChannelEvent[] {
  const message = asRecord(item.message) ?? asRecord(item.edited_message);
  if (message !== undefined) return [inbound(message)];
  const pressed = asRecord(item.callback_query);
  if (pressed !== undefined) {
    return [
      inboundEvent(telegramBotProvider, {
        messageId: asText(pressed.id),
        recipient: asText(field(pressed, 'from', 'id')),
        text: asText(pressed.data),
        replyTo: asText(field(pressed, 'message', 'message_id')),
      }),
    ];
  }
  const member = asRecord(item.my_chat_member);
  return member === undefined ? [] : membership(member);
}

function inbound(message: JsonRecord): ChannelEvent {
  return inboundEvent(telegramBotProvider, {
    messageId: asText(message.message_id),
    recipient: asText(field(message, 'from', 'id')) ?? asText(field(message, 'chat', 'id')),
    text: asText(message.text) ?? asText(message.caption),
    replyTo: asText(field(message, 'reply_to_message', 'message_id')),
    at: asInstant(message.edit_date) ?? asInstant(message.date),
  });
}

/** Who blocks the bot has opted out, who lifts the block opts in. */
function membership(member: JsonRecord): readonly ChannelEvent[] {
  const status = asText(field(member, 'new_chat_member', 'status'))?.toLowerCase();
  if (status === undefined) return [];
  return [
    preferenceEvent(telegramBotProvider, {
      recipient: asText(field(member, 'from', 'id')) ?? asText(field(member, 'chat', 'id')),
      preference: status === 'kicked' || status === 'left' ? 'opted-out' : 'opted-in',
      code: status,
      at: asInstant(member.date),
    }),
  ];
}

/** A sent message, or a list of updates (`getUpdates`); other results say nothing about messages. */
function result(value: unknown): readonly ChannelEvent[] {
  if (Array.isArray(value)) return asRecords(value).flatMap((item) => (item.message_id === undefined ? update(item) : [sent(item)]));
  const message = asRecord(value);
  return message?.message_id === undefined ? [] : [sent(message)];
}

function sent(message: JsonRecord): ChannelEvent {
  return statusEvent(telegramBotProvider, {
    status: 'sent',
    messageId: asText(message.message_id),
    recipient: asText(field(message, 'chat', 'id')),
    at: asInstant(message.date),
  });
}

function refusal(item: JsonRecord, httpStatus: number | undefined): ChannelEvent {
  const code = asNumber(item.error_code) ?? httpStatus ?? null;
  return statusEvent(telegramBotProvider, {
    status: 'rejected',
    errorClass: classOf(code, asText(item.description) ?? ''),
    providerCode: asText(code),
  });
}

/** Rows with a text belong to their code when the description contains the text, whatever its apostrophe and case. */
function classOf(code: number | null, description: string): ErrorClass {
  if (code === null) return 'unknown';
  const words = description.toLowerCase().replaceAll('’', "'");
  for (const [row, errorClass] of telegramBotErrors.rows) {
    const [number = '', ...text] = row.split(' ');
    if (number === String(code) && text.length > 0 && words.includes(text.join(' ').toLowerCase())) return errorClass ?? 'unknown';
  }
  if (code >= 500) return 'retryable-transient';
  return telegramBotErrors.classOf(code) ?? telegramBotErrors.classOf(`${code} other`) ?? 'unknown';
}
