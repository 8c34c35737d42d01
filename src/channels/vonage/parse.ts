import { classOfEnd, httpErrorEvents, inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asText, field, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { recordOf } from '../webhook-payload.ts';
import { vonageErrors } from './errors.ts';

/** Provider id of the facts. */
export const vonageProvider = 'vonage';

/** Source: facts on providers, section 3, "Status webhook v1". */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  submitted: 'sent',
  delivered: 'delivered',
  read: 'read',
  rejected: 'rejected',
  undeliverable: 'undelivered',
};

/** Events of Messages API webhooks, version 1 and 0.1, and of its answers. */
export const parseEvents: ParseEvents = (decoded) => {
  const payload = recordOf(decoded);
  if (payload === undefined) return httpErrorEvents(vonageProvider, decoded);
  const messageId = asText(payload.message_uuid);
  const status = asText(payload.status)?.toLowerCase();
  if (messageId !== null && status !== undefined) return receipt(payload, messageId, status);
  if (messageId !== null && decoded.surface === 'response' && payload.from === undefined) {
    return [statusEvent(vonageProvider, { status: 'accepted', messageId })];
  }
  if (messageId !== null) return [inbound(payload, messageId)];
  return refusal(payload, decoded.httpStatus) ?? httpErrorEvents(vonageProvider, decoded);
};

function receipt(payload: JsonRecord, messageId: string, name: string): readonly ChannelEvent[] {
  if (!Object.hasOwn(statuses, name)) return [];
  const status = statuses[name] as DeliveryStatus;
  const providerCode = codeOf(asRecord(payload.error));
  const known = providerCode === null ? undefined : (vonageErrors.classOf(providerCode) ?? 'unknown');
  const errorClass = classOfEnd(status, known);
  return [
    statusEvent(vonageProvider, {
      status,
      errorClass,
      messageId,
      recipient: personOf(payload.to, payload.channel),
      providerCode: errorClass === null ? null : providerCode,
      clientRef: asText(payload.client_ref),
      at: asInstant(payload.timestamp),
    }),
  ];
}

function inbound(payload: JsonRecord, messageId: string): ChannelEvent {
  return inboundEvent(vonageProvider, {
    messageId,
    recipient: personOf(payload.from, payload.channel),
    text:
      asText(payload.text) ??
      asText(field(payload, 'message', 'content', 'text')) ??
      asText(field(payload, 'reply', 'title')) ??
      asText(field(payload, 'button', 'text')) ??
      asText(field(payload, 'image', 'caption')),
    to: personOf(payload.to, payload.channel),
    replyTo: asText(field(payload, 'context', 'message_uuid')),
    at: asInstant(payload.timestamp),
  });
}

/** An RFC 7807 problem: the number stands at the end of its type, else the HTTP status decides. */
function refusal(payload: JsonRecord, httpStatus: number | undefined): readonly ChannelEvent[] | undefined {
  const code = codeOf(payload);
  if (code === null && payload.title === undefined && payload.detail === undefined && payload.type === undefined) return undefined;
  const byStatus = httpStatus === undefined ? undefined : vonageErrors.classOf(`HTTP ${httpStatus}`);
  const errorClass = (code === null ? byStatus : vonageErrors.classOf(code)) ?? undefined;
  if (errorClass === undefined && code === null) return undefined;
  return [statusEvent(vonageProvider, { status: 'rejected', errorClass: errorClass ?? 'unknown', providerCode: code ?? `HTTP ${httpStatus}` })];
}

/** The number of an error: `code` (version 0.1), a numeric `title`, or the fragment of `type`. */
function codeOf(error: JsonRecord | undefined): string | null {
  if (error === undefined) return null;
  const candidates = [asText(error.code), /#(\d+)$/u.exec(asText(error.type) ?? '')?.[1], asText(error.title)];
  return candidates.find((text) => text !== null && text !== undefined && /^\d+$/u.test(text)) ?? null;
}

/** Version 0.1 wraps addresses; ids of Messenger are not phone numbers. */
function personOf(value: unknown, channel: unknown): string | null {
  const address = asRecord(value);
  if (address !== undefined) return recipientOf(address.number) ?? asText(address.id);
  return channel === 'messenger' || channel === 'email' ? asText(value) : recipientOf(value);
}
