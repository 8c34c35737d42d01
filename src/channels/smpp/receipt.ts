import { asNumber, asRecord, asText, type JsonRecord } from '../json.ts';
import type { DeliveryStatus } from '../taxonomy.ts';

/** What a delivery receipt says; TLVs are believed before the text. */
export interface SmppReceipt {
  readonly messageId: string | null;
  readonly status: DeliveryStatus;
  /** Name of the state, for the error table. */
  readonly state: string;
  /** Error of the network or of the SMSC, vendor-specific. */
  readonly error: string | null;
  readonly doneAt: Date | undefined;
}

/** By number and by the text's abbreviation. Source: facts on providers, section 22, "State". */
const states: readonly (readonly [number: number, name: string, status: DeliveryStatus])[] = [
  [1, 'ENROUTE', 'sent'],
  [2, 'DELIVRD', 'delivered'],
  [3, 'EXPIRED', 'expired'],
  [4, 'DELETED', 'undelivered'],
  [5, 'UNDELIV', 'undelivered'],
  [6, 'ACCEPTD', 'sent'],
  [7, 'UNKNOWN', 'unknown'],
  [8, 'REJECTD', 'rejected'],
];

/** Longer spellings that some SMSCs use. */
const longNames: Readonly<Record<string, string>> = {
  DELIVERED: 'DELIVRD',
  UNDELIVERABLE: 'UNDELIV',
  ACCEPTED: 'ACCEPTD',
  REJECTED: 'REJECTD',
};

/** Reads a receipt from a `deliver_sm` or `data_sm` with its TLVs by name. */
export function readReceipt(pdu: JsonRecord): SmppReceipt {
  const text = textOf(pdu) ?? '';
  const [, name, status] = stateOf(pdu.message_state, part(text, 'stat'));
  return {
    messageId: asText(cString(pdu.receipted_message_id)) ?? part(text, 'id'),
    status,
    state: name,
    error: networkError(pdu.network_error_code) ?? errorText(part(text, 'err')),
    doneAt: receiptDate(part(text, 'done date')),
  };
}

/** True when the text has the form of a receipt, for SMSCs that forget the flag in `esm_class`. */
export function looksLikeReceipt(text: string | null): boolean {
  return text !== null && part(text, 'id') !== null && part(text, 'stat') !== null;
}

/** Words of a PDU: `message_payload`, else `short_message`; texts, node-smpp's `{ message }` and bytes. */
export function textOf(pdu: JsonRecord): string | null {
  return words(pdu.message_payload, pdu.data_coding) ?? words(pdu.short_message, pdu.data_coding);
}

/** A state by number or name, the field before the text; anything else is unknown. */
export function stateOf(number: unknown, abbreviation: string | null): readonly [number: number, name: string, status: DeliveryStatus] {
  const name = (asNumber(number) === null ? asText(number) : null)?.toUpperCase() ?? abbreviation?.toUpperCase() ?? '';
  const byNumber = states.find(([state]) => state === asNumber(number));
  return byNumber ?? states.find(([, short]) => short === (longNames[name] ?? name)) ?? [7, 'UNKNOWN', 'unknown'];
}

function words(value: unknown, dataCoding: unknown): string | null {
  const record = asRecord(value);
  if (record?.message !== undefined) return words(record.message, dataCoding);
  const bytes = bytesOf(value);
  if (bytes === undefined) return cString(value);
  const isUcs2 = ((asNumber(dataCoding) ?? 0) & 0x0c) === 0x08;
  return isUcs2 ? new TextDecoder('utf-16be').decode(bytes) : new TextDecoder('latin1').decode(bytes);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  const data = asRecord(value)?.data;
  return Array.isArray(data) && data.every((byte) => Number.isInteger(byte)) ? Uint8Array.from(data as number[]) : undefined;
}

/** A text without its terminating NUL; numbers as text. */
function cString(value: unknown): string | null {
  const bytes = bytesOf(value);
  const text = bytes === undefined ? asText(value) : new TextDecoder('latin1').decode(bytes);
  return text === null ? null : (text.split('\0', 1)[0] ?? null);
}

/** One field of the receipt text: `id:1F3A`, `done date:2611231001`. */
function part(text: string, name: string): string | null {
  const at = text.toLowerCase().search(new RegExp(`(?:^|\\s)${name}:`, 'u'));
  if (at === -1) return null;
  const rest = text.slice(text.indexOf(':', at) + 1).trimStart();
  return asText(rest.split(/\s/u, 1)[0]);
}

/** Three bytes: kind of network, then the code. */
function networkError(value: unknown): string | null {
  const bytes = bytesOf(value);
  if (bytes === undefined) return asText(value);
  return bytes.length === 3 ? String(((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)) : null;
}

function errorText(value: string | null): string | null {
  return value === null || /^0+$/u.test(value) ? null : value;
}

/** `YYMMDDhhmm` with optional seconds, without a zone: read as UTC. */
function receiptDate(value: string | null): Date | undefined {
  const digits = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/u.exec(value ?? '');
  if (digits === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = digits.slice(1).map((part) => Number(part ?? 0));
  return new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
}
