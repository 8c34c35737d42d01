import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import { Messages, SMS } from '@vonage/messages';
import { Bot, GrammyError, webhookCallback } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { fastClock, until } from '../sandbox/town.ts';
import { clearedMessage, firstAttempt, tenOClock, webhookCall } from './provider-bench.ts';

/** What the sandbox posted, as it stood on the wire. */
interface Posted {
  readonly headers: Headers;
  readonly body: string;
}

const posted: Record<'vonage' | 'telegram-bot' | 'viber-bot', Posted[]> = { vonage: [], 'telegram-bot': [], 'viber-bot': [] };
const secrets = { vonage: 'vonage-signature-secret', 'telegram-bot': 'telegram-secret', 'viber-bot': 'viber-auth-token' };
const clock = fastClock(600, Date.now());
let sandbox: Sandbox;
let receiver: import('node:http').Server;

beforeAll(async () => {
  const { createServer } = await import('node:http');
  receiver = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const id = (incoming.url ?? '/').slice(1) as keyof typeof posted;
      posted[id].push({ headers: new Headers(incoming.headers as Record<string, string>), body: Buffer.concat(chunks).toString() });
      outgoing.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as import('node:net').AddressInfo;
  const webhooks = Object.fromEntries(Object.keys(posted).map((id) => [id, `http://127.0.0.1:${port}/${id}`]));
  sandbox = await createSandbox({ clock, secrets, webhooks, credentials: { 'viber-bot': secrets['viber-bot'], 'telegram-bot': '1:token' } });
});
afterAll(async () => {
  await sandbox.close();
  receiver.closeAllConnections();
  receiver.close();
});

const require = createRequire(import.meta.url);
const ofVonage = createRequire(require.resolve('@vonage/messages'));
const { verifySignature } = ofVonage('@vonage/jwt') as { verifySignature(token: string, secret: string): boolean };
const jwt = createRequire(ofVonage.resolve('@vonage/jwt'))('jsonwebtoken') as {
  sign(claims: object, secret: string, options: object): string;
  verify(token: string, key: string, options: object): { readonly application_id?: string };
};

describe('Vonage’s own SDK', () => {
  const client = () => new Messages({ apiKey: 'key', apiSecret: 'secret' }, { apiHost: sandbox.baseUrl('vonage') });
  const sms = (given: { to: string; from: string; text: string; clientRef?: string }) =>
    new SMS({ ...given, channel: 'sms' } as ConstructorParameters<typeof SMS>[0]);

  it('sends through the sandbox unmodified, and raises its own errors for what is refused', async () => {
    const sent = await client().send(sms({ to: '447700900411', from: 'ACME', text: 'Order 4471 is ready', clientRef: 'r1' }));
    expect(sent.messageUUID).toMatch(/^[0-9a-f]{8}-/u);
    expect(sandbox.ledger.find(({ messageId }) => messageId === sent.messageUUID)).toMatchObject({ to: '+447700900411', clientRef: 'r1' });
    await expect(client().send(sms({ to: 'nobody', from: 'ACME', text: 'x' }))).rejects.toMatchObject({ response: { status: 422 } });
  });

  it('agrees that the sandbox’s webhooks are genuine, and so does the adapter', async () => {
    await until(() => posted.vonage.some(({ body }) => body.includes('"delivered"')));
    const adapter = vonage({ auth: { apiKey: 'key', apiSecret: 'secret' }, signatureSecret: secrets.vonage });
    for (const { headers, body } of posted.vonage) {
      const token = headers.get('authorization')!.slice('Bearer '.length);
      expect(verifySignature(token, secrets.vonage)).toBe(true);
      expect(verifySignature(token, 'another-secret')).toBe(false);
      expect((await adapter.parseWebhook(webhookCall(body, { authorization: `Bearer ${token}` }), clock.now())).ok).toBe(true);
    }
  });

  it('and the tokens it would sign are taken, over their own body only', async () => {
    const adapter = vonage({ auth: { apiKey: 'key', apiSecret: 'secret' }, signatureSecret: ['new-secret-not-in-use', secrets.vonage] });
    const body = JSON.stringify({ message_uuid: 'u1', to: '447700900411', from: 'ACME', status: 'read', channel: 'rcs', text: 'ё😀' });
    const claims = { iss: 'Vonage', jti: 'j', api_key: 'key', payload_hash: createHash('sha256').update(body).digest('hex') };
    const token = jwt.sign(claims, secrets.vonage, { algorithm: 'HS256' });
    expect((await adapter.parseWebhook(webhookCall(body, { authorization: `Bearer ${token}` }), new Date())).ok).toBe(true);
    expect((await adapter.parseWebhook(webhookCall(`${body} `, { authorization: `Bearer ${token}` }), new Date())).ok).toBe(false);
    const none = jwt.sign(claims, '', { algorithm: 'none' });
    expect((await adapter.parseWebhook(webhookCall(body, { authorization: `Bearer ${none}` }), new Date())).ok).toBe(false);
  });

  it('and the bearer token of an application verifies with the library it stands on', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    let authorization = '';
    const fetch: typeof globalThis.fetch = async (input, init) => {
      authorization = new Request(input, init).headers.get('authorization') ?? '';
      return Response.json({ message_uuid: 'u1' }, { status: 202 });
    };
    await vonage({ auth: { applicationId: 'app-1', privateKey }, signatureSecret: 's', fetch }).submit(clearedMessage({}), firstAttempt);
    expect(jwt.verify(authorization.slice('Bearer '.length), publicKey, { algorithms: ['RS256'] }).application_id).toBe('app-1');
  });
});

describe('grammy, a Telegram SDK', () => {
  const bot = () =>
    new Bot('1:token', {
      client: { apiRoot: sandbox.baseUrl('telegram-bot') },
      botInfo: { id: 1, is_bot: true, first_name: 'b', username: 'b_bot' } as never,
    });

  it('sends through the sandbox unmodified, and raises its own errors for what is refused', async () => {
    const sent = await bot().api.sendMessage(5_550_041, 'Заказ 4471 готов 🎉');
    expect(sent).toMatchObject({ chat: { id: 5_550_041 }, text: 'Заказ 4471 готов 🎉' });
    expect(sandbox.ledger.some(({ messageId }) => messageId === String(sent.message_id))).toBe(true);
    const tooLong = bot().api.sendMessage(5_550_041, 'x'.repeat(4_097));
    await expect(tooLong).rejects.toBeInstanceOf(GrammyError);
    await expect(tooLong).rejects.toMatchObject({ error_code: 400 });
    sandbox.script('5550042', { refuse: 'blocked' });
    await expect(bot().api.sendMessage(5_550_042, 'x')).rejects.toMatchObject({ error_code: 403, description: expect.stringContaining('blocked') });
    const stranger = new Bot('2:other', { client: { apiRoot: sandbox.baseUrl('telegram-bot') } });
    await expect(stranger.api.sendMessage(5_550_041, 'x')).rejects.toMatchObject({ error_code: 401 });
  });

  it('takes what the sandbox posts, by the same secret as the adapter, and both refuse another', async () => {
    sandbox.script('5550043', { reply: { text: 'стоп' } });
    await bot().api.sendMessage(5_550_043, 'Скидки до пятницы');
    await until(() => posted['telegram-bot'].length > 0);
    const { headers, body } = posted['telegram-bot'][0]!;
    const heard: string[] = [];
    const listening = bot();
    listening.on('message:text', (context) => void heard.push(context.message.text));
    const adapter = telegramBot({ token: '1:token', webhookSecret: secrets['telegram-bot'] });
    for (const [secret, wanted] of [
      [headers.get('x-telegram-bot-api-secret-token')!, true],
      ['guess', false],
    ] as const) {
      const call = { 'x-telegram-bot-api-secret-token': secret, 'content-type': 'application/json' };
      const theirs = await webhookCallback(listening, 'std/http', { secretToken: secrets['telegram-bot'] })(
        new Request('https://hooks.example.test/', { method: 'POST', body, headers: call }),
      );
      expect(theirs.ok).toBe(wanted);
      const ours = await adapter.parseWebhook(webhookCall(body, call), clock.now());
      expect(ours.ok).toBe(wanted);
      if (ours.ok) expect(ours.events).toMatchObject([{ kind: 'inbound', recipient: '5550043', text: 'стоп' }]);
    }
    expect(heard).toEqual(['стоп']);
  });
});

describe('viber-bot, Viber’s own SDK', () => {
  interface ViberClient {
    sendMessage(
      receiver: string,
      type: string,
      data: object,
      tracking?: object,
    ): Promise<{ readonly status: number; readonly message_token: unknown }>;
  }
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  // The bot itself has the address of the service written into it; its client takes one.
  const Client = require('viber-bot/lib/viber-client') as new (log: object, bot: object, url: string, events: readonly string[]) => ViberClient;
  const Validator = require('viber-bot/lib/message/message-validator') as new (
    log: object,
    token: string,
  ) => {
    validateMessage(signature: string, body: string): boolean;
  };
  const client = (authToken = secrets['viber-bot']) =>
    new Client(logger, { name: 'Shop', avatar: null, authToken }, `${sandbox.baseUrl('viber-bot')}/pa`, []);

  it('sends through the sandbox, and rejects what is refused', async () => {
    const sent = await client().sendMessage('viber-user-41==', 'text', { type: 'text', text: 'Заказ 4471 готов' }, { order: 4471 });
    expect(sent.status).toBe(0);
    expect(sandbox.ledger.some(({ to, text }) => to === 'viber-user-41==' && text === 'Заказ 4471 готов')).toBe(true);
    await expect(client('another').sendMessage('viber-user-41==', 'text', { type: 'text', text: 'x' })).rejects.toMatchObject({ status: 2 });
  });

  it('agrees with the adapter on what is genuine, both ways', async () => {
    await until(() => posted['viber-bot'].some(({ body }) => body.includes('"delivered"')));
    const adapter = viberBot({ authToken: secrets['viber-bot'], senderName: 'Shop' });
    const validator = new Validator(logger, secrets['viber-bot']);
    const made = JSON.stringify({
      event: 'message',
      sender: { id: 'viber-user-42==', name: 'Ж' },
      message: { type: 'text', text: 'стоп 🛑' },
      timestamp: 1,
    });
    const own = {
      body: made,
      headers: new Headers({ 'x-viber-content-signature': createHmac('sha256', secrets['viber-bot']).update(made).digest('hex') }),
    };
    for (const { headers, body } of [...posted['viber-bot'], own]) {
      const signature = headers.get('x-viber-content-signature')!;
      for (const [given, text] of [
        [signature, body],
        [signature, `${body} `],
        [`0${signature.slice(1)}`, body],
        [signature.toUpperCase(), body],
      ] as const) {
        const verdict = await adapter.parseWebhook(webhookCall(text, { 'x-viber-content-signature': given }), tenOClock.now());
        expect(verdict.ok).toBe(validator.validateMessage(given, text));
      }
    }
  });
});
