import type { KyInstance, KyResponse, ResponsePromise } from 'ky';
import type { Clock } from '../clock.ts';
import { faultOf, type HttpFault } from './http-fault.ts';
import type { ErrorClass } from './taxonomy.ts';

/** What every HTTP provider takes besides its own options. */
export interface HttpProviderOptions {
  /** Name of this provider in one messenger. @default the provider's id */
  readonly id?: string | undefined;
  /** Origin and path prefix of the API, for a sandbox or a regional host. */
  readonly baseUrl?: string | undefined;
  /**
   * Longest wait for the headers of the answer, and again for its body, in milliseconds. When it passes the outcome is `unknown`: the provider may have taken the message.
   * @default 15_000
   */
  readonly timeoutMs?: number | undefined;
  /** Transport; a pooled one is faster than the built-in. @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Wall clock for validities and `Retry-After` dates. @default the machine's */
  readonly clock?: Clock | undefined;
  /** Classes of provider codes that differ from the shipped table: providers re-map their codes. */
  readonly errorClasses?: Readonly<Record<string, ErrorClass>> | undefined;
}

/** One request of an adapter: the path is joined to the base URL, unless it is a whole URL of the provider's second host. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Exactly one of the three bodies; `body` is sent as it is. */
  readonly json?: unknown;
  readonly form?: URLSearchParams;
  readonly body?: string;
}

/** An answer, whatever its status, its body decoded by the charset it names. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly contentType: string;
}

export type HttpExchange = { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly fault: HttpFault };

/** Performs one exchange: one call on the wire at most, never repeated, never redirected, never throwing. */
export type HttpClient = (request: HttpRequest, signal: AbortSignal) => Promise<HttpExchange>;

const defaultTimeoutMs = 15_000;
/** Answers to sends are small; a longer one is not from the provider we know. */
const maxAnswerBytes = 1_048_576;

/**
 * Makes the HTTP client of one provider: `ky` with `retry: 0` and errors as values, loaded on the first call so that importing an adapter costs nothing.
 * Redirects are not followed, so credentials go to the configured host only.
 */
export function createHttpClient(options: HttpProviderOptions & { readonly baseUrl: string }): HttpClient {
  const base = options.baseUrl.replace(/(?<!\/)\/+$/u, '');
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  let client: KyInstance | undefined;
  return async (request, signal) => {
    if (signal.aborted) return { ok: false, fault: { reason: 'aborted', sent: false } };
    client ??= await loadKy(options.fetch, timeoutMs);
    try {
      const pending = client(`${request.path.startsWith('/') ? base : ''}${request.path}${queryOf(request)}`, {
        method: request.method,
        signal,
        ...(request.headers === undefined ? {} : { headers: request.headers }),
        ...bodyOf(request),
      });
      const response = await pending;
      const body = await readBody(response, pending);
      if (body === undefined) return { ok: false, fault: { reason: 'unreadable-answer', sent: true } };
      const contentType = response.headers.get('content-type') ?? '';
      return { ok: true, answer: { status: response.status, headers: response.headers, body: decode(body, contentType), contentType } };
    } catch (error) {
      return { ok: false, fault: faultOf(error, signal.aborted) };
    }
  };
}

async function loadKy(fetch: typeof globalThis.fetch | undefined, timeoutMs: number): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    retry: 0,
    throwHttpErrors: false,
    timeout: timeoutMs,
    redirect: 'manual',
    ...(fetch === undefined ? {} : { fetch }),
  });
}

function queryOf(request: HttpRequest): string {
  return request.query === undefined ? '' : `?${new URLSearchParams(request.query).toString()}`;
}

function bodyOf(request: HttpRequest): { json?: unknown; body?: string | URLSearchParams } {
  if (request.json !== undefined) return { json: request.json };
  const body = request.form ?? request.body;
  return body === undefined ? {} : { body };
}

/**
 * The whole body, `undefined` when it is longer than any answer to a send. Read by ky's own method, which gives the body a time-out too, and in one piece:
 * a reader over the stream costs a tenth of the throughput.
 */
async function readBody(response: KyResponse, pending: ResponsePromise): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxAnswerBytes) {
    await response.body?.cancel();
    return undefined;
  }
  const bytes = new Uint8Array(await pending.arrayBuffer());
  return bytes.length > maxAnswerBytes ? undefined : bytes;
}

const utf8 = new TextDecoder();

/** Some gateways answer in windows-1251. */
function decode(bytes: Uint8Array, contentType: string): string {
  const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(contentType)?.[1];
  if (charset === undefined || /^utf-?8$/iu.test(charset)) return utf8.decode(bytes);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return utf8.decode(bytes);
  }
}
