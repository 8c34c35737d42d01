import { classOfEnd, inboundEvent, preferenceEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asText, field, type JsonRecord } from '../json.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { sinchConversationErrors } from './errors.ts';

/** Source: facts on providers, section 5. A switch of channel ends this leg, not the whole. */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  QUEUED_ON_CHANNEL: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  FAILED: 'failed',
  SWITCHING_CHANNEL: 'failed',
};

const phoneChannels: ReadonlySet<string> = new Set(['SMS', 'MMS', 'RCS', 'WHATSAPP', 'VIBER', 'VIBERBM']);

/** Events of a Conversation API callback; `undefined` when the payload is none. */
export function parseConversation(provider: string, item: JsonRecord): readonly ChannelEvent[] | undefined {
  const at = asInstant(item.event_time) ?? asInstant(item.accepted_time);
  const report = asRecord(item.message_delivery_report);
  if (report !== undefined) return delivery(provider, item, report, at);
  const optOut = asRecord(item.opt_out_notification);
  if (optOut !== undefined) return [preferenceEvent(provider, { recipient: identityOf(optOut), preference: 'opted-out', at })];
  const optIn = asRecord(item.opt_in_notification);
  if (optIn !== undefined) return [preferenceEvent(provider, { recipient: identityOf(optIn), preference: 'opted-in', at })];
  const message = asRecord(item.message_inbound) ?? asRecord(item.message);
  if (message === undefined || (message.contact_message === undefined && item.message_inbound === undefined)) return undefined;
  return [
    inboundEvent(provider, {
      messageId: asText(message.id) ?? asText(message.message_id),
      recipient: identityOf(message),
      text:
        asText(field(message, 'contact_message', 'text_message', 'text')) ??
        asText(field(message, 'contact_message', 'choice_response_message', 'postback_data')) ??
        asText(field(message, 'text_message', 'text')),
      to: recipientOf(message.sender_id),
      replyTo: asText(field(message, 'contact_message', 'reply_to', 'message_id')),
      at: asInstant(message.accept_time) ?? at,
    }),
  ];
}

function delivery(provider: string, item: JsonRecord, report: JsonRecord, at: Date | undefined): readonly ChannelEvent[] {
  const name = (asText(report.status) ?? '').toUpperCase();
  if (!Object.hasOwn(statuses, name)) return [];
  const status = statuses[name] as DeliveryStatus;
  const code = asText(field(report, 'reason', 'code'));
  const errorClass = classOfEnd(status, reasonClass(report));
  return [
    statusEvent(provider, {
      status,
      errorClass,
      messageId: asText(report.message_id),
      recipient: identityOf(report),
      providerCode: errorClass === null ? null : code,
      clientRef: asText(item.correlation_id) ?? asText(item.message_metadata) ?? asText(report.metadata),
      at,
    }),
  ];
}

/** A listed sub-code says more than its code. */
function reasonClass(report: JsonRecord): ErrorClass | undefined {
  const subCode = asText(field(report, 'reason', 'sub_code'));
  const bySub = subCode === null || /^UNSPECIFIED/iu.test(subCode) ? undefined : sinchConversationErrors.classOf(subCode);
  if (bySub !== undefined && bySub !== null && bySub !== 'unknown') return bySub;
  const code = asText(field(report, 'reason', 'code'));
  return code === null ? undefined : (sinchConversationErrors.classOf(code) ?? 'unknown');
}

/** Phone numbers on phone channels; elsewhere the identity is the channel's own id, even when it is all digits. */
function identityOf(item: JsonRecord): string | null {
  const identity = field(item, 'channel_identity', 'identity') ?? item.identity;
  const channel = asText(field(item, 'channel_identity', 'channel') ?? item.channel)?.toUpperCase();
  return channel === undefined || phoneChannels.has(channel) ? recipientOf(identity) : asText(identity);
}
