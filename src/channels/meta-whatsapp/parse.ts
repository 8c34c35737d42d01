import { httpErrorEvents, statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { metaErrors } from './errors.ts';
import { parseChange } from './parse-change.ts';

/** Provider id of the facts. */
export const metaProvider = 'meta-whatsapp';

/** Events of Cloud API webhooks and of answers to a send. Source: facts on providers, section 1; facts on WhatsApp, sections 12 and 15. */
export const parseEvents: ParseEvents = (decoded) => {
  const payload = recordOf(decoded);
  if (payload === undefined) return httpErrorEvents(metaProvider, decoded);
  if (Array.isArray(payload.entry)) {
    return asRecords(payload.entry).flatMap((entry) =>
      asRecords(entry.changes).flatMap((change) => parseChange(metaProvider, change, asInstant(entry.time))),
    );
  }
  if (asRecord(payload.value) !== undefined) return parseChange(metaProvider, payload);
  const error = asRecord(payload.error);
  if (error !== undefined) return [refusal(error, payload, decoded.httpStatus)];
  if (Array.isArray(payload.messages) && !isInbound(asRecords(payload.messages)[0])) return acceptances(payload);
  if (Array.isArray(payload.statuses) || Array.isArray(payload.messages)) return parseChange(metaProvider, { field: 'messages', value: payload });
  return httpErrorEvents(metaProvider, decoded);
};

/** Messages of people have a sender and a type, acknowledgements of ours have neither. */
function isInbound(message: JsonRecord | undefined): boolean {
  return message?.type !== undefined || message?.from !== undefined || message?.from_user_id !== undefined;
}

/** An error without a code is judged by its HTTP status. */
function refusal(error: JsonRecord, payload: JsonRecord, httpStatus: number | undefined): ChannelEvent {
  const providerCode = asText(error.code);
  return statusEvent(metaProvider, {
    status: 'rejected',
    errorClass: (providerCode === null ? classOfHttpStatus(httpStatus ?? 200) : metaErrors.classOf(providerCode)) ?? 'unknown',
    providerCode,
    recipient: contactOf(asRecords(payload.contacts)[0]),
  });
}

function acceptances(payload: JsonRecord): readonly ChannelEvent[] {
  const contacts = asRecords(payload.contacts);
  return asRecords(payload.messages).map((message, index) => {
    const status: DeliveryStatus = message.message_status === 'held_for_quality_assessment' ? 'queued' : 'accepted';
    return statusEvent(metaProvider, { status, messageId: asText(message.id), recipient: contactOf(contacts[index]) });
  });
}

function contactOf(contact: JsonRecord | undefined): string | null {
  return recipientOf(field(contact, 'wa_id')) ?? recipientOf(field(contact, 'user_id')) ?? recipientOf(field(contact, 'input'));
}
