import { asRecord, parseJson } from './json.ts';
import type { DecodedPayload } from './port.ts';
import { hasForbiddenKey, isTooDeep, maySpellForbiddenKey, type WebhookLimits } from './webhook-limits.ts';

/** Why a body cannot be read. */
export type UnreadableBody = 'not-json' | 'too-deep' | 'forbidden-key';

const decoder = new TextDecoder('utf-8');

/** Parses a JSON body from its bytes within the caps, losing no digits of long ids. */
export function readJsonBody(
  body: Uint8Array,
  limits: WebhookLimits = {},
): { readonly ok: true; readonly payload: unknown } | { readonly ok: false; readonly reason: UnreadableBody } {
  return readJsonText(decoder.decode(body), limits);
}

function readJsonText(text: string, limits: WebhookLimits): ReturnType<typeof readJsonBody> {
  if (isTooDeep(text, limits)) return { ok: false, reason: 'too-deep' };
  try {
    const payload = parseJson(text);
    if (maySpellForbiddenKey(text) && hasForbiddenKey(payload)) return { ok: false, reason: 'forbidden-key' };
    return { ok: true, payload };
  } catch {
    return { ok: false, reason: 'not-json' };
  }
}

/** Fields of a form body; a name that repeats or ends in `[]` or `[0]` becomes an array under its bare name, as PHP does. */
export function readFormBody(body: Uint8Array | string): Readonly<Record<string, string | readonly string[]>> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(typeof body === 'string' ? body : decoder.decode(body))) {
    const bare = name.replace(/\[\d*\]$/u, '');
    const present = fields[bare];
    if (Array.isArray(present)) present.push(value);
    else if (present !== undefined) fields[bare] = [present, value];
    else fields[bare] = bare === name ? value : [value];
  }
  return { ...fields };
}

/**
 * The decoded form of what a parser was given: objects and arrays as they are; a string is read as JSON, else as form fields.
 * `undefined` for a string that is neither.
 */
export function payloadOf(decoded: DecodedPayload): unknown {
  const { payload } = decoded;
  if (typeof payload !== 'string') return payload;
  const text = payload.trim().replace(/^\uFEFF/u, '');
  if (text === '') return undefined;
  const json = readJsonText(text, {});
  if (json.ok) return json.payload;
  if (json.reason !== 'not-json') return undefined;
  return /^[^\s=<{[][^\s=<{]*=/u.test(text) ? readFormBody(text) : undefined;
}

/** The payload as an object, or `undefined`: for parsers that expect one. */
export function recordOf(decoded: DecodedPayload): Readonly<Record<string, unknown>> | undefined {
  return asRecord(payloadOf(decoded));
}
