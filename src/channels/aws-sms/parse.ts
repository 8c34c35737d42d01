import { classOfEnd, httpErrorEvents, inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord, tryParseJson } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { awsSmsErrors } from './errors.ts';

/** Provider id of the facts. */
export const awsSmsProvider = 'aws-sms';

/** Source: facts on providers, section 6, "Statuses". */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  QUEUED: 'queued',
  PENDING: 'queued',
  SENT: 'sent',
  SUCCESSFUL: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  TTL_EXPIRED: 'expired',
  UNREACHABLE: 'undelivered',
  CARRIER_UNREACHABLE: 'undelivered',
  BLOCKED: 'rejected',
  CARRIER_BLOCKED: 'rejected',
  SPAM: 'rejected',
  PROTECT_BLOCKED: 'rejected',
  INVALID: 'rejected',
  INVALID_MESSAGE: 'rejected',
  UNKNOWN: 'unknown',
};

/** Signing and credential faults that every AWS service answers. */
const credentialFaults: ReadonlySet<string> = new Set([
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'IncompleteSignatureException',
  'MissingAuthenticationTokenException',
  'ExpiredTokenException',
  'SignatureDoesNotMatch',
  'InvalidClientTokenId',
]);

/** Events of End User Messaging, bare or inside an SNS notification, and of its answers. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(awsSmsProvider, decoded);
  return items.flatMap((item) => {
    const event = unwrapped(item);
    if (asText(event.eventType) !== null || asText(event.messageStatus) !== null) return receipt(event);
    if (asText(event.originationNumber) !== null) return [inbound(event)];
    const messageId = asText(event.MessageId);
    if (messageId !== null && event.Type === undefined) return [statusEvent(awsSmsProvider, { status: 'accepted', messageId })];
    const type = asText(event.__type) ?? asText(event.code);
    return type === null ? httpErrorEvents(awsSmsProvider, decoded) : [refusal(event, type)];
  });
};

/** SNS carries the event as text, EventBridge as `detail`. */
function unwrapped(item: JsonRecord): JsonRecord {
  const message = typeof item.Message === 'string' && item.__type === undefined ? asRecord(tryParseJson(item.Message)) : undefined;
  return message ?? asRecord(item.detail) ?? item;
}

function receipt(event: JsonRecord): readonly ChannelEvent[] {
  const suffix = (asText(event.eventType) ?? '').toUpperCase().replace(/^(?:TEXT|MEDIA|RCS|VOICE)_/u, '');
  const named = (asText(event.messageStatus) ?? '').toUpperCase();
  const name = Object.hasOwn(statuses, named) ? named : suffix;
  if (!Object.hasOwn(statuses, name)) return [];
  const status = statuses[name] as DeliveryStatus;
  const known = awsSmsErrors.classOf(`event TEXT_${name}`) ?? awsSmsErrors.classOf(`event TEXT_${suffix}`);
  const errorClass = classOfEnd(status, known);
  return [
    statusEvent(awsSmsProvider, {
      status,
      errorClass,
      messageId: asText(event.messageId),
      recipient: recipientOf(event.destinationPhoneNumber),
      providerCode: errorClass === null ? null : (asText(event.eventType) ?? name),
      clientRef: asText(field(event, 'context', 'ref')),
      at: asInstant(event.eventTimestamp),
    }),
  ];
}

function inbound(event: JsonRecord): ChannelEvent {
  return inboundEvent(awsSmsProvider, {
    messageId: asText(event.inboundMessageId),
    recipient: recipientOf(event.originationNumber),
    text: asText(event.messageBody),
    to: recipientOf(event.destinationNumber),
    replyTo: asText(event.previousPublishedMessageId),
  });
}

function refusal(event: JsonRecord, type: string): ChannelEvent {
  const name = type.split('#').at(-1)?.split(':')[0] ?? type;
  const reason = asText(event.Reason) ?? asText(event.reason);
  const providerCode = reason === null ? name : `${name} ${reason}`;
  return statusEvent(awsSmsProvider, { status: 'rejected', errorClass: classOfFault(name, reason), providerCode });
}

/** The reason first, then the exception with any reason, then the exception alone. */
function classOfFault(name: string, reason: string | null): ErrorClass {
  const base = name.replace(/Exception$/u, '');
  const rows = [reason === null ? undefined : `${base} ${reason}`, `${base} other`, name, `${base}Exception`];
  for (const row of rows) {
    const found = awsSmsErrors.classOf(row);
    if (found !== undefined && found !== null) return found;
  }
  return credentialFaults.has(name) ? 'auth' : 'unknown';
}
