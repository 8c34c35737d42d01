import { classOfEnd, inboundEvent, preferenceEvent, signalEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { metaErrors } from './errors.ts';
import { parseSignal } from './parse-signal.ts';

const statuses: Readonly<Record<string, DeliveryStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** Events of one `{ field, value }`; told by the keys of the value first, since Meta's own examples mislabel fields. Unknown fields give none. */
export function parseChange(provider: string, change: JsonRecord, batchAt?: Date): readonly ChannelEvent[] {
  const value = asRecord(change.value);
  if (value === undefined) return [];
  if (Array.isArray(value.user_preferences)) return asRecords(value.user_preferences).flatMap((entry) => preference(provider, entry));
  if (Array.isArray(value.statuses) || Array.isArray(value.messages) || change.field === 'messages') {
    return [
      ...asRecords(value.statuses).flatMap((entry) => status(provider, entry)),
      ...asRecords(value.messages).map((entry, index) => inbound(provider, entry, value, index)),
      ...asRecords(value.errors).map((entry) => accountError(provider, entry)),
    ];
  }
  return parseSignal(provider, asText(change.field) ?? '', value, batchAt);
}

function status(provider: string, entry: JsonRecord): readonly ChannelEvent[] {
  const name = asText(entry.status)?.toLowerCase() ?? '';
  if (!Object.hasOwn(statuses, name)) return [];
  const mapped = statuses[name] as DeliveryStatus;
  const providerCode = mapped === 'failed' ? asText(asRecords(entry.errors)[0]?.code) : null;
  return [
    statusEvent(provider, {
      status: mapped,
      errorClass: classOfEnd(mapped, metaErrors.classOf(providerCode)),
      messageId: asText(entry.id),
      recipient: recipientOf(entry.recipient_id) ?? recipientOf(entry.recipient_user_id),
      providerCode,
      clientRef: asText(entry.biz_opaque_callback_data),
      at: asInstant(entry.timestamp),
    }),
  ];
}

function inbound(provider: string, entry: JsonRecord, value: JsonRecord, index: number): ChannelEvent {
  const contact = asRecords(value.contacts)[index];
  return inboundEvent(provider, {
    messageId: asText(entry.id),
    recipient: recipientOf(entry.from) ?? recipientOf(entry.from_user_id) ?? recipientOf(contact?.wa_id) ?? recipientOf(contact?.user_id),
    at: asInstant(entry.timestamp),
    text: textOf(entry),
    to: asText(field(value, 'metadata', 'phone_number_id')),
    replyTo: asText(field(entry, 'context', 'id')),
  });
}

/** What the person wrote or pressed, whatever the message type. */
function textOf(entry: JsonRecord): string | null {
  const interactive = asRecord(entry.interactive);
  return (
    asText(field(entry, 'text', 'body')) ??
    asText(field(entry, 'button', 'text')) ??
    asText(field(entry, 'button', 'payload')) ??
    asText(field(interactive, 'button_reply', 'title')) ??
    asText(field(interactive, 'list_reply', 'title')) ??
    asText(field(interactive, 'nfm_reply', 'body')) ??
    asText(field(entry, 'reaction', 'emoji')) ??
    asText(field(entry, asText(entry.type) ?? '', 'caption'))
  );
}

function preference(provider: string, entry: JsonRecord): readonly ChannelEvent[] {
  const value = asText(entry.value)?.toLowerCase();
  if (value !== 'stop' && value !== 'resume') return [];
  return [
    preferenceEvent(provider, {
      recipient: recipientOf(entry.wa_id) ?? recipientOf(entry.user_id),
      at: asInstant(entry.timestamp),
      preference: value === 'stop' ? 'opted-out' : 'opted-in',
    }),
  ];
}

function accountError(provider: string, entry: JsonRecord): ChannelEvent {
  const providerCode = asText(entry.code);
  return signalEvent(provider, 'quality', {
    code: providerCode,
    subject: { type: 'account-error', ...(providerCode === null ? {} : { state: providerCode }) },
  });
}
