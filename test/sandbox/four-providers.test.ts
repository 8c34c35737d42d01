import { afterEach, describe, expect, it } from 'vitest';
import { maxBot } from '../../src/channels/max-bot/index.ts';
import { whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { smsc } from '../../src/channels/smsc/index.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { createHost, fastClock, type Host, until } from './town.ts';

const secrets = { 'meta-whatsapp': 'app-secret', twilio: 'twilio-token', smsc: 'smsc-secret', 'max-bot': 'max-secret' };
const clock = fastClock(600);
let host: Host;
let sandbox: Sandbox;

async function town(options: SandboxOptions = {}): Promise<Readonly<Record<'wa' | 'sms' | 'max' | 'tw', ChannelProvider>>> {
  host = await createHost();
  const hooks = Object.fromEntries(Object.keys(secrets).map((id) => [id, `${host.url}/hooks/${id}`]));
  sandbox = await createSandbox({ clock, secrets, webhooks: { ...hooks, smsc: `${hooks.smsc}?token=own-token` }, ...options });
  const at = (provider: string) => ({ baseUrl: sandbox.baseUrl(provider), clock, timeoutMs: 2_000 });
  const providers = {
    wa: whatsappCloud({ ...at('meta-whatsapp'), phoneNumberId: '106300000000001', accessToken: 'token', appSecret: secrets['meta-whatsapp'] }),
    sms: smsc({ ...at('smsc'), login: 'l', password: 'p', callbackSecret: secrets.smsc, webhookToken: 'own-token' }),
    max: maxBot({ ...at('max-bot'), token: 'token', webhookSecret: secrets['max-bot'] }),
    tw: twilio({ ...at('twilio'), accountSid: 'AC1', authToken: secrets.twilio, statusCallback: `${host.url}/hooks/twilio` }),
  };
  for (const provider of Object.values(providers)) host.mount(provider);
  return providers;
}

afterEach(async () => {
  await sandbox.close();
  await host.close();
});

let step = 0;
function send(provider: ChannelProvider, over: Parameters<typeof clearedMessage>[0] = {}) {
  step += 1;
  const stepKey = over.stepKey ?? `step-${step}`;
  const message = clearedMessage({
    channel: provider.channels[0]!,
    to: '+447700900123',
    from: 'ACME',
    content: { type: 'text', text: 'Sale today. Reply STOP to opt out' },
    validUntil: new Date(clock.now().getTime() + 3_600_000),
    ...over,
    stepKey,
  });
  return provider.submit(message, { attempt: { stepKey, number: 1 }, signal: new AbortController().signal });
}

const template = { type: 'template', name: 'sale', language: 'en', body: [{ value: 'Ann' }], text: 'Hello Ann' } as const;

describe('the sandbox with the adapters of the demo', () => {
  it('takes a message by each and reports it delivered by signed webhooks', async () => {
    const { wa, sms, max, tw } = await town();
    const results = await Promise.all([
      send(wa, { from: '106300000000001', content: template }),
      send(sms, { to: '+79000000001' }),
      send(max, { to: '5001', content: { type: 'text', text: 'Привет', buttons: [{ text: 'Отписаться' }] } }),
      send(tw),
    ]);
    expect(results.map((result) => result.outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(sandbox.ledger.map(({ provider, to, segments }) => [provider, to, segments]).sort()).toEqual([
      ['max-bot', '5001', 1],
      ['meta-whatsapp', '+447700900123', 1],
      ['smsc', '+79000000001', 1],
      ['twilio', '+447700900123', 1],
    ]);
    const ids = results.map((result) => (result.outcome === 'accepted' ? result.providerMessageId : ''));
    await until(() => host.events.filter((event) => event.status === 'delivered').length === 3);
    for (const [index, provider] of [
      [0, 'meta-whatsapp'],
      [1, 'smsc'],
      [3, 'twilio'],
    ] as const) {
      const own = host.events.filter((event) => event.messageId === ids[index]);
      expect(own.every((event) => event.provider === provider && event.errorClass === null)).toBe(true);
      expect(own.map((event) => event.status)).toEqual(expect.arrayContaining(['sent', 'delivered']));
    }
    expect(host.events.find((event) => event.provider === 'meta-whatsapp')?.clientRef).toBe('step-1');
    expect(host.events.find((event) => event.provider === 'twilio')?.clientRef).toBe('step-4');
    expect(host.refused).toEqual([]);
    expect(sandbox.ledger.find((entry) => entry.provider === 'max-bot')?.buttons).toEqual(['Отписаться']);
  });

  it('says that a person is not on the channel in each provider’s own way', async () => {
    const absent = { onChannel: false };
    const { wa, sms, max, tw } = await town({ scripts: { '+447700900111': absent, '5002': absent, '+79000000002': absent } });
    expect(await send(max, { to: '5002' })).toMatchObject({ outcome: 'rejected', errorClass: 'not-on-channel' });
    await send(wa, { to: '+447700900111', from: '106300000000001', content: template });
    await send(sms, { to: '+79000000002' });
    await send(tw, { to: '+447700900111' });
    await until(() => host.events.filter((event) => event.errorClass !== null).length === 3);
    expect(Object.fromEntries(host.events.map((event) => [event.provider, event.errorClass]))).toEqual({
      'meta-whatsapp': 'not-on-channel',
      smsc: 'recipient-unreachable',
      twilio: 'recipient-unreachable',
    });
  });

  it('cuts the connection after taking the message, which a look-up or an echo then settles', async () => {
    const cut = { fault: 'cut' } as const;
    const { wa, sms, tw } = await town({ scripts: { '+447700900112': cut, '+79000000003': cut } });
    const startedAt = clock.now();
    for (const [provider, to] of [
      [wa, '+447700900112'],
      [sms, '+79000000003'],
      [tw, '+447700900112'],
    ] as const) {
      const content = provider === wa ? template : undefined;
      const result = await send(provider, {
        to,
        stepKey: `cut-${provider.id}`,
        ...(content === undefined ? {} : { content, from: '106300000000001' }),
      });
      expect(result).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
    }
    expect(sandbox.ledger).toHaveLength(3);
    const signal = new AbortController().signal;
    expect(await sms.lookup!({ stepKey: 'cut-smsc', to: '+79000000003', startedAt }, signal)).toMatchObject({ found: 'present' });
    expect(await sms.lookup!({ stepKey: 'never-sent', to: '+79000000003', startedAt }, signal)).toEqual({ found: 'absent' });
    expect(await tw.lookup!({ stepKey: 'cut-twilio', to: '+447700900112', startedAt }, signal)).toMatchObject({ found: 'present' });
    await until(() => host.events.some((event) => event.clientRef === 'cut-meta-whatsapp'));
  });

  it('repeats nothing of its own: SMSC.ru answers error 9 to the same text within a minute, WhatsApp takes it twice', async () => {
    const { wa, sms } = await town();
    await send(sms, { to: '+79000000004', stepKey: 'a' });
    expect(await send(sms, { to: '+79000000004', stepKey: 'a' })).toMatchObject({ outcome: 'unknown', reason: 'ambiguous-duplicate' });
    await send(wa, { from: '106300000000001', content: template, stepKey: 'b' });
    await send(wa, { from: '106300000000001', content: template, stepKey: 'b' });
    expect(sandbox.ledger.map((entry) => entry.provider)).toEqual(['smsc', 'meta-whatsapp', 'meta-whatsapp']);
  });

  it('refuses bursts with a wait and takes the same step afterwards', async () => {
    const slow = { fault: 'throttled' } as const;
    const { max, tw } = await town({ scripts: { '+447700900113': slow, '5003': slow }, behaviour: { burstMs: 60_000 } });
    for (const [provider, to] of [
      [tw, '+447700900113'],
      [max, '5003'],
    ] as const) {
      const refused = await send(provider, { to, stepKey: 'again' });
      expect(refused).toMatchObject({ outcome: 'rejected', errorClass: 'rate-limited' });
      const waitMs = refused.outcome === 'rejected' ? (refused.retryAfterMs ?? 0) : 0;
      expect(waitMs).toBeGreaterThan(50_000);
      await clock.sleep(waitMs);
      expect(await send(provider, { to, stepKey: 'again' })).toMatchObject({ outcome: 'accepted' });
    }
  });

  it('lets people opt out: by text, on the platform, and keeps what the platform keeps', async () => {
    const reply = (text: string) => ({ reply: { text } });
    const { wa, sms, max, tw } = await town({
      scripts: { '+447700900114': reply('STOP'), '+79000000005': reply('Стоп, больше не пишите') },
      behaviour: { optOuts: 1 },
    });
    await send(tw, { to: '+447700900114' });
    await send(sms, { to: '+79000000005' });
    for (let user = 6000; user < 6020; user += 1) await send(max, { to: String(user) });
    for (let line = 10; line < 30; line += 1) await send(wa, { to: `+4477009002${line}`, from: '106300000000001', content: template });
    await until(() => sandbox.acts.filter((act) => act.ackedAt !== null).length === 42);
    expect(host.refused).toEqual([]);
    expect(host.events.find((event) => event.provider === 'smsc' && event.kind === 'inbound')).toMatchObject({
      recipient: '+79000000005',
      text: 'Стоп, больше не пишите',
    });
    const kinds = new Set(host.events.filter((event) => event.kind !== 'status').map((event) => `${event.provider} ${event.kind}`));
    expect(kinds).toEqual(
      new Set(['twilio inbound', 'smsc inbound', 'max-bot inbound', 'max-bot preference', 'meta-whatsapp inbound', 'meta-whatsapp preference']),
    );
    expect(await send(tw, { to: '+447700900114' })).toMatchObject({ outcome: 'rejected', errorClass: 'opted-out' });
    const left = host.events.find((event) => event.provider === 'max-bot' && event.kind === 'preference')?.recipient;
    expect(await send(max, { to: left! })).toMatchObject({ outcome: 'rejected', errorClass: 'opted-out' });
  });

  it('pauses a template in the middle', async () => {
    const { wa } = await town({
      pauseTemplate: { name: 'sale', afterAccepted: 2 },
      templates: [{ name: 'sale', language: 'en', body: 'Hello {{1}}!' }],
    });
    const results = [];
    for (let count = 0; count < 3; count += 1) results.push(await send(wa, { from: '106300000000001', content: template }));
    expect(results.map((result) => result.outcome)).toEqual(['accepted', 'accepted', 'rejected']);
    expect(results[2]).toMatchObject({ providerCode: '132015', errorClass: 'content-rejected' });
    expect(sandbox.ledger[0]?.text).toBe('Hello Ann!');
    await until(() => host.events.some((event) => event.kind === 'template'));
    expect(host.events.find((event) => event.kind === 'template')?.subject).toMatchObject({ name: 'sale', state: 'PAUSED' });
  });

  it('sends early, duplicate and reordered receipts', async () => {
    const { sms } = await town({
      scripts: { '+79000000011': { fault: 'early' }, '+79000000012': { fault: 'duplicated' }, '+79000000013': { fault: 'reordered' } },
    });
    const early = send(sms, { to: '+79000000011' });
    await early;
    expect(host.events).toHaveLength(1);
    await send(sms, { to: '+79000000012' });
    await send(sms, { to: '+79000000013' });
    const of = (to: string) => host.events.filter((event) => event.recipient === to).map((event) => event.status);
    await until(() => of('+79000000012').length === 4 && of('+79000000013').length === 2);
    expect(of('+79000000012')).toEqual(['sent', 'sent', 'delivered', 'delivered']);
    expect(of('+79000000013')).toEqual(['delivered', 'sent']);
  });

  it('refuses free text outside the 24-hour window and an unknown template', async () => {
    const { wa } = await town({ templates: [] });
    expect(await send(wa, { from: '106300000000001' })).toMatchObject({ outcome: 'rejected', errorClass: 'consent-window-closed' });
    expect(await send(wa, { from: '106300000000001', content: template })).toMatchObject({ outcome: 'rejected', providerCode: '132001' });
  });
});
