import { answerClass, classOfState, statusOfWord } from '../answer-class.ts';
import { inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { ednaErrors } from './errors.ts';

const provider = 'edna';

/** Events of edna Pulse: status webhooks, inbound messages (whose form is unverified) and answers to a send. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return refusal({}, decoded.httpStatus);
  return items.flatMap((item) => {
    if (asRecord(item.messageContent) !== undefined) return [inbound(item)];
    if (isStatus(item)) return [status(item)];
    const failed = refusal(item, decoded.httpStatus);
    if (failed.length > 0) return failed;
    const requestId = asText(item.requestId);
    return requestId === null
      ? []
      : [statusEvent(provider, { status: 'accepted', messageId: asText(item.messageId) ?? requestId, clientRef: requestId })];
  });
};

/** An error answer also has a `status`, the HTTP one in digits. */
function isStatus(item: JsonRecord): boolean {
  return /^[a-z_]+$/iu.test(asText(item.status) ?? '') && (item.requestId !== undefined || item.messageId !== undefined);
}

function status(item: JsonRecord): ChannelEvent {
  const word = asText(item.status) ?? '';
  const [state, wordClass] = statusOfWord(word);
  const code = errorCodes(item)[0] ?? null;
  const byCode = code === null ? undefined : (ednaErrors.classOf(code) ?? 'unknown');
  const errorClass = classOfState(state, wordClass, byCode ?? ednaErrors.classOf(word));
  const requestId = asText(item.requestId);
  return statusEvent(provider, {
    status: state,
    errorClass,
    messageId: asText(item.messageId) ?? requestId,
    recipient: recipientOf(item.address ?? field(item, 'subscriber', 'identifier'), { trunk8: true }),
    providerCode: errorClass === null ? null : (code ?? word),
    clientRef: requestId,
    at: asInstant(item.statusAt),
  });
}

function inbound(item: JsonRecord): ChannelEvent {
  return inboundEvent(provider, {
    messageId: asText(item.id) ?? asText(item.messageId),
    recipient: recipientOf(field(item, 'subscriber', 'identifier') ?? item.address, { trunk8: true }),
    text: asText(field(item, 'messageContent', 'text')) ?? asText(field(item, 'messageContent', 'payload')),
    to: asText(item.subject),
    at: asInstant(item.receivedAt),
  });
}

/** The error may be a text or an object, in one of several fields. */
function errorCodes(item: JsonRecord): readonly string[] {
  const places = [item.error, field(item, 'error', 'code'), field(item, 'error', 'title'), item.errorCode, item.code, item.title];
  return places.map(asText).filter((code) => code !== null);
}

function refusal(body: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const codes = errorCodes(body);
  const known = codes.find((code) => ednaErrors.classOf(code) !== undefined) ?? codes[0] ?? null;
  const errorClass =
    answerClass(
      ednaErrors,
      codes.filter((code) => ednaErrors.classOf(code) !== undefined),
      httpStatus,
    ) ?? (known === null ? null : 'unknown');
  if (errorClass === null) return [];
  return [statusEvent(provider, { status: 'rejected', errorClass, messageId: asText(body.requestId), providerCode: known ?? String(httpStatus) })];
}
