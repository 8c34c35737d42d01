import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { whatsappTemplates } from '../../src/channels/meta-whatsapp/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { tenOClock } from '../channels/stopped-clock.ts';
import { signingAdapters } from '../channels/unseen/fuzzed-calls.ts';
import { signed, strayCalls } from '../channels/unseen/signed-calls.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { hostileUrls } from './hostile-urls.ts';

const topic = 'arn:aws:sns:eu-west-1:000000000000:sms';
const genuineUrl = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem';

/**
 * An address in a message leads nowhere. Whoever connects anywhere is led to one listener that counts, whatever name, address or port was asked for,
 * as a resolver that lies would. Each hostile form stands where an adapter follows addresses (SNS certificates and confirmations), where a page names
 * the next one (template lists), and in every other provider's messages. Naive: addresses that look like the service's are followed.
 */
export async function prove({ broken }: ProveOptions): Promise<Outcome> {
  const wire = await listener();
  const open = (fetch: typeof globalThis.fetch) =>
    awsSms({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, topicArns: [topic], fetch, timeoutMs: 500 });
  const adapter = broken ? gullible(wire.fetch) : open(wire.fetch);

  let wronglyTaken = 0;
  for (const url of hostileUrls) {
    for (const message of [
      notification({ SigningCertURL: url }),
      confirmation({ SigningCertURL: url }),
      confirmation({ SigningCertURL: genuineUrl, SubscribeURL: url }),
    ]) {
      // The last one needs its genuine certificate, which is answered here and not from the wire.
      const reading = broken ? adapter : open(withCertificate(wire.fetch));
      const verdict = await reading.parseWebhook(post(message), tenOClock.now());
      if (verdict.ok && message.SubscribeURL === undefined) wronglyTaken += 1;
    }
  }
  const followed = wire.connections();

  const lists = await pagesThatLead(wire);
  const others = await everybodyElse(wire);

  // A redirect of the real host is not followed either, and the count is seen to move: the harness can see a connection.
  const before = wire.connections();
  await open(redirecting(wire.fetch)).parseWebhook(post(notification({ SigningCertURL: genuineUrl })), tenOClock.now());
  const redirected = wire.connections() - before;
  await open(wire.fetch).parseWebhook(post(notification({ SigningCertURL: genuineUrl })), tenOClock.now());
  const seen = wire.connections() - before - redirected;
  await wire.close();
  return {
    ok: followed + lists + others + redirected + wronglyTaken === 0 && seen === 1 && hostileUrls.length >= 60,
    figures: { forms: hostileUrls.length, followed, lists, others, redirected, wronglyTaken, control: seen },
  };
}

interface Wire {
  readonly fetch: typeof globalThis.fetch;
  connections(): number;
  close(): Promise<void>;
}

/** A socket on loopback that every connection ends at. */
async function listener(): Promise<Wire> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  const { connect } = await import('node:net');
  const agent = new Agent({
    connect: (_options, callback) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => callback(null, socket)).once('error', (error) => callback(error, null));
    },
  });
  const fetch = (async (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const options = { method: request.method, redirect: request.redirect, signal: request.signal, dispatcher: agent };
    return undiciFetch(request.url, options) as unknown as Promise<Response>;
  }) as typeof globalThis.fetch;
  return {
    fetch,
    connections: () => count,
    close: async () => {
      await agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

type Message = Readonly<Record<string, string>>;

function sealed(fields: Message, certificateUrl: string): Message {
  const text = Object.keys(fields)
    .sort()
    .flatMap((key) => [key, fields[key]!])
    .join('\n');
  const Signature = createSign('RSA-SHA256').update(`${text}\n`).sign(privateKey, 'base64');
  return { ...fields, SignatureVersion: '2', Signature, SigningCertURL: certificateUrl };
}

const common = { MessageId: 'n1', Timestamp: tenOClock.now().toISOString(), TopicArn: topic };

function notification({ SigningCertURL }: { readonly SigningCertURL: string }): Message {
  const Message = JSON.stringify({ messageStatus: 'DELIVERED', messageId: 'a1', destinationPhoneNumber: '+447700900714' });
  return sealed({ ...common, Message, Type: 'Notification' }, SigningCertURL);
}

function confirmation({
  SigningCertURL,
  SubscribeURL = SigningCertURL,
}: {
  readonly SigningCertURL: string;
  readonly SubscribeURL?: string;
}): Message {
  return sealed({ ...common, Message: 'm', SubscribeURL, Token: 't', Type: 'SubscriptionConfirmation' }, SigningCertURL);
}

function post(message: Message): Parameters<ChannelProvider['parseWebhook']>[0] {
  return { method: 'POST', url: 'https://hooks.example.test/hooks/aws-sms', headers: new Headers(), body: Buffer.from(JSON.stringify(message)) };
}

function withCertificate(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => (new Request(input, init).url === genuineUrl ? new Response(pem) : fetch(input, init));
}

/** The real host sends on to an inner one; `fetch` follows unless told not to. */
function redirecting(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (request.url !== genuineUrl) return fetch(input, init);
    const location = 'http://169.254.169.254/latest/meta-data/';
    if (request.redirect === 'follow') return fetch(location);
    return new Response(null, { status: 302, headers: { location } });
  };
}

/** Lists whose pages name the next page: connections made for it. */
async function pagesThatLead(wire: Wire): Promise<number> {
  const before = wire.connections();
  for (const next of hostileUrls) {
    let asked = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).origin !== 'https://graph.facebook.com') return wire.fetch(request);
      asked += 1;
      return Response.json({ data: [], paging: { next: asked === 1 ? next : undefined, cursors: { after: next } } });
    };
    await whatsappTemplates({ businessAccountId: '102900000000001', accessToken: 't', fetch }).list();
  }
  return wire.connections() - before;
}

/** Addresses in the messages of all other providers: media, callbacks, texts. Nobody follows one, by its own `fetch` or the global one. */
async function everybodyElse(wire: Wire): Promise<number> {
  const { fetch } = globalThis;
  const before = wire.connections() + strayCalls();
  globalThis.fetch = wire.fetch;
  try {
    for (const url of hostileUrls)
      for (const provider of signingAdapters) {
        const named = { MediaUrl0: url, url, callback_url: url, webhook_url: url, SubscribeURL: url, SigningCertURL: url };
        const call = signed(provider.id, Buffer.from(JSON.stringify({ ...named, message: { url, image: { link: url } } })), tenOClock.now());
        await provider.parseWebhook({ method: 'POST', url: call.url, headers: new Headers(call.headers), body: call.body }, tenOClock.now());
      }
  } finally {
    globalThis.fetch = fetch;
  }
  return wire.connections() + strayCalls() - before;
}

/** Follows whatever looks like the service's own address. */
function gullible(fetch: typeof globalThis.fetch): Pick<ChannelProvider, 'parseWebhook'> {
  return {
    async parseWebhook({ body }) {
      const message = JSON.parse(Buffer.from(body).toString('utf8')) as Message;
      for (const url of [message.SigningCertURL ?? '', message.SubscribeURL ?? ''])
        if (url.includes('amazonaws.com') && URL.canParse(url)) await fetch(url).catch(() => undefined);
      return { ok: false, status: 401, reason: 'signature-invalid' };
    },
  };
}
