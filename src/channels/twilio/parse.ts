import { classOfEnd, httpErrorEvents, inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { twilioErrors } from './errors.ts';

/** Provider id of the facts. */
export const twilioProvider = 'twilio';

/** Source: facts on providers, section 2, "Statuses". */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'read',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'rejected',
};

/** Events of Twilio's form webhooks (receipts and inbound messages) and of its JSON answers. */
export const parseEvents: ParseEvents = (decoded) => {
  const payload = recordOf(decoded);
  if (payload === undefined) return httpErrorEvents(twilioProvider, decoded);
  if (asText(payload.MessageSid) !== null || asText(payload.SmsSid) !== null || asText(payload.SmsMessageSid) !== null) return callback(payload);
  if (Array.isArray(payload.messages)) return asRecords(payload.messages).flatMap(resource);
  if (asText(payload.sid) !== null) return resource(payload);
  const code = asText(payload.code);
  if (code === null) return httpErrorEvents(twilioProvider, decoded);
  return [statusEvent(twilioProvider, { status: 'rejected', errorClass: twilioErrors.classOf(code) ?? 'unknown', providerCode: code })];
};

function callback(form: JsonRecord): readonly ChannelEvent[] {
  const messageId = asText(form.MessageSid) ?? asText(form.SmsSid) ?? asText(form.SmsMessageSid);
  const name = (asText(form.MessageStatus) ?? asText(form.SmsStatus) ?? '').toLowerCase();
  if (name === 'received' || name === 'receiving' || name === '') {
    return asText(form.From) === null && name === '' ? [] : [inbound(form, messageId)];
  }
  return status(name, asText(form.ErrorCode), {
    messageId,
    recipient: recipientOf(form.To) ?? recipientOf(form.ChannelToAddress),
    at: asInstant(form.Timestamp),
  });
}

function resource(message: JsonRecord): readonly ChannelEvent[] {
  const name = (asText(message.status) ?? '').toLowerCase();
  const messageId = asText(message.sid);
  if (name === 'received' || name === 'receiving' || message.direction === 'inbound') {
    return [
      inboundEvent(twilioProvider, { messageId, recipient: recipientOf(message.from), text: asText(message.body), to: recipientOf(message.to) }),
    ];
  }
  return status(name, asText(message.error_code), {
    messageId,
    recipient: recipientOf(message.to),
    at: asInstant(message.date_updated) ?? asInstant(message.date_created),
  });
}

function status(
  name: string,
  code: string | null,
  facts: { readonly messageId: string | null; readonly recipient: string | null; readonly at: Date | undefined },
): readonly ChannelEvent[] {
  if (!Object.hasOwn(statuses, name)) return [];
  const mapped = statuses[name] as DeliveryStatus;
  const providerCode = code === '0' ? null : code;
  const known = providerCode === null ? undefined : (twilioErrors.classOf(providerCode) ?? 'unknown');
  const cancelledByUs = name === 'canceled' && providerCode === null;
  const errorClass = cancelledByUs ? null : classOfEnd(mapped, known);
  return [statusEvent(twilioProvider, { status: mapped, errorClass, providerCode: errorClass === null ? null : providerCode, ...facts })];
}

/** `OptOutType` is Twilio's own reading of the words; it has already acted on it. */
function inbound(form: JsonRecord, messageId: string | null): ChannelEvent {
  const optOutType = asText(form.OptOutType)?.toUpperCase();
  const preference = optOutType === 'STOP' ? 'opted-out' : optOutType === 'START' ? 'opted-in' : undefined;
  return inboundEvent(twilioProvider, {
    messageId,
    recipient: recipientOf(form.From) ?? recipientOf(form.WaId),
    text: asText(form.Body) ?? asText(form.ButtonText) ?? asText(form.ButtonPayload),
    to: recipientOf(form.To),
    replyTo: asText(form.OriginalRepliedMessageSid),
    preference,
  });
}
