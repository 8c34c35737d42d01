import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { createMessenger, type Messenger, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import twilioSdk from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twilio } from '../../src/channels/twilio/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { nodeListener } from '../../src/web/node-listener.ts';
import { fastClock } from '../sandbox/town.ts';
import { tenOClock } from './provider-bench.ts';

const authToken = '0123456789abcdef0123456789abcdef';
const accountSid = 'AC0123456789abcdef0123456789abcdef';
const publicUrl = 'https://hooks.example.test';
const adapter = twilio({ accountSid, authToken });

const word = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', ' ', '+', '&', '=', '%', "'", '"', '~', '*', 'ж', 'é', '😀', '\n', '.'),
  maxLength: 12,
});
const fields = fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.]{0,10}$/u), fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 3 })), {
  minKeys: 1,
  maxKeys: 8,
});
const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), word, { maxKeys: 3 });

type Fields = Readonly<Record<string, string | readonly string[]>>;
/** A form body as Twilio posts it: repeated names one after another. */
const formOf = (given: Fields) =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string]))).toString();
const urlOf = (path: string, search: Readonly<Record<string, string>>) => {
  const url = new URL(`${publicUrl}${path}`);
  for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
  return url.href;
};
const sign = (url: string, given: Fields) => twilioSdk.getExpectedTwilioSignature(authToken, url, { ...given });
const verify = (url: string, signature: string, body: string, contentType = 'application/x-www-form-urlencoded') =>
  adapter.parseWebhook(
    {
      method: 'POST',
      url,
      headers: new Headers({ 'x-twilio-signature': signature, 'content-type': contentType }),
      body: new TextEncoder().encode(body),
    },
    tenOClock.now(),
  );

describe('what Twilio’s own SDK signs', () => {
  it('is taken by the adapter, whatever the fields and the query hold', async () => {
    await fc.assert(
      fc.asyncProperty(fields, query, async (given, search) => {
        const url = urlOf('/hooks/twilio', search);
        expect((await verify(url, sign(url, given), formOf(given))).ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused after any change of a field, the path or the secret', async () => {
    await fc.assert(
      fc.asyncProperty(fields, fc.nat(), async (given, pick) => {
        const url = `${publicUrl}/hooks/twilio`;
        const name = Object.keys(given)[pick % Object.keys(given).length] as string;
        const changed = { ...given, [name]: `${[given[name] ?? ''].flat().join('')}!` };
        expect((await verify(url, sign(url, given), formOf(changed))).ok).toBe(false);
        expect((await verify(`${url}/other`, sign(url, given), formOf(given))).ok).toBe(false);
        expect((await verify(url, twilioSdk.getExpectedTwilioSignature(`${authToken}x`, url, { ...given }), formOf(given))).ok).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('is taken with and without the standard port, as the SDK itself does', async () => {
    const given = { MessageSid: 'SM1', MessageStatus: 'sent', To: '+447700900123' };
    const [plain, withPort] = [`${publicUrl}/hooks/twilio?ref=1`, `${publicUrl}:443/hooks/twilio?ref=1`];
    for (const [signed, called] of [
      [plain, plain],
      [withPort, plain],
      [plain, withPort],
    ] as const) {
      expect(twilioSdk.validateRequest(authToken, sign(signed, given), called, given)).toBe(true);
      expect((await verify(called, sign(signed, given), formOf(given))).ok).toBe(true);
    }
  });

  it('is taken over a JSON body by its hash in the URL, and only over that body', async () => {
    const body = JSON.stringify({ MessageSid: 'SM1', MessageStatus: 'delivered', To: '+447700900123', Body: 'ё' });
    const url = urlOf('/hooks/twilio', { bodySHA256: twilioSdk.getExpectedBodyHash(body) });
    const signature = sign(url, {});
    expect(twilioSdk.validateRequestWithBody(authToken, signature, url, body)).toBe(true);
    expect((await verify(url, signature, body, 'application/json')).ok).toBe(true);
    expect((await verify(url, signature, `${body} `, 'application/json')).ok).toBe(false);
  });
});

describe('Twilio’s SDK and a host on node:http', () => {
  let sandbox: Sandbox;
  let origin: string;
  let messenger: Messenger;
  const seen: { readonly path: string; readonly signature: string; readonly fields: Record<string, string>; readonly status: number }[] = [];
  const closers: (() => void)[] = [];
  const client = () => {
    const wire = new twilioSdk.RequestClient();
    const httpClient = Object.assign(Object.create(wire) as typeof wire, {
      request: (ask: Parameters<typeof wire.request>[0]) =>
        wire.request({ ...ask, uri: ask.uri.replace('https://api.twilio.com', sandbox.baseUrl('twilio')) }),
    });
    return twilioSdk(accountSid, authToken, { httpClient });
  };

  beforeAll(async () => {
    messenger = createMessenger({
      ...memoryStores({ clock: tenOClock }),
      secret: randomBytes(32),
      law: [gb()],
      senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN' }],
      channels: [adapter],
      templates: [],
      plans: [],
      clock: tenOClock,
      publicUrl,
    });
    const listener = nodeListener(
      async (request) => {
        const body = await request.clone().text();
        const response = await messenger.webhook('twilio', request);
        const { pathname, search } = new URL(request.url);
        const signature = request.headers.get('x-twilio-signature') ?? '';
        seen.push({ path: `${pathname}${search}`, signature, fields: Object.fromEntries(new URLSearchParams(body)), status: response.status });
        return response;
      },
      { publicUrl },
    );
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    sandbox = await createSandbox({
      clock: fastClock(600),
      secrets: { twilio: authToken },
      credentials: { twilio: `${accountSid}:${authToken}` },
      webhooks: { twilio: `${origin}/hooks/twilio` },
      publicUrls: { twilio: `${publicUrl}/hooks/twilio` },
    });
  });
  afterAll(async () => {
    for (const close of closers) close();
    await sandbox.close();
  });

  it('sends, asks and lists through the sandbox unmodified', async () => {
    const sent = await client().messages.create({ to: '+447700900123', from: 'ACMEGARDEN', body: 'Order 4471 is ready', validityPeriod: 600 });
    expect(sent).toMatchObject({ status: 'queued', to: '+447700900123', from: 'ACMEGARDEN', errorCode: null, accountSid });
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/u);
    expect((await client().messages(sent.sid).fetch()).sid).toBe(sent.sid);
    expect((await client().messages.list({ to: '+447700900123', limit: 5 })).map((one) => one.sid)).toContain(sent.sid);
    expect(sandbox.ledger.map((entry) => entry.messageId)).toContain(sent.sid);
  });

  it('raises the SDK’s own errors for what the sandbox refuses', async () => {
    await expect(client().messages.create({ to: '12', from: 'ACMEGARDEN', body: 'x' })).rejects.toMatchObject({ status: 400, code: 21211 });
    await expect(client().messages.create({ to: '+447700900123', from: 'ACMEGARDEN', body: 'x'.repeat(1601) })).rejects.toMatchObject({
      code: 21617,
    });
    await expect(client().messages('SM00000000000000000000000000000000').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('agrees that what the sandbox posts is genuine, and the host takes it', async () => {
    const statusCallback = `${publicUrl}/hooks/twilio?ref=o'4471%20a`;
    const sent = await client().messages.create({ to: '+447700900124', from: 'ACMEGARDEN', body: 'Order 4472 is ready', statusCallback });
    await expect.poll(() => seen.filter((one) => one.fields.MessageSid === sent.sid).map((one) => one.fields.MessageStatus)).toContain('delivered');
    for (const { path, signature, fields: posted, status } of seen) {
      expect(status).toBe(200);
      expect(twilioSdk.validateRequest(authToken, signature, `${publicUrl}${path}`.replaceAll('%27', "'"), posted)).toBe(true);
    }
  });

  it('turns a STOP the SDK has signed into a withdrawal, and lets a forged one change nothing', async () => {
    const stop = { MessageSid: 'SM77', From: '+447700900125', To: 'ACMEGARDEN', Body: 'STOP', NumMedia: '0', OptOutType: 'STOP' };
    const post = (signature: string) =>
      fetch(`${origin}/hooks/twilio`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
        body: formOf(stop),
      });
    const subject = messenger.consent.subject('+447700900125');
    const records = async () => (await messenger.consent.load([subject])).get(subject)?.map((record) => record.kind) ?? [];
    expect((await post(sign(`${publicUrl}/hooks/other`, stop))).status).toBe(401);
    expect(await records()).toEqual([]);
    expect((await post(sign(`${publicUrl}/hooks/twilio`, stop))).status).toBe(200);
    expect(await records()).toEqual(['withdrawn']);
  });
});
