/** A JSON object as read, before anything is known about it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Numbers of 16 digits and more may not fit a double: only then the slower reviver is worth it. Digits in the middle of a text are no number. */
const mayHoldBigInteger = /(?:^|[:,[\s-])\d{16}/u;

/**
 * Parses JSON without losing digits: an integer beyond 2^53 comes back as a string of its digits.
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return mayHoldBigInteger.test(text) ? JSON.parse(text, keepBigIntegers) : JSON.parse(text);
}

/** As `parseJson`, but `undefined` for what is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function keepBigIntegers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/u.test(source) ? source : value;
}

/** The value as an object, or `undefined` for arrays, null and everything else. */
export function asRecord(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
}

/** The object elements of an array; a lone object counts as an array of one; everything else is empty. */
export function asRecords(value: unknown): readonly JsonRecord[] {
  if (Array.isArray(value)) return value.map(asRecord).filter((item) => item !== undefined);
  const record = asRecord(value);
  return record === undefined ? [] : [record];
}

/**
 * The value as text: strings and finite numbers, trimmed of spaces and of the NUL that ends a C string; `null` when absent or empty. Ids are always text.
 * Inner NUL and lone surrogates become U+FFFD: a database refuses them, and with them the whole batch, each time the provider calls again.
 */
export function asText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text.isWellFormed() && !text.includes('\0')) return text === '' ? null : text;
  let end = text.length;
  while (end > 0 && text[end - 1] === '\0') end -= 1;
  return text.slice(0, end).toWellFormed().replaceAll('\0', '\uFFFD').trim() || null;
}

/** The value as a finite number: numbers and decimal texts; `null` for everything else. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/u.test(value)) return null;
  return Number(value);
}

/** An own property of an object, or `undefined`: inherited names such as `constructor` are never read. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let current: unknown = value;
  for (const key of path) {
    const record = asRecord(current);
    if (record === undefined || !Object.hasOwn(record, key)) return undefined;
    current = record[key];
  }
  return current;
}

/** An instant from epoch seconds, epoch milliseconds or a date text; `undefined` when it is none. */
export function asInstant(value: unknown): Date | undefined {
  const number = asNumber(value);
  if (number !== null) return validDate(new Date(Math.abs(number) < 1e11 ? number * 1000 : number));
  const text = asText(value);
  return text === null ? undefined : validDate(new Date(text));
}

function validDate(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
