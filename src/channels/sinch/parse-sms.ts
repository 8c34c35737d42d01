import { classOfEnd, inboundEvent, statusEvent } from '../channel-event.ts';
import { asInstant, asRecords, asText, type JsonRecord } from '../json.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent, DeliveryStatus } from '../taxonomy.ts';
import { sinchSmsErrors } from './errors.ts';

/** Source: facts on providers, section 5, "Statuses". */
const statuses: Readonly<Record<string, DeliveryStatus>> = {
  queued: 'queued',
  dispatched: 'sent',
  delivered: 'delivered',
  failed: 'undelivered',
  expired: 'expired',
  rejected: 'rejected',
  aborted: 'failed',
  cancelled: 'rejected',
  deleted: 'rejected',
  unknown: 'unknown',
};

/** Events of an SMS or MMS callback; `undefined` when the payload is none. */
export function parseSms(provider: string, item: JsonRecord): readonly ChannelEvent[] | undefined {
  const type = asText(item.type) ?? '';
  if (type.startsWith('recipient_delivery_report')) return report(provider, item, item, [item.recipient]);
  if (type.startsWith('delivery_report')) {
    return asRecords(item.statuses).flatMap((entry) =>
      report(provider, item, entry, Array.isArray(entry.recipients) ? entry.recipients : [undefined]),
    );
  }
  if (!/^mo_/u.test(type)) return undefined;
  return [
    inboundEvent(provider, {
      messageId: asText(item.id),
      recipient: recipientOf(item.from),
      text: asText(item.body),
      to: recipientOf(item.to),
      at: asInstant(item.received_at) ?? asInstant(item.sent_at),
    }),
  ];
}

function report(provider: string, batch: JsonRecord, entry: JsonRecord, recipients: readonly unknown[]): readonly ChannelEvent[] {
  const name = (asText(entry.status) ?? '').toLowerCase();
  if (!Object.hasOwn(statuses, name)) return [];
  const status = statuses[name] as DeliveryStatus;
  const code = asText(entry.code);
  const known = code === null || code === '0' ? undefined : (sinchSmsErrors.classOf(code) ?? 'unknown');
  const errorClass = classOfEnd(status, known);
  return recipients.map((recipient) =>
    statusEvent(provider, {
      status,
      errorClass,
      messageId: asText(batch.batch_id),
      recipient: recipientOf(recipient),
      providerCode: errorClass === null ? null : code,
      clientRef: asText(batch.client_reference),
      at: asInstant(entry.operator_status_at) ?? asInstant(entry.at),
    }),
  );
}
