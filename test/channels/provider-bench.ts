import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SubmitContext, WebhookRequest } from '../../src/channels/port.ts';

export { clearedMessage } from './cleared-message.ts';
export { tenOClock } from './stopped-clock.ts';

/** The context of a first attempt that nobody stops. */
export const firstAttempt: SubmitContext = { attempt: { stepKey: 'step-4471-1', number: 1 }, signal: new AbortController().signal };

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Wire {
  /** What reached the wire, in order. */
  readonly seen: SeenRequest[];
  /** Answers for the next requests, in order; the last one repeats. `'cut'` breaks the connection. */
  answer(...answers: readonly (Response | 'cut' | ((request: SeenRequest) => Response))[]): void;
}

/** The network of one test file: every request is answered from a script, an unscripted one fails the test. */
export function wire(): Wire {
  const seen: SeenRequest[] = [];
  let script: readonly (Response | 'cut' | ((request: SeenRequest) => Response))[] = [];
  const server = setupServer(
    http.all('*', async ({ request }) => {
      const asked = { method: request.method, url: request.url, headers: request.headers, body: await request.text() };
      seen.push(asked);
      const answer = script[0];
      if (script.length > 1) script = script.slice(1);
      if (answer === undefined || answer === 'cut') return HttpResponse.error();
      return typeof answer === 'function' ? answer(asked) : answer.clone();
    }),
  );
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  beforeEach(() => {
    seen.length = 0;
    script = [];
  });
  afterAll(() => server.close());
  return {
    seen,
    answer: (...answers) => {
      script = answers;
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** A webhook call with a JSON, text or form body. */
export function webhookCall(body: unknown, headers: Record<string, string> = {}, url = 'https://hooks.example.test/in'): WebhookRequest {
  const isForm = body instanceof URLSearchParams;
  const text = isForm || typeof body === 'string' ? String(body) : JSON.stringify(body);
  return {
    method: 'POST',
    url,
    headers: new Headers({ 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json', ...headers }),
    body: Buffer.from(text),
  };
}

/** Every change of one byte in the body and in one header: none of them may pass. */
export function forgeries(call: WebhookRequest, header: string): readonly WebhookRequest[] {
  const value = call.headers.get(header) ?? '';
  const bodies = [...call.body.keys()].map((at) => {
    const body = Buffer.from(call.body);
    body[at] = body[at]! ^ 1;
    return { ...call, body };
  });
  const headers = [...value].map((character, at) => {
    const changed = character === 'A' ? 'B' : 'A';
    const forged = new Headers(call.headers);
    forged.set(header, value.slice(0, at) + changed + value.slice(at + 1));
    return { ...call, headers: forged };
  });
  const bare = new Headers(call.headers);
  bare.delete(header);
  return [...bodies, ...headers, { ...call, headers: bare }];
}
