import { statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asRecord, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { callbackEntries } from './callback-entries.ts';
import { smsRuErrors } from './errors.ts';

const provider = 'smsru';

/** Source: facts on providers, SMS.ru, "Statuses". */
const states: ReadonlyMap<string, DeliveryStatus> = new Map(
  Object.entries({
    '-1': 'unknown',
    '100': 'accepted',
    '101': 'queued',
    '102': 'sent',
    '103': 'delivered',
    '104': 'expired',
    '105': 'undelivered',
    '106': 'undelivered',
    '107': 'unknown',
    '108': 'rejected',
    '110': 'read',
    '150': 'undelivered',
  }),
);

/** Events of SMS.ru: callbacks of up to a hundred statuses, and answers to a send or a status call. */
export const parseEvents: ParseEvents = (decoded) => {
  const body = recordOf(decoded) ?? {};
  const entries = callbackEntries(body);
  if (entries.length > 0) return entries.flatMap(callback);
  const numbers = asRecord(body.sms);
  if (numbers !== undefined) return Object.entries(numbers).flatMap(([key, value]) => answer(key, asRecord(value) ?? {}));
  return refusal(body, decoded.httpStatus);
};

/** `sms_status`, id, code and time, a line each; other kinds of entry are not about messages. */
function callback(entry: string): readonly ChannelEvent[] {
  const [kind, id, code, time] = entry.split(/\r?\n/u).map((line) => line.trim());
  if (kind !== 'sms_status' || id === undefined || code === undefined) return [];
  return [event(code, { messageId: asText(id), recipient: null, at: asInstant(time) })];
}

/** A send is answered by number, a status call by message id: whatever is not the digits of a number. */
function answer(key: string, item: JsonRecord): readonly ChannelEvent[] {
  const code = asText(item.status_code);
  if (code === null) return [];
  if (!/^\+?\d+$/u.test(key)) return [event(code, { messageId: key, recipient: null, at: undefined })];
  return [event(code, { messageId: asText(item.sms_id), recipient: recipientOf(key, { trunk8: true }), at: undefined })];
}

function event(
  code: string,
  of: { readonly messageId: string | null; readonly recipient: string | null; readonly at: Date | undefined },
): ChannelEvent {
  const known = smsRuErrors.classOf(code);
  const errorClass = known === undefined ? 'unknown' : known;
  return statusEvent(provider, { status: states.get(code) ?? 'rejected', errorClass, providerCode: errorClass === null ? null : code, ...of });
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const code = asText(body.status_code);
  if (code !== null && smsRuErrors.classOf(code) !== null) return [event(code, { messageId: asText(body.sms_id), recipient: null, at: undefined })];
  const errorClass = classOfHttpStatus(httpStatus ?? 200);
  return errorClass === null ? [] : [statusEvent(provider, { status: 'rejected', errorClass, providerCode: String(httpStatus) })];
}
