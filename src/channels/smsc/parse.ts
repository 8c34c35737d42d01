import { inboundEvent, statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asNumber, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { answerErrors, receiptErrors } from './errors.ts';

const provider = 'smsc';

/** State number to status and, for failures without an `err`, the class. Source: facts on providers, SMSC.ru, "Statuses". */
const states: ReadonlyMap<number, readonly [DeliveryStatus, ErrorClass | null]> = new Map([
  [-3, ['unknown', 'unknown']],
  [-2, ['rejected', 'unknown']],
  [-1, ['queued', null]],
  [0, ['sent', null]],
  [1, ['delivered', null]],
  [2, ['read', null]],
  [3, ['expired', 'recipient-unreachable']],
  [4, ['read', null]],
  [20, ['undelivered', 'recipient-unreachable']],
  [22, ['rejected', 'invalid-request']],
  [23, ['rejected', 'content-rejected']],
  [24, ['rejected', 'insufficient-funds']],
  [25, ['undelivered', 'recipient-unreachable']],
]);

/** Events of SMSC.ru: callbacks (receipts and inbound texts) and the answers to a send or a status call. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  const failure = httpFailure(decoded.httpStatus);
  // SMSC.ru itself answers 200 to everything: behind another status only its own error code says more.
  return items.length === 0 || (failure.length > 0 && items.every((item) => asText(item.error_code) === null)) ? failure : items.flatMap(eventsOf);
};

function eventsOf(item: JsonRecord): readonly ChannelEvent[] {
  if (asText(item.error_code) !== null) return [refusal(item, asText(item.error_code), item)];
  if (asNumber(item.status) !== null) return [receipt(item)];
  if (item.mes !== undefined) return [inbound(item)];
  return asText(item.id) === null ? [] : accepted(item);
}

function refusal(item: JsonRecord, code: string | null, of: JsonRecord): ChannelEvent {
  return statusEvent(provider, {
    status: 'rejected',
    errorClass: answerErrors.classOf(code) ?? 'unknown',
    messageId: asText(item.id),
    recipient: recipientOf(of.phone, { trunk8: true }),
    providerCode: code,
  });
}

function receipt(item: JsonRecord): ChannelEvent {
  const state = asNumber(item.status) ?? Number.NaN;
  const [status, stateClass] = states.get(state) ?? ['unknown', 'unknown'];
  const err = asNumber(item.err) ?? 0;
  return statusEvent(provider, {
    status,
    errorClass: stateClass === null ? null : classOf(status, stateClass, err),
    messageId: asText(item.id),
    recipient: recipientOf(item.phone, { trunk8: true }),
    providerCode: stateClass === null ? null : String(err === 0 ? state : err),
    at: asInstant(item.ts) ?? asInstant(item.last_timestamp),
  });
}

/** The operator's code says more than the state, except that an expired message is expired whatever was tried last. */
function classOf(status: DeliveryStatus, stateClass: ErrorClass, err: number): ErrorClass {
  const errClass = receiptErrors.classOf(err);
  if (status === 'expired' || errClass === null) return stateClass;
  return errClass ?? (status === 'undelivered' ? 'unknown' : stateClass);
}

function inbound(item: JsonRecord): ChannelEvent {
  return inboundEvent(provider, {
    messageId: asText(item.id),
    recipient: recipientOf(item.phone, { trunk8: true }),
    text: asText(item.mes),
    to: asText(item.to),
    at: asInstant(item.ts),
  });
}

/** An accepted send; asked with `op=1` the answer also lists the numbers, each with its own error. */
function accepted(item: JsonRecord): readonly ChannelEvent[] {
  const numbers = asRecords(item.phones);
  return (numbers.length === 0 ? [item] : numbers).map((entry) => {
    const code = entry === item ? null : asText(entry.error);
    if (code !== null && code !== '0') return refusal(item, code, entry);
    return statusEvent(provider, { status: 'accepted', messageId: asText(item.id), recipient: recipientOf(entry.phone, { trunk8: true }) });
  });
}

function httpFailure(httpStatus: number | undefined): readonly ChannelEvent[] {
  const errorClass = classOfHttpStatus(httpStatus ?? 200);
  return errorClass === null ? [] : [statusEvent(provider, { status: 'rejected', errorClass, providerCode: String(httpStatus) })];
}
