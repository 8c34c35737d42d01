import { classOfEnd, httpErrorEvents, statusEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, type JsonRecord } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import { telegramGatewayErrors } from './errors.ts';

/** Provider id of the facts. */
export const telegramGatewayProvider = 'telegram-gateway';

/** Source: facts on providers, section 17. */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  expired: 'expired',
  revoked: 'rejected',
};

/** Events of the gateway's callbacks and answers. */
export const parseEvents: ParseEvents = (decoded) => {
  const items = asRecords(payloadOf(decoded));
  if (items.length === 0) return httpErrorEvents(telegramGatewayProvider, decoded);
  return items.flatMap((item) => {
    if (item.ok === false) return [refusal(asText(item.error))];
    const request = asRecord(item.result) ?? item;
    return asText(request.request_id) === null ? httpErrorEvents(telegramGatewayProvider, decoded) : [requestStatus(request)];
  });
};

function requestStatus(request: JsonRecord): ChannelEvent {
  const delivery = asRecord(request.delivery_status);
  const name = asText(delivery?.status)?.toLowerCase();
  const status = name === undefined ? 'accepted' : Object.hasOwn(statuses, name) ? (statuses[name] as DeliveryStatus) : 'unknown';
  const errorClass = classOfEnd(status, telegramGatewayErrors.classOf(name));
  return statusEvent(telegramGatewayProvider, {
    status,
    errorClass,
    messageId: asText(request.request_id),
    recipient: recipientOf(request.phone_number),
    providerCode: errorClass === null ? null : (name ?? null),
    clientRef: asText(request.payload),
    at: asInstant(delivery?.updated_at),
  });
}

function refusal(code: string | null): ChannelEvent {
  return statusEvent(telegramGatewayProvider, {
    status: 'rejected',
    errorClass: telegramGatewayErrors.classOf(code) ?? 'unknown',
    providerCode: code,
  });
}
