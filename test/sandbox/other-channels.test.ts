import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { infobip } from '../../src/channels/infobip/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { twilio } from '../../src/channels/twilio/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { createSandbox, type PersonScript, type Sandbox } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { createHost, fastClock, type Host, until } from './town.ts';

const clock = fastClock(600);
const topicArns = ['arn:aws:sns:eu-west-1:000000000000:sandbox'];
let host: Host;
let sandbox: Sandbox;
let providers: Readonly<Record<'aws' | 'twilio' | 'infobip' | 'vonage', ChannelProvider>>;

beforeAll(async () => {
  host = await createHost(clock);
  const ids = ['aws-sms', 'twilio', 'infobip', 'vonage'];
  const webhooks = Object.fromEntries(ids.map((id) => [id, `${host.url}/hooks/${id}?token=mine`]));
  sandbox = await createSandbox({
    clock,
    webhooks,
    secrets: { twilio: 'twilio-token', vonage: 'vonage-secret' },
    credentials: { 'aws-sms': 'AKIDEXAMPLE:very-secret-key' },
  });
  const at = (provider: string) => ({ baseUrl: sandbox.baseUrl(provider), clock, timeoutMs: 2_000 });
  providers = {
    aws: awsSms({
      ...at('aws-sms'),
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'very-secret-key' },
      topicArns,
      fetch: sandbox.fetch,
    }),
    twilio: twilio({
      ...at('twilio'),
      accountSid: 'AC1',
      authToken: 'twilio-token',
      statusCallback: `${host.url}/hooks/twilio`,
      contentSids: { ready: 'HX1' },
    }),
    infobip: infobip({ ...at('infobip'), apiKey: 'k', webhookAuth: { urlToken: 'mine' } }),
    vonage: vonage({ ...at('vonage'), auth: { apiKey: 'k', apiSecret: 's' }, signatureSecret: 'vonage-secret' }),
  };
  for (const provider of Object.values(providers)) host.mount(provider);
});
afterAll(async () => {
  await sandbox.close();
  await host.close();
});

let line = 0;
function person(script: PersonScript = {}): string {
  line += 1;
  const to = `+4477009005${String(line).padStart(2, '0')}`;
  sandbox.script(to, script);
  return to;
}
const text = { type: 'text', text: 'Order 4471 is ready' } as const;
const template = { type: 'template', name: 'ready', language: 'en', body: [{ value: '4471' }], text: 'Order 4471 is ready' } as const;
function submit(provider: ChannelProvider, to: string, over: Parameters<typeof clearedMessage>[0] = {}) {
  const stepKey = `step ${to} ${over.content?.type ?? 'text'} ${over.channel ?? ''}`;
  const message = clearedMessage({ to, from: 'ACME', content: text, validUntil: new Date(clock.now().getTime() + 3_600_000), ...over, stepKey });
  return provider.submit(message, { attempt: { stepKey, number: 1 }, signal: new AbortController().signal });
}
const eventsOf = (to: string) => host.events.filter((event) => event.recipient === to);

describe('AWS End User Messaging', () => {
  it('takes a signed call and tells by notifications the adapter believes', async () => {
    const to = person({ reply: { text: 'STOP' } });
    expect(await submit(providers.aws, to)).toMatchObject({ outcome: 'accepted', status: 'accepted' });
    await until(() => eventsOf(to).length >= 3);
    expect(new Set(eventsOf(to).map(({ status }) => status))).toEqual(new Set(['sent', 'delivered', null]));
    expect(eventsOf(to).find(({ kind }) => kind === 'inbound')?.text).toBe('STOP');
    expect(await submit(providers.aws, to, { content: { type: 'code', code: '1', text: 'again' } })).toMatchObject({
      outcome: 'rejected',
      errorClass: 'opted-out',
    });
    expect(host.refused).toEqual([]);
  });

  it('refuses another secret, another key, another hour and another body', async () => {
    const open = (over: object, now = clock) =>
      awsSms({
        baseUrl: sandbox.baseUrl('aws-sms'),
        region: 'eu-west-1',
        clock: now,
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'very-secret-key' },
        ...over,
      });
    const before = sandbox.ledger.length;
    for (const stranger of [
      open({ credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'guess' } }),
      open({ credentials: { accessKeyId: 'AKIDOTHER', secretAccessKey: 'very-secret-key' } }),
      open({}, { ...clock, now: () => new Date(clock.now().getTime() - 600_000) }),
      open({
        fetch: async (input: Request, init: RequestInit) => fetch(new Request(input, init), { body: '{"DestinationPhoneNumber":"+447700900999"}' }),
      }),
    ])
      expect(await submit(stranger, person())).toMatchObject({ outcome: 'rejected' });
    expect(sandbox.ledger).toHaveLength(before);
  });

  it.each([
    ['a number that is none', { onChannel: false }, 'rejected', 'recipient-unreachable'],
    ['a phone that is off', { delivery: 'failed' }, 'undelivered', 'recipient-unreachable'],
    ['a carrier that filters', { delivery: 'failed', failCode: 'CARRIER_BLOCKED' }, 'rejected', 'content-rejected'],
  ] as const)('tells of %s', async (_name, script, status, errorClass) => {
    const to = person(script);
    await submit(providers.aws, to);
    await until(() => eventsOf(to).some((event) => event.errorClass !== null));
    expect(eventsOf(to).find((event) => event.errorClass !== null)).toMatchObject({ status, errorClass });
  });
});

describe.each(['twilio', 'infobip', 'vonage'] as const)('WhatsApp through %s', (id) => {
  const whatsapp = { channel: 'whatsapp', from: '447700900900' } as const;

  it('delivers and reads a template, and takes free text once the person has written', async () => {
    const to = person({ read: true, reply: { text: 'Да' } });
    expect(await submit(providers[id], to, { ...whatsapp, content: template })).toMatchObject({ outcome: 'accepted' });
    expect(sandbox.ledger.at(-1)).toMatchObject({ provider: id, channel: 'whatsapp', to });
    await until(() => eventsOf(to).some(({ status }) => status === 'read') && eventsOf(to).some(({ kind }) => kind === 'inbound'), 20_000);
    expect(eventsOf(to).find(({ kind }) => kind === 'inbound')?.text).toBe('Да');
    await submit(providers[id], to, { ...whatsapp, content: text });
    const second = sandbox.ledger.at(-1)!;
    await until(() => host.events.some(({ messageId, status }) => messageId === second.messageId && status === 'delivered'));
    expect(host.refused).toEqual([]);
  }, 30_000);

  it('fails free text outside the window, and a person who is not there, by receipts', async () => {
    const [cold, absent] = [person(), person({ onChannel: false })];
    expect(await submit(providers[id], cold, { ...whatsapp, content: text })).toMatchObject({ outcome: 'accepted' });
    await submit(providers[id], absent, { ...whatsapp, content: template });
    await until(() => [cold, absent].every((to) => eventsOf(to).some((event) => event.errorClass !== null)));
    expect(eventsOf(cold).find((event) => event.errorClass !== null)?.errorClass).toBe('consent-window-closed');
    expect(eventsOf(absent).find((event) => event.errorClass !== null)?.errorClass).toBe('not-on-channel');
  });
});

describe('RCS through Twilio', () => {
  it('keeps the channel apart from the SMS of the same person', async () => {
    const to = person({ read: true });
    await submit(providers.twilio, to, { channel: 'rcs', from: 'acme_agent' });
    await submit(providers.twilio, to, { channel: 'sms' });
    expect(sandbox.ledger.slice(-2).map(({ channel }) => channel)).toEqual(['rcs', 'sms']);
    await until(() => eventsOf(to).some(({ status }) => status === 'read'), 20_000);
  }, 30_000);
});
