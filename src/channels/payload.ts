import type { DecodedPayload } from './port.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from './taxonomy.ts';

/** An object of a payload whose fields nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object with fields; `null` for anything else, arrays included. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** The value as a list; a single object becomes a list of one, anything else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return fieldsOf(value) === null ? [] : [value];
}

/** Text of a string, number or bigint; `null` for an empty string and everything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : null;
  return typeof value === 'bigint' ? value.toString() : null;
}

/** Whole numbers are written out in digits: `String(1e21)` would not be an id any more. */
function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** An integer given as a number or in digits; `null` otherwise. */
export function integerOf(value: unknown): number | null {
  const text = textOf(value)?.trim();
  return text !== undefined && /^[+-]?\d{1,15}$/u.test(text) ? Number(text) : null;
}

/** A phone number as E.164 with `+`, from the spellings gateways use (`7916…`, `+7916…`, `8916…`, `0044…`); a value without digits is `null`. */
export function phoneOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const digits = text.replace(/\D/gu, '').replace(/^00(?=\d{6})/u, '');
  if (digits === '') return null;
  // No country code begins with 89: eleven such digits are a Russian mobile number with the trunk prefix.
  return `+${digits.length === 11 && digits.startsWith('89') ? `7${digits.slice(1)}` : digits}`;
}

/** An instant given in Unix seconds or milliseconds (told apart by size) or as an ISO text; `undefined` when it is none. */
export function instantOf(value: unknown): Date | undefined {
  const number = integerOf(value);
  if (number !== null) return number <= 0 ? undefined : new Date(number > 100_000_000_000 ? number : number * 1000);
  const text = textOf(value);
  if (text === null || !/^\d{4}-\d{2}-\d{2}T/u.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/**
 * The payload as JSON-like data: text is read as JSON (ids beyond 2^53 stay exact, as text) or as form fields, with PHP-style
 * lists (`data[]`, `data[0]`) as arrays and windows-1251 bytes understood. `null` when it cannot be read.
 */
export function decodeBody(decoded: Pick<DecodedPayload, 'payload' | 'contentType'>): unknown {
  const { payload } = decoded;
  if (typeof payload === 'string') {
    const text = payload.trim();
    if (/^[[{]/u.test(text)) return parseJson(text);
    return text.includes('=') && !text.startsWith('<') ? foldLists(formPairs(text)) : null;
  }
  const fields = fieldsOf(payload);
  return fields !== null && Object.keys(fields).some((key) => key.endsWith(']')) ? foldLists(Object.entries(fields)) : payload;
}

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

function parseJson(text: string): unknown {
  const exact: SourceReviver = (_key, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && context.source !== undefined && /^-?\d+$/u.test(context.source)
      ? context.source
      : value;
  try {
    return JSON.parse(text, exact as (key: string, value: unknown) => unknown) as unknown;
  } catch {
    return null;
  }
}

function formPairs(text: string): readonly (readonly [string, unknown])[] {
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [decodeForm(pair), ''] : [decodeForm(pair.slice(0, at)), decodeForm(pair.slice(at + 1))];
  });
}

const cp1251 = new TextDecoder('windows-1251');

function decodeForm(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    const bytes: number[] = [];
    for (let index = 0; index < spaced.length; index++) {
      const escaped = /^%[0-9a-f]{2}/iu.test(spaced.slice(index, index + 3));
      bytes.push(escaped ? Number.parseInt(spaced.slice(index + 1, index + 3), 16) : spaced.charCodeAt(index) & 0xff);
      if (escaped) index += 2;
    }
    return cp1251.decode(new Uint8Array(bytes));
  }
}

function foldLists(pairs: readonly (readonly [string, unknown])[]): Fields {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of pairs) {
    const name = /^([^[\]]+)\[\d*\]$/u.exec(key)?.[1];
    if (name === undefined) {
      fields[key] = value;
      continue;
    }
    const list = fields[name];
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    fields[name] = Array.isArray(list) ? [...(list as unknown[]), ...values] : values;
  }
  return fields;
}

/** What a status event says beyond its provider. */
export interface StatusFacts {
  readonly status: DeliveryStatus;
  readonly errorClass?: ErrorClass | null;
  readonly messageId?: string | null;
  readonly recipient?: string | null;
  readonly providerCode?: string | null;
  readonly clientRef?: string | null;
  readonly at?: Date | undefined;
}

/** An event of kind `status`, absent facts as `null`. */
export function statusEvent(provider: string, facts: StatusFacts): ChannelEvent {
  return {
    provider,
    kind: 'status',
    status: facts.status,
    errorClass: facts.errorClass ?? null,
    messageId: facts.messageId ?? null,
    recipient: facts.recipient ?? null,
    providerCode: facts.providerCode ?? null,
    ...(typeof facts.clientRef === 'string' ? { clientRef: facts.clientRef } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}

/** What an inbound event says beyond its provider. */
export interface InboundFacts {
  readonly messageId: string | null;
  readonly recipient: string | null;
  readonly text?: string | null;
  readonly to?: string | null;
  readonly replyTo?: string | null;
  readonly at?: Date | undefined;
}

/** An event of kind `inbound`: a person wrote to us. */
export function inboundEvent(provider: string, facts: InboundFacts): ChannelEvent {
  return {
    provider,
    kind: 'inbound',
    status: null,
    errorClass: null,
    messageId: facts.messageId,
    recipient: facts.recipient,
    providerCode: null,
    ...(typeof facts.text === 'string' ? { text: facts.text } : {}),
    ...(typeof facts.to === 'string' ? { to: facts.to } : {}),
    ...(typeof facts.replyTo === 'string' ? { replyTo: facts.replyTo } : {}),
    ...(facts.at === undefined ? {} : { at: facts.at }),
  };
}

/** Class of an HTTP status where the provider's own table has no row for it. Source: facts on delivery errors, rows `any_http`. */
export function httpErrorClass(status: number | undefined): ErrorClass | null {
  if (status === undefined || status < 400) return null;
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'insufficient-funds';
  if (status === 409) return 'duplicate';
  if (status === 413) return 'content-rejected';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'retryable-transient';
  return [400, 404, 405, 406, 415, 422].includes(status) ? 'invalid-request' : 'unknown';
}
