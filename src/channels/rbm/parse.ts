import { classOfEnd, httpErrorEvents, inboundEvent, preferenceEvent, statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asNumber, asRecord, asRecords, asText, field, type JsonRecord, tryParseJson } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { rbmErrors } from './errors.ts';

/** Provider id of the facts. */
export const rbmProvider = 'rbm';

/** Source: facts on providers, section 21, "Decoded event". */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  DELIVERED: 'delivered',
  READ: 'read',
  TTL_EXPIRATION_REVOKED: 'expired',
  TTL_EXPIRATION_REVOKE_FAILED: 'unknown',
};

/** Events of RBM webhooks (Pub/Sub envelope or already decoded) and of its answers. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(rbmProvider, decoded, rbmErrors);
  return items.flatMap((item) => {
    const error = asRecord(item.error);
    if (error !== undefined) return [refusal(error, decoded.httpStatus)];
    const sent = /^phones\/([^/]+)\/agentMessages\/(.+)$/u.exec(asText(item.name) ?? '');
    if (sent !== null)
      return [
        statusEvent(rbmProvider, { status: 'accepted', messageId: sent[2] ?? null, recipient: recipientOf(sent[1]), at: asInstant(item.sendTime) }),
      ];
    const events = userEvent(unwrapped(item));
    return events.length > 0 || decoded.surface === 'webhook' ? events : httpErrorEvents(rbmProvider, decoded, rbmErrors);
  });
};

/** The event inside a Pub/Sub push; anything else is taken as it is. */
export function unwrapped(item: JsonRecord): JsonRecord {
  const data = field(item, 'message', 'data');
  if (typeof data !== 'string') return item;
  return asRecord(tryParseJson(Buffer.from(data, 'base64').toString('utf8'))) ?? {};
}

function userEvent(event: JsonRecord): readonly ChannelEvent[] {
  const type = (asText(event.eventType) ?? '').toUpperCase();
  const messageId = asText(event.messageId);
  const recipient = recipientOf(event.senderPhoneNumber) ?? recipientOf(event.phoneNumber);
  const at = asInstant(event.sendTime);
  if (type === 'UNSUBSCRIBE' || type === 'SUBSCRIBE') {
    return [preferenceEvent(rbmProvider, { recipient, preference: type === 'SUBSCRIBE' ? 'opted-in' : 'opted-out', code: type, at })];
  }
  if (Object.hasOwn(statuses, type)) {
    const status = statuses[type] as DeliveryStatus;
    const errorClass = classOfEnd(status, rbmErrors.classOf(type));
    return [statusEvent(rbmProvider, { status, errorClass, messageId, recipient, providerCode: errorClass === null ? null : type, at })];
  }
  if (type !== '' || event.senderPhoneNumber === undefined) return [];
  const text = asText(event.text) ?? asText(field(event, 'suggestionResponse', 'text')) ?? asText(field(event, 'suggestionResponse', 'postbackData'));
  return [inboundEvent(rbmProvider, { messageId, recipient, text, to: asText(event.agentId), at })];
}

function refusal(error: JsonRecord, httpStatus: number | undefined): ChannelEvent {
  const name = asText(error.status);
  const code = asNumber(error.code) ?? httpStatus ?? null;
  return statusEvent(rbmProvider, { status: 'rejected', errorClass: classOf(name, code), providerCode: name ?? asText(code) });
}

function classOf(name: string | null, code: number | null): ErrorClass {
  const listed = rbmErrors.classOf(name) ?? rbmErrors.classOf(code);
  if (listed !== undefined && listed !== null) return listed;
  return (code === null ? null : classOfHttpStatus(code)) ?? 'unknown';
}
