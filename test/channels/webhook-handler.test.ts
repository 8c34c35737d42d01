import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../../src/channels/port.ts';
import { basicAuthCheck, headerSecretCheck, urlTokenCheck, webhookHandler } from '../../src/channels/webhook-handler.ts';
import { payloadOf, readFormBody, readJsonBody } from '../../src/channels/webhook-payload.ts';

const now = new Date('2026-11-23T10:00:00Z');
const request = (body: string, over: Partial<WebhookRequest> = {}): WebhookRequest => ({
  method: 'POST',
  url: 'https://hooks.example.test/x?token=t',
  headers: new Headers({ 'content-type': 'application/json' }),
  body: Buffer.from(body),
  ...over,
});
const seen: unknown[] = [];
const handler = webhookHandler({
  verify: urlTokenCheck('t'),
  maxBytes: 2_000,
  parse: ({ payload }) => {
    seen.push(payload);
    return [];
  },
});

describe('webhookHandler', () => {
  it('refuses without parsing: size, method, signature, depth, forbidden keys, no JSON', async () => {
    const refusals = [
      [request('x'.repeat(2_001)), 413],
      [request('{}', { method: 'PUT' }), 405],
      [request('{}', { url: 'https://hooks.example.test/x?token=T' }), 401],
      [request('{}', { url: 'not a url' }), 401],
      [request('['.repeat(33) + ']'.repeat(33)), 400],
      [request('{"a":{"__proto__":{"admin":true}}}'), 400],
      [request('{"\\u005f_proto__":1}'), 400],
      [request('{"a":'), 400],
    ] as const;
    for (const [bad, status] of refusals) expect(await handler(bad, now)).toMatchObject({ ok: false, status });
    expect(seen).toEqual([]);
  });

  it('takes brackets and the word __proto__ inside texts, escaped quotes included', async () => {
    const text = `{"t":"${'['.repeat(40)}\\"${'{'.repeat(40)} __proto__"}`;
    expect(await handler(request(text), now)).toMatchObject({ ok: true });
    expect(seen.pop()).toEqual(JSON.parse(text));
  });

  it('reads forms by content type or first byte, and keeps long ids', async () => {
    await handler(request('a=1&data[]=x&data[]=y', { headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }) }), now);
    expect(seen.pop()).toEqual({ a: '1', data: ['x', 'y'] });
    await handler(request('data[0]=x', { headers: new Headers() }), now);
    expect(seen.pop()).toEqual({ data: ['x'] });
    await handler(request('{"id":5741311803571721087}', { headers: new Headers() }), now);
    expect(seen.pop()).toEqual({ id: '5741311803571721087' });
  });
});

describe('checks for providers that sign nothing', () => {
  it('refuse everything until configured', () => {
    expect(urlTokenCheck(undefined)(request('{}', { url: 'https://x.test/?token=' }))).toBe(false);
    expect(headerSecretCheck('x-s', undefined)(request('{}', { headers: new Headers({ 'x-s': '' }) }))).toBe(false);
    expect(basicAuthCheck(undefined)(request('{}'))).toBe(false);
  });

  it('accept the configured secret', () => {
    expect(headerSecretCheck('x-s', ['a', 'b'])(request('{}', { headers: new Headers({ 'x-s': 'b' }) }))).toBe(true);
    const headers = new Headers({ authorization: `Basic ${Buffer.from('u:p').toString('base64')}` });
    expect(basicAuthCheck({ username: 'u', password: 'p' })(request('{}', { headers }))).toBe(true);
    expect(basicAuthCheck({ username: 'u', password: 'q' })(request('{}', { headers }))).toBe(false);
  });
});

describe('payloads', () => {
  it('decodes strings as JSON, then as a form', () => {
    const decode = (payload: unknown) => payloadOf({ payload, surface: 'webhook' });
    expect(decode('{"a":1}')).toEqual({ a: 1 });
    expect(decode('a=1&a=2')).toEqual({ a: ['1', '2'] });
    expect(decode('<html></html>')).toBeUndefined();
    expect(decode('')).toBeUndefined();
    expect(decode([1])).toEqual([1]);
  });

  it('cannot be used to reach a prototype', () => {
    expect(Object.getPrototypeOf(readFormBody('__proto__=1&a=2'))).toBe(Object.prototype);
    expect(readJsonBody(Buffer.from('{"a":1}'))).toEqual({ ok: true, payload: { a: 1 } });
  });
});
