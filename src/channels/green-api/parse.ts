import { answerClass } from '../answer-class.ts';
import { inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asNumber, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { greenApiErrors } from './errors.ts';

const provider = 'greenapi';

/** Source: facts on providers, Green-API, "Webhooks". */
const states: ReadonlyMap<string, DeliveryStatus> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['failed', 'failed'],
  ['fail', 'failed'],
  ['noaccount', 'failed'],
  ['notingroup', 'failed'],
  ['yellowcard', 'failed'],
]);

/** Events of Green-API, an unofficial WhatsApp gateway: read only, so that a host can leave it with its history intact. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return refusal(decoded.httpStatus);
  return items.flatMap((item) => (asText(item.typeWebhook) === null ? answer(item, decoded.httpStatus) : notification(item)));
};

function notification(item: JsonRecord): readonly ChannelEvent[] {
  const at = asInstant(item.timestamp);
  switch (item.typeWebhook) {
    case 'outgoingMessageStatus':
      return [status(item, at)];
    case 'incomingMessageReceived':
      return [inbound(item, at)];
    case 'stateInstanceChanged':
      return [instanceState(item, at)];
    default:
      return [];
  }
}

function status(item: JsonRecord, at: Date | undefined): ChannelEvent {
  const word = asText(item.status) ?? '';
  const state = states.get(word.toLowerCase()) ?? 'unknown';
  const errorClass = state === 'failed' ? (greenApiErrors.classOf(word) ?? 'unknown') : state === 'unknown' ? 'unknown' : null;
  return statusEvent(provider, {
    status: state,
    errorClass,
    messageId: asText(item.idMessage),
    recipient: recipientOf(item.chatId),
    providerCode: errorClass === null ? null : word,
    at,
  });
}

function inbound(item: JsonRecord, at: Date | undefined): ChannelEvent {
  const data = item.messageData;
  return inboundEvent(provider, {
    messageId: asText(item.idMessage),
    recipient: recipientOf(field(item, 'senderData', 'sender') ?? field(item, 'senderData', 'chatId')),
    text:
      asText(field(data, 'textMessageData', 'textMessage')) ??
      asText(field(data, 'extendedTextMessageData', 'text')) ??
      asText(field(data, 'buttonsResponseMessage', 'selectedButtonText')) ??
      asText(field(data, 'fileMessageData', 'caption')),
    to: recipientOf(field(item, 'instanceData', 'wid')),
    replyTo: asText(field(data, 'quotedMessage', 'stanzaId')),
    at,
  });
}

function instanceState(item: JsonRecord, at: Date | undefined): ChannelEvent {
  const state = asText(item.stateInstance);
  const name = asText(field(item, 'instanceData', 'idInstance'));
  return {
    provider,
    kind: 'quality',
    status: null,
    errorClass: null,
    messageId: null,
    recipient: null,
    providerCode: state,
    subject: { type: 'instance-state', ...(name === null ? {} : { name }), ...(state === null ? {} : { state }) },
    ...(at === undefined ? {} : { at }),
  };
}

function answer(item: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] {
  const messageId = asText(item.idMessage);
  return messageId === null
    ? refusal(httpStatus ?? asNumber(item.statusCode) ?? undefined)
    : [statusEvent(provider, { status: 'accepted', messageId })];
}

function refusal(httpStatus: number | undefined): readonly ChannelEvent[] {
  const errorClass = answerClass(greenApiErrors, [], httpStatus);
  return errorClass === null ? [] : [statusEvent(provider, { status: 'rejected', errorClass, providerCode: String(httpStatus) })];
}
