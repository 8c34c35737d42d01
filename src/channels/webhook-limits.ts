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

/** True when the JSON nests deeper than the cap: nothing that deep is ever parsed. */
export function isTooDeep(text: string, limits: WebhookLimits = {}): boolean {
  const maxDepth = limits.maxDepth ?? defaultMaxDepth;
  // Fewer openings than levels, which is what webhooks are, are counted much faster than brackets are followed.
  return openings(text, maxDepth) > maxDepth && depthOf(text, maxDepth) > maxDepth;
}

/** Opening brackets anywhere, in texts too, up to one more than `most`. */
function openings(text: string, most: number): number {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1 && count <= most; at = text.indexOf(bracket, at + 1)) count += 1;
  }
  return count;
}

const [quote, backslash] = [0x22, 0x5c];

/** Deepest nesting outside texts, up to one more than `most`. */
function depthOf(text: string, most: number): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length && deepest <= most; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === quote) {
      index += 1;
      while (index < text.length && text.charCodeAt(index) !== quote) index += text.charCodeAt(index) === backslash ? 2 : 1;
    } else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return deepest;
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
  return text.includes('__proto__') || (text.includes('\\u') && /\\u005f|\\u00(?:70|72|6f|74)/iu.test(text));
}
