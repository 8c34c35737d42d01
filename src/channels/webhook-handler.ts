import type { ParseEvents, WebhookRequest, WebhookVerdict } from './port.ts';
import { equalInConstantTime, secretCheck, secretList } from './signature.ts';
import { isTooLarge, type WebhookLimits } from './webhook-limits.ts';
import { readFormBody, readJsonBody } from './webhook-payload.ts';

export type WebhookHandler = (request: WebhookRequest, now: Date) => Promise<WebhookVerdict>;

export interface WebhookDefinition extends WebhookLimits {
  readonly parse: ParseEvents;
  /** Checks the signature over the raw bytes; nothing is parsed before it says yes. */
  readonly verify: (request: WebhookRequest, now: Date) => boolean | Promise<boolean>;
  /** `auto` goes by the content type and, failing that, by the first byte. @default 'auto' */
  readonly format?: 'json' | 'form' | 'auto';
  /** Answers a handshake without events (a GET challenge); `undefined` goes on to the normal path. */
  readonly handshake?: (request: WebhookRequest, payload: unknown) => WebhookVerdict | undefined;
  /** What the provider wants to read in the answer. @default status 200, empty body */
  readonly reply?: { readonly status: number; readonly body: string; readonly contentType: string };
  /** Methods that carry events. @default ['POST'] */
  readonly methods?: readonly string[];
}

/**
 * Makes the webhook side of a provider: method, size, signature over the raw bytes, then decoding within the caps, then the parser.
 * Never throws for what a caller sends; an unverified body changes nothing and is not parsed.
 */
export function webhookHandler(definition: WebhookDefinition): WebhookHandler {
  const methods = definition.methods ?? ['POST'];
  return async (request, now) => {
    if (isTooLarge(request.body, definition)) return { ok: false, status: 413, reason: 'body-too-large' };
    const early = request.method === 'GET' ? definition.handshake?.(request, undefined) : undefined;
    if (early !== undefined) return early;
    if (!methods.includes(request.method)) return { ok: false, status: 405, reason: 'method-not-allowed' };
    const genuine = definition.verify(request, now);
    if (!(typeof genuine === 'boolean' ? genuine : await genuine)) return { ok: false, status: 401, reason: 'signature-invalid' };
    const decoded = decodeBody(request, definition);
    if (!decoded.ok) return { ok: false, status: 400, reason: decoded.reason };
    const answer = definition.handshake?.(request, decoded.payload);
    if (answer !== undefined) return answer;
    const events = definition.parse({ payload: decoded.payload, surface: 'webhook' });
    return { ok: true, events, ...(definition.reply === undefined ? {} : { reply: definition.reply }) };
  };
}

/**
 * The check for providers that sign nothing: a secret of the host's own in the webhook URL, `?token=…`.
 * Without a configured token every call is refused.
 */
export function urlTokenCheck(tokens: string | readonly string[] | undefined): (request: WebhookRequest) => boolean {
  const check = secretCheck(secretList(tokens));
  return (request) => check(queryOf(request.url).get('token'));
}

/** The check of a static secret in a header, named by the provider. */
export function headerSecretCheck(header: string, secrets: string | readonly string[] | undefined): (request: WebhookRequest) => boolean {
  const check = secretCheck(secretList(secrets));
  return (request) => check(request.headers.get(header));
}

/** The check of HTTP Basic credentials. */
export function basicAuthCheck(
  credentials: { readonly username: string; readonly password: string } | undefined,
): (request: WebhookRequest) => boolean {
  if (credentials === undefined) return () => false;
  const expected = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  return (request) => equalInConstantTime(request.headers.get('authorization') ?? '', expected);
}

/** Query of a URL that may be malformed: then empty. */
export function queryOf(url: string): URLSearchParams {
  return URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
}

function decodeBody(request: WebhookRequest, definition: WebhookDefinition): ReturnType<typeof readJsonBody> {
  if (request.method === 'GET') return { ok: true, payload: readFormBody(queryOf(request.url).toString()) };
  const format = definition.format ?? 'auto';
  if (format === 'json') return readJsonBody(request.body, definition);
  const type = request.headers.get('content-type') ?? '';
  const isForm =
    format === 'form' || (format === 'auto' && (/form-urlencoded/iu.test(type) || (!/json/iu.test(type) && !startsLikeJson(request.body))));
  return isForm ? { ok: true, payload: readFormBody(request.body) } : readJsonBody(request.body, definition);
}

function startsLikeJson(body: Uint8Array): boolean {
  const first = body.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}
