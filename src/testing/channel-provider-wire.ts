import type { WebhookRequest } from '../channels/port.ts';

/** How the other side behaves: an answer, a fault of the transport, or silence. */
export type WireScript =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly fault: 'ECONNREFUSED' | 'ENOTFOUND' | 'ECONNRESET' | 'UND_ERR_SOCKET' }
  | { readonly hang: true; readonly onCall: () => void };

export interface WireCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A transport that behaves as scripted and keeps what it was asked. */
export function wireOf(script: WireScript): { readonly fetch: typeof globalThis.fetch; readonly seen: readonly WireCall[] } {
  const seen: WireCall[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    seen.push({ method: request.method, url: request.url, headers: request.headers, body: await request.text() });
    if ('fault' in script) throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('fault'), { code: script.fault }) });
    if ('status' in script)
      return new Response(script.body, { status: script.status, headers: { 'content-type': 'application/json', ...script.headers } });
    const { signal } = request;
    const silence = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    script.onCall();
    return silence;
  };
  return { fetch, seen };
}

/** Answers after which the message may have left. */
export const brokenAnswers: readonly WireScript[] = [
  { fault: 'ECONNRESET' },
  { fault: 'UND_ERR_SOCKET' },
  ...[500, 502, 503, 504, 521].map((status) => ({ status, body: '<html>error</html>' })),
  { status: 200, body: '' },
  { status: 200, body: '<html>hello</html>' },
  { status: 200, body: '{"hello":1}' },
  { status: 200, body: '{' },
];

/** The call with one thing changed each: every byte of the body, every character of its signature, and without signature. */
export function changed(call: WebhookRequest, headers: readonly string[], signsBody: boolean): readonly WebhookRequest[] {
  const withHeader = (name: string, value: string | null): WebhookRequest => {
    const forged = new Headers(call.headers);
    if (value === null) forged.delete(name);
    else forged.set(name, value);
    return { ...call, headers: forged };
  };
  const bodies = signsBody ? [...call.body.keys()].map((at) => ({ ...call, body: call.body.with(at, (call.body[at] ?? 0) ^ 1) })) : [];
  const signatures = headers.flatMap((name) => {
    const value = call.headers.get(name) ?? '';
    const characters = [...value].map((character, at) =>
      withHeader(name, value.slice(0, at) + (character === 'A' ? 'B' : 'A') + value.slice(at + 1)),
    );
    return [...characters, withHeader(name, null), withHeader(name, value.slice(1)), withHeader(name, `${value}A`)];
  });
  const strangers = headers.length === 0 && !signsBody ? [{ ...call, url: call.url.replace(/token=[^&]*/u, 'token=guess') }] : [];
  return [...bodies, ...signatures, ...strangers];
}

/** Every order of a few items. */
export function orders<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
