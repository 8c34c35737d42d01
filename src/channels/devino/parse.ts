import { answerClass } from '../answer-class.ts';
import { inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { restErrors, restStates } from './errors.ts';
import { imAnswer, imCallback } from './parse-im.ts';

const provider = 'devino';

/** `State` of REST v2. Source: facts on providers, Devino, "Query". */
const states: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['-1', 'sent'],
  ['-2', 'queued'],
  ['47', 'rejected'],
  ['-98', 'rejected'],
  ['0', 'delivered'],
  ['10', 'rejected'],
  ['11', 'rejected'],
  ['41', 'rejected'],
  ['42', 'rejected'],
  ['48', 'rejected'],
  ['69', 'rejected'],
  ['46', 'expired'],
  ['99', 'unknown'],
  ['255', 'unknown'],
]);

/** Events of Devino Telecom: REST v2 (SMS) and instant messages, answers, callbacks and inbound texts. */
export const parseEvents: ParseEvents = (decoded) => {
  const payload = payloadOf(decoded);
  if (Array.isArray(payload)) {
    const events = isIdList(payload) ? accepted(payload) : asRecords(payload).flatMap((item) => imCallback(provider, item));
    return events.length > 0 ? events : refusal(null, decoded.httpStatus);
  }
  const body = asRecord(payload) ?? {};
  if (asText(body.sourcePhone) !== null) return [inbound(body)];
  if (asText(body.State) !== null || asRecord(body.State) !== undefined) return [state(body)];
  if (asText(body.Code) !== null) return refusal(asText(body.Code), decoded.httpStatus);
  const events =
    Array.isArray(body.messages) || decoded.surface === 'response' ? imAnswer(provider, body, decoded.httpStatus) : imCallback(provider, body);
  return events.length > 0 ? events : refusal(null, decoded.httpStatus);
};

function isIdList(payload: readonly unknown[]): boolean {
  return payload.length > 0 && payload.every((item) => asText(item) !== null);
}

/** The ids of the segments of one message: the first stands for the message. */
function accepted(ids: readonly unknown[]): readonly ChannelEvent[] {
  return ids.map((id, index) => {
    const event = statusEvent(provider, { status: 'accepted', messageId: asText(id) });
    return ids.length === 1 ? event : { ...event, parts: { index, total: ids.length } };
  });
}

function state(body: JsonRecord): ChannelEvent {
  const code = asText(body.State) ?? '';
  const known = restStates.classOf(code);
  const status = states.get(code) ?? 'unknown';
  const errorClass = known ?? (status === 'unknown' ? 'unknown' : null);
  const messageId = asText(body.MessageId) ?? asText(body.messageId);
  return statusEvent(provider, { status, errorClass, messageId, providerCode: errorClass === null ? null : code, at: utc(body.ReportedDateUtc) });
}

/** Dates come in ISO form or as `/Date(milliseconds)/`. */
function utc(value: unknown): Date | undefined {
  return asInstant(/^\/Date\((\d+)/u.exec(asText(value) ?? '')?.[1] ?? value);
}

function inbound(body: JsonRecord): ChannelEvent {
  return inboundEvent(provider, {
    messageId: asText(body.messageId),
    recipient: recipientOf(body.sourcePhone, { trunk8: true }),
    text: asText(field(body, 'text')),
    to: asText(body.number),
  });
}

function refusal(code: string | null, httpStatus: number | undefined): readonly ChannelEvent[] {
  const errorClass = answerClass(restErrors, [code], httpStatus);
  if (errorClass === null) return [];
  return [statusEvent(provider, { status: 'rejected', errorClass, providerCode: code ?? String(httpStatus) })];
}
