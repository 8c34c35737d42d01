import { classOfEnd, httpErrorEvents, inboundEvent, statusEvent } from '../channel-event.ts';
import { asRecord, asRecords, asText } from '../json.ts';
import type { ParseEvents } from '../port.ts';
import { recipientOf } from '../recipient-address.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { payloadOf } from '../webhook-payload.ts';
import type { GatewayAnswer, GatewayInbound, GatewayReceipt, HttpGatewayOptions } from './options.ts';

/** Makes the parser a mapping describes. Like every parser it is total: what does not fit gives no events. */
export function gatewayParser(options: HttpGatewayOptions): ParseEvents {
  return (decoded) => {
    const payload = payloadOf(decoded);
    if (decoded.surface === 'response') {
      const events = answer(options.id, options.answer, payload, decoded.httpStatus ?? 200);
      return events.length > 0 ? events : httpErrorEvents(options.id, decoded);
    }
    const { receipt, inbound } = options;
    const items = receipt?.list === undefined ? asRecords(payload) : asRecords(at(payload, receipt.list));
    const receipts = receipt === undefined ? [] : items.flatMap((item) => status(options.id, receipt, item));
    return receipts.length > 0 || inbound === undefined ? receipts : asRecords(payload).flatMap((item) => message(options.id, inbound, item));
  };
}

function answer(provider: string, paths: GatewayAnswer, payload: unknown, httpStatus: number): readonly ChannelEvent[] {
  const code = paths.errorCode === undefined ? null : asText(at(payload, paths.errorCode));
  const messageId = asText(at(payload, paths.messageId));
  if (code !== null && code !== '0') {
    const byStatus = httpErrorEvents(provider, { payload: null, surface: 'response', httpStatus })[0]?.errorClass;
    return [
      statusEvent(provider, {
        status: 'rejected',
        errorClass: own(paths.errorClasses, code) ?? byStatus ?? 'unknown',
        messageId,
        providerCode: code,
      }),
    ];
  }
  return messageId === null || httpStatus >= 400 ? [] : [statusEvent(provider, { status: 'accepted', messageId })];
}

function status(provider: string, paths: GatewayReceipt, item: unknown): readonly ChannelEvent[] {
  const messageId = asText(at(item, paths.messageId));
  const named = asText(at(item, paths.status));
  const mapped = own(paths.statuses, named);
  if (messageId === null || mapped === undefined) return [];
  const providerCode = paths.errorCode === undefined ? null : asText(at(item, paths.errorCode));
  return [
    statusEvent(provider, {
      status: mapped,
      errorClass: classOfEnd(mapped, own(paths.errorClasses, providerCode)),
      messageId,
      recipient: paths.recipient === undefined ? null : recipientOf(at(item, paths.recipient)),
      providerCode,
      clientRef: paths.ref === undefined ? null : asText(at(item, paths.ref)),
    }),
  ];
}

function message(provider: string, paths: GatewayInbound, item: unknown): readonly ChannelEvent[] {
  const recipient = recipientOf(at(item, paths.from));
  const text = asText(at(item, paths.text));
  if (recipient === null || text === null) return [];
  const messageId = paths.messageId === undefined ? null : asText(at(item, paths.messageId));
  return [inboundEvent(provider, { messageId, recipient, text, to: paths.to === undefined ? null : recipientOf(at(item, paths.to)) })];
}

function own<T>(map: Readonly<Record<string, T>> | undefined, key: string | null): T | undefined {
  return map !== undefined && key !== null && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The value at a dotted path; own properties and array places only. */
function at(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path.split('.')) {
    if (Array.isArray(current)) current = /^\d+$/u.test(key) ? current[Number(key)] : undefined;
    else {
      const record = asRecord(current);
      current = record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
    }
  }
  return current;
}
