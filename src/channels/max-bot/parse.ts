import { inboundEvent, preferenceEvent, statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { maxErrors } from './errors.ts';

const provider = 'max-bot';

/** Events of the MAX Bot API: updates (from a webhook or a poll) and answers to a send. People are MAX user ids, not phone numbers. */
export const parseEvents: ParseEvents = (decoded) => {
  const body = recordOf(decoded) ?? {};
  if (Array.isArray(body.updates)) return asRecords(body.updates).flatMap(update);
  if (asText(body.update_type) !== null) return update(body);
  const message = asRecord(body.message);
  return message !== undefined && asRecord(message.body) !== undefined ? [sent(message)] : refusal(body, decoded.httpStatus);
};

function update(item: JsonRecord): readonly ChannelEvent[] {
  const at = asInstant(item.timestamp);
  switch (item.update_type) {
    case 'message_created':
      return written(asRecord(item.message) ?? {}, at);
    case 'message_callback':
      return [pressed(item, at)];
    case 'bot_started':
      return [preferenceEvent(provider, { recipient: userOf(item), preference: 'opted-in', code: 'bot_started', at })];
    case 'bot_stopped':
      return [preferenceEvent(provider, { recipient: userOf(item), preference: 'opted-out', code: 'bot_stopped', at })];
    default:
      return [];
  }
}

function userOf(item: JsonRecord): string | null {
  return asText(field(item, 'user', 'user_id')) ?? asText(item.user_id);
}

function written(message: JsonRecord, at: Date | undefined): readonly ChannelEvent[] {
  if (field(message, 'sender', 'is_bot') === true) return [];
  return [
    inboundEvent(provider, {
      messageId: asText(field(message, 'body', 'mid')),
      recipient: asText(field(message, 'sender', 'user_id')),
      text: asText(field(message, 'body', 'text')),
      to: asText(field(message, 'recipient', 'user_id')),
      replyTo: field(message, 'link', 'type') === 'reply' ? asText(field(message, 'link', 'message', 'mid')) : null,
      at: at ?? asInstant(message.timestamp),
    }),
  ];
}

/** A pressed button is the person's word: its payload is the text, the message it hangs on is ours. */
function pressed(item: JsonRecord, at: Date | undefined): ChannelEvent {
  return inboundEvent(provider, {
    messageId: asText(field(item, 'callback', 'callback_id')),
    recipient: asText(field(item, 'callback', 'user', 'user_id')),
    text: asText(field(item, 'callback', 'payload')),
    replyTo: asText(field(item, 'message', 'body', 'mid')),
    at: at ?? asInstant(field(item, 'callback', 'timestamp')),
  });
}

function sent(message: JsonRecord): ChannelEvent {
  return statusEvent(provider, {
    status: 'sent',
    messageId: asText(field(message, 'body', 'mid')),
    recipient: asText(field(message, 'recipient', 'user_id')) ?? asText(field(message, 'recipient', 'chat_id')),
    at: asInstant(message.timestamp),
  });
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const code = asText(body.code);
  const byStatus = classOfHttpStatus(httpStatus ?? 200);
  if (code === null && byStatus === null) return [];
  const errorClass = maxErrors.classOf(code) ?? maxErrors.classOf(httpStatus) ?? byStatus ?? 'unknown';
  return [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code ?? String(httpStatus) })];
}
