import { answerClass } from '../answer-class.ts';
import { statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { mtsOmniErrors } from './errors.ts';

const provider = 'mts-omni';

/** Numeric states (unverified); others are not known. Source: facts on providers, MTS Marketolog / Omnichannel. */
const states: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['200', 'sent'],
  ['300', 'delivered'],
]);

/** Events of MTS Omnichannel: answers to a send and lists of events. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  const events = items.flatMap((item) => eventsOf(item, 0));
  return events.length > 0 ? events : refusal(items[0] ?? {}, decoded.httpStatus);
};

/** Lists of events may be nested in a list by message, which alone then names the message. */
function eventsOf(item: JsonRecord, depth: number, nestedIn: string | null = null): readonly ChannelEvent[] {
  const ownId = asText(item.internal_id) ?? asText(item.key);
  const inner = [item.messages, item.events_info].find(Array.isArray);
  if (inner !== undefined && depth < 4) return asRecords(inner).flatMap((one) => eventsOf(one, depth + 1, ownId ?? nestedIn));
  const messageId = ownId ?? asText(item.message_id) ?? nestedIn;
  if (messageId === null) return [];
  const code = asText(item.status) ?? asText(item.state);
  const status = code === null ? 'accepted' : (states.get(code) ?? 'unknown');
  return [
    statusEvent(provider, {
      status,
      errorClass: status === 'unknown' ? 'unknown' : null,
      messageId,
      recipient: recipientOf(item.destination ?? item.msisdn, { trunk8: true }),
      providerCode: status === 'unknown' ? code : null,
      clientRef: asText(item.message_id),
      at: asInstant(item.event_at),
    }),
  ];
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const errorClass = answerClass(mtsOmniErrors, [], httpStatus);
  if (errorClass === null) return [];
  return [statusEvent(provider, { status: 'rejected', errorClass, providerCode: asText(body.code) ?? String(httpStatus) })];
}
