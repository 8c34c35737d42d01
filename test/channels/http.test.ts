import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpExchange } from '../../src/channels/http.ts';
import { classOfHttpStatus, retryAfterMs } from '../../src/channels/http-status.ts';
import { readSubmit } from '../../src/channels/http-submit.ts';
import type { ParseEvents } from '../../src/channels/port.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';

const now = new Date('2026-11-23T10:00:00Z');
const never = new AbortController().signal;
let calls = 0;
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    calls += 1;
    switch (request.url?.split('?')[0]) {
      case '/hang':
        return;
      case '/dribble':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
        return;
      case '/cut':
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"a"');
        response.socket?.destroy();
        return;
      case '/reset':
        request.socket.destroy();
        return;
      case '/redirect':
        response.writeHead(307, { location: `${base}/ok` }).end();
        return;
      case '/cp1251':
        response.writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' }).end(Buffer.from([0xce, 0xca]));
        return;
      case '/huge':
        response.writeHead(200).end(Buffer.alloc(1_100_000));
        return;
      default:
        response.writeHead(Number(request.url?.slice(1)) || 200).end('{"id":"m1"}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = (path: string, signal: AbortSignal = never, baseUrl = base): Promise<HttpExchange> =>
  createHttpClient({ baseUrl, timeoutMs: 150 })({ method: 'POST', path, json: {} }, signal);

describe('the HTTP client', () => {
  it('gives every answer as a value and calls once', async () => {
    for (const status of [200, 400, 429, 500, 503]) {
      const before = calls;
      const exchange = await call(`/${status}`);
      expect(exchange).toMatchObject({ ok: true, answer: { status, body: '{"id":"m1"}' } });
      expect(calls - before).toBe(1);
    }
  });

  it.each([
    ['/hang', 'timeout'],
    ['/dribble', 'timeout'],
    ['/cut', 'connection-lost'],
    ['/reset', 'connection-lost'],
    ['/huge', 'unreadable-answer'],
  ])('says of %s that the request may have arrived: %s', async (path, reason) => {
    expect(await call(path)).toEqual({ ok: false, fault: { reason, sent: true } });
  });

  it('knows what never left: refused connections, unknown hosts, an aborted start', async () => {
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await call('/x', never, `http://127.0.0.1:${port}`)).toEqual({ ok: false, fault: { reason: 'connection-lost', sent: false } });
    expect(await call('/x', never, 'http://nowhere.invalid')).toEqual({ ok: false, fault: { reason: 'connection-lost', sent: false } });
    expect(await call('/x', AbortSignal.abort())).toEqual({ ok: false, fault: { reason: 'aborted', sent: false } });
  });

  it('says aborted when the caller stops a call that was written', async () => {
    const stop = new AbortController();
    const exchange = call('/hang', stop.signal);
    setTimeout(() => stop.abort(), 30);
    expect(await exchange).toEqual({ ok: false, fault: { reason: 'aborted', sent: true } });
  });

  it('does not follow redirects and decodes by charset', async () => {
    expect(await call('/redirect')).toMatchObject({ ok: true, answer: { status: 307 } });
    expect(await call('/cp1251')).toMatchObject({ ok: true, answer: { body: 'ОК' } });
  });
});

const event = (over: Partial<ChannelEvent>): ChannelEvent => ({
  provider: 'p',
  kind: 'status',
  status: 'accepted',
  errorClass: null,
  messageId: 'm1',
  recipient: null,
  providerCode: null,
  ...over,
});
const submit = (
  status: number,
  parsed: readonly ChannelEvent[],
  headers: Record<string, string> = {},
  means: 'accepted' | 'ambiguous' = 'ambiguous',
) => {
  const parse: ParseEvents = () => parsed;
  const answer = { status, headers: new Headers(headers), body: '', contentType: '' };
  return readSubmit({ ok: true, answer }, { parse, now, duplicate: means === 'accepted' ? { means, id: 'own' } : { means } });
};

describe('readSubmit', () => {
  it('keeps a fault before the wire apart from one after', () => {
    const read = (sent: boolean) =>
      readSubmit({ ok: false, fault: { reason: 'timeout', sent } }, { parse: () => [], now, duplicate: { means: 'ambiguous' } });
    expect(read(false)).toMatchObject({ outcome: 'rejected', errorClass: 'retryable-transient' });
    expect(read(true)).toEqual({ outcome: 'unknown', errorClass: 'unknown', reason: 'timeout', providerCode: null });
  });

  it('calls every 5xx unknown, whatever the body says, and keeps its class and code', () => {
    expect(submit(500, [event({ status: 'rejected', errorClass: 'auth', providerCode: '3' })])).toEqual({
      outcome: 'unknown',
      errorClass: 'auth',
      reason: 'server-error',
      providerCode: '3',
    });
    expect(submit(502, [])).toMatchObject({ outcome: 'unknown', reason: 'server-error', errorClass: 'retryable-transient' });
  });

  it('calls a readable refusal rejected, with its wait', () => {
    expect(submit(429, [event({ status: 'rejected', errorClass: 'rate-limited', providerCode: '4' })], { 'retry-after': '7' })).toEqual({
      outcome: 'rejected',
      errorClass: 'rate-limited',
      providerCode: '4',
      retryAfterMs: 7_000,
    });
    expect(submit(200, [event({ status: 'rejected', errorClass: 'insufficient-funds' })])).toMatchObject({ outcome: 'rejected' });
  });

  it('calls an unreadable 2xx or an acceptance without an id unknown, an unreadable 4xx rejected by its status', () => {
    expect(submit(200, [])).toMatchObject({ outcome: 'unknown', reason: 'unreadable-answer' });
    expect(submit(200, [event({ messageId: null })])).toMatchObject({ outcome: 'unknown', reason: 'unreadable-answer' });
    expect(submit(403, [])).toEqual({ outcome: 'rejected', errorClass: 'auth', providerCode: '403' });
  });

  it('takes a duplicate for what the provider means by it', () => {
    const duplicate = [event({ status: 'rejected', errorClass: 'duplicate', providerCode: '9', messageId: null })];
    expect(submit(200, duplicate)).toEqual({ outcome: 'unknown', errorClass: 'duplicate', reason: 'ambiguous-duplicate', providerCode: '9' });
    expect(submit(409, duplicate, {}, 'accepted')).toEqual({ outcome: 'accepted', providerMessageId: 'own', status: 'accepted' });
  });
});

describe('HTTP statuses', () => {
  it.each([
    [200, null],
    [302, 'invalid-request'],
    [400, 'invalid-request'],
    [401, 'auth'],
    [402, 'insufficient-funds'],
    [403, 'auth'],
    [404, 'invalid-request'],
    [405, 'invalid-request'],
    [409, 'duplicate'],
    [413, 'content-rejected'],
    [418, 'invalid-request'],
    [429, 'rate-limited'],
    [500, 'retryable-transient'],
    [504, 'retryable-transient'],
  ] as const)('%i is %s', (status, errorClass) => {
    expect(classOfHttpStatus(status)).toBe(errorClass);
  });

  it('reads Retry-After as seconds or a date and never shortens it', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('0.5', now)).toBe(500);
    expect(retryAfterMs('Mon, 23 Nov 2026 10:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Mon, 23 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('86400000', now)).toBe(86_400_000_000);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
    expect(retryAfterMs('-5', now)).toBeUndefined();
  });
});
