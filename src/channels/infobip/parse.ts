import { classOfEnd, httpErrorEvents, inboundEvent, statusEvent } from '../channel-event.ts';
import { classOfHttpStatus } from '../http-status.ts';
import { asInstant, asNumber, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { infobipErrors, infobipStatuses } from './errors.ts';

/** Provider id of the facts. */
export const infobipProvider = 'infobip';

const groupNames: readonly string[] = ['OK', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'];

/** Events of Infobip's reports, inbound messages and answers. Source: facts on providers, section 4. */
export const parseEvents: ParseEvents = (decoded) => {
  const payload = recordOf(decoded);
  if (payload === undefined) return httpErrorEvents(infobipProvider, decoded);
  const items = Array.isArray(payload.results) ? payload.results : payload.messages;
  if (Array.isArray(items)) return asRecords(items).flatMap(item);
  if (asText(payload.messageId) !== null) return item(payload);
  return refusal(payload, decoded.httpStatus) ?? httpErrorEvents(infobipProvider, decoded);
};

function item(result: JsonRecord): readonly ChannelEvent[] {
  const status = asRecord(result.status);
  const messageId = asText(result.messageId);
  if (status !== undefined) return [report(result, status, messageId)];
  const recipient = recipientOf(result.to) ?? recipientOf(result.destination);
  if (result.seenAt !== undefined) {
    return [
      statusEvent(infobipProvider, { status: 'read', messageId, recipient, clientRef: asText(result.callbackData), at: asInstant(result.seenAt) }),
    ];
  }
  return result.from === undefined ? [] : [inbound(result, messageId)];
}

function report(result: JsonRecord, status: JsonRecord, messageId: string | null): ChannelEvent {
  const mapped = statusOf(status);
  const error = asRecord(result.error);
  const errorId = asText(error?.id);
  const errorClass = classOfEnd(mapped, mapped === 'accepted' ? null : classOf(mapped, status, error));
  const code = errorId === null || errorId === '0' ? asText(status.id) : errorId;
  return statusEvent(infobipProvider, {
    status: mapped,
    errorClass,
    messageId,
    recipient: recipientOf(result.to) ?? recipientOf(result.destination),
    providerCode: errorClass === null ? null : code,
    clientRef: asText(result.callbackData),
    at: asInstant(result.doneAt) ?? asInstant(result.sentAt),
  });
}

/** By group, two groups refined by id: pending 3 is with the operator, delivered 2 has only reached the operator. */
function statusOf(status: JsonRecord): DeliveryStatus {
  const id = asNumber(status.id);
  const name = (asText(status.groupName) ?? '').toUpperCase();
  const exact = (asText(status.name) ?? '').toUpperCase();
  switch (asNumber(status.groupId) ?? (name === 'ACCEPTED' ? 0 : groupNames.indexOf(name))) {
    case 0:
      return 'accepted';
    case 1:
      return id === 3 || exact === 'PENDING_WAITING_DELIVERY' ? 'sent' : 'queued';
    case 2:
      return 'undelivered';
    case 3:
      return id === 2 || exact === 'DELIVERED_TO_OPERATOR' ? 'sent' : 'delivered';
    case 4:
      return 'expired';
    case 5:
      return 'rejected';
    default:
      return 'unknown';
  }
}

/**
 * The error object says most; where it is not listed, a listed status of a refusal or an expiry, then the `permanent` flag, then the status.
 * Source: facts on delivery errors, note 2.
 */
function classOf(mapped: DeliveryStatus, status: JsonRecord, error: JsonRecord | undefined): ErrorClass | undefined {
  const id = asText(error?.id);
  const name = asText(error?.name);
  const hasError = id === null ? name !== null && !/^(?:EC_)?NO_ERROR$/u.test(name) : id !== '0';
  const byError = hasError ? (infobipErrors.classOf(id) ?? infobipErrors.classOf(name)) : undefined;
  if (byError !== undefined && byError !== null) return byError;
  const byStatus = infobipStatuses.classOf(asText(status.id)) ?? infobipStatuses.classOf(asText(status.name)) ?? undefined;
  if (!hasError || (mapped !== 'undelivered' && byStatus !== undefined)) return byStatus;
  if (error?.permanent === true) return infobipErrors.classOf('other permanent=true') ?? undefined;
  if (error?.permanent === false) return infobipErrors.classOf('other permanent=false') ?? undefined;
  return byStatus ?? 'unknown';
}

function inbound(result: JsonRecord, messageId: string | null): ChannelEvent {
  const message = asRecord(result.message);
  return inboundEvent(infobipProvider, {
    messageId,
    recipient: recipientOf(result.from),
    text:
      asText(result.text) ??
      asText(message?.text) ??
      asText(message?.title) ??
      asText(message?.caption) ??
      asText(message?.payload) ??
      asText(result.cleanText),
    to: recipientOf(result.to),
    replyTo: asText(field(message, 'context', 'id')),
    at: asInstant(result.receivedAt),
  });
}

function refusal(payload: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] | undefined {
  const code = asText(payload.errorCode) ?? asText(field(payload, 'requestError', 'serviceException', 'messageId'));
  if (code === null) return undefined;
  const status = httpStatus ?? asNumber(/^E(\d{3})$/u.exec(code)?.[1]) ?? namedStatuses[code];
  const errorClass = status === undefined ? 'unknown' : (infobipErrors.classOf(`HTTP ${status}`) ?? classOfHttpStatus(status) ?? 'unknown');
  return [statusEvent(infobipProvider, { status: 'rejected', errorClass, providerCode: code })];
}

const namedStatuses: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
};
