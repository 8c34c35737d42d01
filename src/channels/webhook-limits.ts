/** Caps on what a webhook body may be, checked before and while it is parsed. */
export interface WebhookLimits {
  /** @default 1_048_576 */
  readonly maxBytes?: number;
  /** Deepest nesting of objects and arrays. @default 32 */
  readonly maxDepth?: number;
}

const defaultMaxBytes = 1_048_576;
const defaultMaxDepth = 32;

/** True when the body is longer than the cap. */
export function isTooLarge(body: Uint8Array, limits: WebhookLimits = {}): boolean {
  return body.length > (limits.maxBytes ?? defaultMaxBytes);
}

const quote = 0x22;
const backslash = 0x5c;

/** What one pass over a JSON body tells before it is parsed. */
export interface JsonScan {
  /** It nests deeper than the cap: nothing that deep is ever parsed. */
  readonly tooDeep: boolean;
  /** It holds a number of sixteen digits or more, which a double may not hold. */
  readonly longNumbers: boolean;
}

const plain: JsonScan = { tooDeep: false, longNumbers: false };
const withLongNumbers: JsonScan = { tooDeep: false, longNumbers: true };
const deep: JsonScan = { tooDeep: true, longNumbers: false };

/** Reads brackets and digits outside texts, in one pass over the bytes. */
export function scanJson(body: Uint8Array, limits: WebhookLimits = {}): JsonScan {
  const maxDepth = limits.maxDepth ?? defaultMaxDepth;
  let depth = 0;
  let digits = 0;
  let longNumbers = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index] as number;
    if (byte === quote) {
      digits = 0;
      index += 1;
      while (index < body.length && body[index] !== quote) index += body[index] === backslash ? 2 : 1;
    } else if (byte >= 0x30 && byte <= 0x39) {
      digits += 1;
      if (digits === 16) longNumbers = true;
    } else {
      digits = 0;
      if (byte === 0x7b || byte === 0x5b) {
        depth += 1;
        if (depth > maxDepth) return deep;
      } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    }
  }
  return longNumbers ? withLongNumbers : plain;
}

/** True when an object anywhere in the value has an own key `__proto__`: nobody sends that in good faith. */
export function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || hasForbiddenKey((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

/** True when the raw text could spell `__proto__`, plain or escaped: only then the parsed value is walked. */
export function maySpellForbiddenKey(text: string): boolean {
  return text.includes('__proto__') || /\\u005f|\\u00(?:70|72|6f|74)/iu.test(text);
}
