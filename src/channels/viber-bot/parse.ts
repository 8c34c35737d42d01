import { httpErrorEvents, inboundEvent, preferenceEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import type { ChannelEvent, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { viberBotErrors, viberBusinessErrors } from './errors.ts';

/** Provider id of the facts. */
export const viberBotProvider = 'viber-bot';

/** Events of Viber callbacks and answers. `message_token` exceeds 2^53 and stays text. Source: facts on providers, section 20. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(viberBotProvider, decoded);
  return items.flatMap((item) => {
    if (asText(item.event) !== null) return callback(item);
    const status = asText(item.status);
    const failure = httpErrorEvents(viberBotProvider, decoded);
    return status === null || (status === '0' && failure.length > 0) ? failure : answer(item, status);
  });
};

function callback(item: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(item.message_token);
  const at = asInstant(item.timestamp);
  const recipient = asText(item.user_id) ?? asText(field(item, 'user', 'id')) ?? asText(field(item, 'sender', 'id'));
  switch (asText(item.event)?.toLowerCase()) {
    case 'delivered':
      return [statusEvent(viberBotProvider, { status: 'delivered', messageId, recipient, at })];
    case 'seen':
      return [statusEvent(viberBotProvider, { status: 'read', messageId, recipient, at })];
    case 'failed':
      return [statusEvent(viberBotProvider, { status: 'failed', errorClass: classOf(asText(item.desc)), messageId, recipient, at })];
    case 'subscribed':
      return [preferenceEvent(viberBotProvider, { recipient, preference: 'opted-in', at })];
    case 'unsubscribed':
      return [preferenceEvent(viberBotProvider, { recipient, preference: 'opted-out', at })];
    case 'message': {
      const text = asText(field(item, 'message', 'text'));
      return [inboundEvent(viberBotProvider, { messageId, recipient: asText(field(item, 'sender', 'id')) ?? recipient, text, at })];
    }
    default:
      return [];
  }
}

function answer(item: JsonRecord, status: string): readonly ChannelEvent[] {
  const messageId = asText(item.message_token);
  if (status === '0') return item.event_types === undefined ? [statusEvent(viberBotProvider, { status: 'accepted', messageId })] : [];
  const errorClass = viberBotErrors.classOf(status) ?? classOf(asText(item.status_message));
  return [statusEvent(viberBotProvider, { status: 'rejected', errorClass, messageId, providerCode: status })];
}

/** Some failures carry the name of an error, Viber's own or that of Business Messages. */
function classOf(name: string | null): ErrorClass {
  return viberBotErrors.classOf(name) ?? viberBusinessErrors.classOf(name) ?? 'unknown';
}
