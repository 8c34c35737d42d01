import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import { createMessenger, type Messenger, memoryStores } from 'licet';
import { gb } from 'licet/law/gb';
import twilioSdk from 'twilio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { nodeListener } from '../../src/web/node-listener.ts';
import { tenOClock } from '../channels/provider-bench.ts';

const publicUrl = 'https://hooks.example.test';
const [appSecret, authToken] = ['app-secret', '0123456789abcdef0123456789abcdef'];
let messenger: Messenger;

/** A route module of Next: `app/hooks/[provider]/route.ts`. Its context carries the path's parameters as a promise. */
interface NextContext {
  readonly params: Promise<{ readonly provider: string }>;
}
const route = {
  POST: async (request: Request, { params }: NextContext) => messenger.webhook((await params).provider, request),
  GET: async (request: Request, { params }: NextContext) => messenger.webhook((await params).provider, request),
};

const byPath = (request: Request) => messenger.webhook(new URL(request.url).pathname.split('/').at(-1)!, request);
const listener = nodeListener(byPath, { publicUrl });

type Call = (path: string, init?: RequestInit) => Promise<Response>;
const closers: (() => void)[] = [];
async function listening(app: RequestListener): Promise<Call> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

const mounts: Readonly<Record<string, () => Promise<Call>>> = {
  'node:http': () => listening(listener),
  'Express, one route': () => {
    const app = express();
    app.all('/hooks/:provider', listener);
    app.use(express.json());
    return listening(app as unknown as RequestListener);
  },
  'Express, a router with its mount point cut off': () => {
    const router = express.Router();
    router.use(listener);
    return listening(express().use('/hooks', router) as unknown as RequestListener);
  },
  'Express, behind a raw body parser': () =>
    listening(
      express()
        .use(express.raw({ type: () => true }))
        .use(listener) as unknown as RequestListener,
    ),
  Hono: async () => {
    const app = new Hono();
    app.all('/hooks/:provider', (context) => messenger.webhook(context.req.param('provider'), context.req.raw));
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())));
    closers.push(() => void server.close());
    const { port } = server.address() as AddressInfo;
    return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
  },
  'a Next route handler': async () => (path, init) => {
    const request = new Request(`http://internal.invalid${path}`, init);
    const provider = new URL(request.url).pathname.split('/').at(-1)!;
    return (init?.method === 'POST' ? route.POST : route.GET)(request, { params: Promise.resolve({ provider }) });
  },
};

beforeAll(() => {
  messenger = createMessenger({
    ...memoryStores({ clock: tenOClock }),
    secret: randomBytes(32),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '106300000000001' }],
    channels: [
      whatsappCloud({ phoneNumberId: '106300000000001', accessToken: 't', appSecret, verifyToken: 'verify-me' }),
      twilio({ accountSid: 'AC1', authToken }),
    ],
    templates: [],
    plans: [],
    clock: tenOClock,
    publicUrl,
  });
});
afterAll(() => {
  for (const close of closers) close();
});

const kindsOf = async (phone: string) => {
  const subject = messenger.consent.subject(phone);
  return (await messenger.consent.load([subject])).get(subject)?.map(({ kind }) => kind) ?? [];
};

describe.each(Object.entries(mounts))('%s', (name, mount) => {
  const line = Object.keys(mounts).indexOf(name);
  let call: Call;
  beforeAll(async () => {
    call = await mount();
  });

  it('answers Meta’s handshake, and refuses a wrong token', async () => {
    const ask = (token: string) => call(`/hooks/meta-whatsapp?hub.mode=subscribe&hub.challenge=11584&hub.verify_token=${token}`);
    const answer = await ask('verify-me');
    expect([answer.status, await answer.text()]).toEqual([200, '11584']);
    expect((await ask('guess')).status).toBe(403);
  });

  it('keeps the bytes as they came: spelled, spaced and escaped like nobody else would', async () => {
    const phone = `44770090021${line}`;
    const message = `{"from":"${phone}","id":"wamid.${line}","timestamp":"1776074400","type":"text","text":{"body":"\\u0053TOP  \\ud83d\\ude00 ё"}}`;
    const value = `{ "metadata":{"phone_number_id":"106300000000001"},\n\t"messages" : [${message}] , "weight":1.0e2}`;
    const body = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":${value},"field":"messages"}]}]}\r\n`;
    const post = (text: string, signed = body) =>
      call('/hooks/meta_whatsapp', {
        method: 'POST',
        body: text,
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(signed).digest('hex')}`,
        },
      });
    expect((await post(JSON.stringify(JSON.parse(body)))).status).toBe(401);
    expect(await kindsOf(`+${phone}`)).toEqual([]);
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect(await kindsOf(`+${phone}`)).toEqual(['withdrawn']);
  });

  it('checks Twilio’s signature over the public URL, whatever host and scheme the call came by', async () => {
    const phone = `+44770090022${line}`;
    const fields = { MessageSid: `SM${line}`, From: phone, To: 'ACMEGARDEN', Body: 'STOP & go+1 ё', NumMedia: '0', OptOutType: 'STOP' };
    const path = '/hooks/twilio?ref=a%20b&x=1';
    const post = (url: string) =>
      call(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': twilioSdk.getExpectedTwilioSignature(authToken, url, fields),
          'x-forwarded-host': 'evil.example.test',
        },
      });
    expect((await post(`http://127.0.0.1${path}`)).status).toBe(401);
    expect((await post(`https://evil.example.test${path}`)).status).toBe(401);
    expect(await kindsOf(phone)).toEqual([]);
    expect((await post(`${publicUrl}${path}`)).status).toBe(200);
    expect(await kindsOf(phone)).toEqual(['withdrawn']);
  });

  it('gives 404 for a provider that is not there and 413 for a body beyond the cap', async () => {
    expect((await call('/hooks/nobody', { method: 'POST', body: '{}' })).status).toBe(404);
    const big = await call('/hooks/twilio', { method: 'POST', body: 'x'.repeat(2_000_000) }).catch(() => ({ status: 413 }));
    expect(big.status).toBe(413);
  });
});

describe('Express, behind a parser that throws the bytes away', () => {
  it('says what is wrong instead of refusing every signature', async () => {
    const call = await listening(express().use(express.json()).use(listener) as unknown as RequestListener);
    const answer = await call('/hooks/meta-whatsapp', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('before body parsers')]);
  });
});
