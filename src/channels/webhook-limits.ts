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

/** True when a JSON body nests deeper than the cap. Looks at brackets only, so that nothing deep is ever parsed. */
export function isTooDeep(body: Uint8Array, limits: WebhookLimits = {}): boolean {
  const maxDepth = limits.maxDepth ?? defaultMaxDepth;
  let depth = 0;
  let inText = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (inText) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inText = false;
      continue;
    }
    if (byte === quote) inText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
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
