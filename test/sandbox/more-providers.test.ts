import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devino } from '../../src/channels/devino/index.ts';
import { edna } from '../../src/channels/edna/index.ts';
import { exolve } from '../../src/channels/exolve/index.ts';
import { iDigital } from '../../src/channels/idigital/index.ts';
import { infobip } from '../../src/channels/infobip/index.ts';
import { mtsOmni } from '../../src/channels/mts-omni/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { rbm } from '../../src/channels/rbm/index.ts';
import { sinch } from '../../src/channels/sinch/index.ts';
import { smsAero } from '../../src/channels/sms-aero/index.ts';
import { smsRu } from '../../src/channels/sms-ru/index.ts';
import { telegramBot } from '../../src/channels/telegram-bot/index.ts';
import { telegramGateway } from '../../src/channels/telegram-gateway/index.ts';
import { viberBot } from '../../src/channels/viber-bot/index.ts';
import { vonage } from '../../src/channels/vonage/index.ts';
import { createSandbox, type PersonScript, type Sandbox } from '../../src/sandbox/index.ts';
import { clearedMessage } from '../channels/provider-bench.ts';
import { createHost, fastClock, type Host, until } from './town.ts';

const ids = [
  'smsaero',
  'smsru',
  'exolve',
  'devino',
  'edna',
  'idigital',
  'mts-omni',
  'telegram-bot',
  'viber-bot',
  'vonage',
  'infobip',
  'sinch',
  'telegram-gateway',
  'rbm',
];
const secrets = {
  smsru: 'api-id',
  'telegram-bot': 'tg-secret',
  'viber-bot': 'viber-token',
  vonage: 'vonage-secret',
  sinch: 'sinch-secret',
  'telegram-gateway': 'gateway-token',
  rbm: 'rbm-token',
};
const webhookToken = 'mine';
const clock = fastClock(600);
let host: Host;
let sandbox: Sandbox;
let providers: ReadonlyMap<string, ChannelProvider>;

beforeAll(async () => {
  host = await createHost(clock);
  const webhooks = Object.fromEntries(ids.map((id) => [id, `${host.url}/hooks/${id}?token=${webhookToken}`]));
  sandbox = await createSandbox({ clock, secrets, webhooks });
  const at = (provider: string) => ({ baseUrl: sandbox.baseUrl(provider), clock, timeoutMs: 2_000 });
  const list = [
    smsAero({ ...at('smsaero'), email: 'e', apiKey: 'k', webhookToken }),
    smsRu({ ...at('smsru'), apiId: 'api-id' }),
    exolve({ ...at('exolve'), apiKey: 'k', webhookToken }),
    devino({ ...at('devino'), login: 'l', password: 'p', webhookToken }),
    edna({ ...at('edna'), apiKey: 'k', cascadeId: 7, webhookToken }),
    iDigital({ ...at('idigital'), token: 't', webhookToken }),
    mtsOmni({ ...at('mts-omni'), login: 'l', password: 'p', webhookToken }),
    telegramBot({ ...at('telegram-bot'), token: '1:t', webhookSecret: 'tg-secret' }),
    viberBot({ ...at('viber-bot'), authToken: 'viber-token', senderName: 'Shop' }),
    vonage({ ...at('vonage'), auth: { apiKey: 'k', apiSecret: 's' }, signatureSecret: 'vonage-secret' }),
    infobip({ ...at('infobip'), apiKey: 'k', webhookAuth: { urlToken: webhookToken } }),
    sinch({ ...at('sinch'), servicePlanId: 'plan', apiToken: 't', webhookSecret: 'sinch-secret' }),
    telegramGateway({ ...at('telegram-gateway'), token: 'gateway-token' }),
    rbm({ ...at('rbm'), agentId: 'agent', accessToken: () => 't', clientToken: 'rbm-token' }),
  ];
  for (const provider of list) host.mount(provider);
  providers = new Map(list.map((provider) => [provider.provider, provider]));
});

afterAll(async () => {
  await sandbox.close();
  await host.close();
});

let line = 0;
function person(provider: string, script: PersonScript = {}): string {
  line += 1;
  const to =
    provider === 'telegram-bot'
      ? String(8000 + line)
      : provider === 'viber-bot'
        ? `viber-user-${line}==`
        : `+7900000${String(line).padStart(4, '0')}`;
  sandbox.script(to, script);
  return to;
}

const code = { kind: 'auth', content: { type: 'code', code: '4471', text: 'Your code: 4471' } } as const;

function submit(id: string, to: string) {
  const provider = providers.get(id)!;
  const validUntil = new Date(clock.now().getTime() + 3_600_000);
  const message = clearedMessage({
    channel: provider.channels[0]!,
    to,
    stepKey: `step ${to}`,
    validUntil,
    ...(id === 'telegram-gateway' ? code : {}),
  });
  return provider.submit(message, { attempt: { stepKey: `step ${to}`, number: 1 }, signal: new AbortController().signal });
}

describe.each(ids)('%s', (id) => {
  it('takes a message once and tells, or can be asked, that it was delivered', async () => {
    const to = person(id);
    const result = await submit(id, to);
    expect(result).toMatchObject({ outcome: 'accepted' });
    const messageId = result.outcome === 'accepted' ? result.providerMessageId : '';
    expect(sandbox.ledger.filter((entry) => entry.provider === id).map((entry) => entry.to)).toEqual([to]);
    const { receipts } = providers.get(id)!.capabilities;
    if (receipts === 'webhook') {
      const own = () => host.events.filter((event) => event.messageId === messageId || event.clientRef === `step ${to}`);
      await until(() => own().some((event) => event.status === 'delivered'));
      expect(own().every((event) => event.errorClass === null)).toBe(true);
    }
    if (receipts === 'poll') {
      const ask = () =>
        providers.get(id)!.lookup!({ stepKey: `step ${to}`, to, startedAt: clock.now(), providerMessageId: messageId }, new AbortController().signal);
      await clock.sleep(600_000);
      expect(await ask()).toEqual({ found: 'present', providerMessageId: messageId, status: 'delivered' });
    }
  });

  it('leaves a cut connection unknown, though the message was taken', async () => {
    const to = person(id, { fault: 'cut' });
    expect(await submit(id, to)).toMatchObject({ outcome: 'unknown', reason: 'connection-lost' });
    expect(sandbox.ledger.some((entry) => entry.to === to)).toBe(true);
  });

  it('refuses in its own words', async () => {
    const result = await submit(id, person(id, { onChannel: false }));
    const absentInAnswer = ['telegram-bot', 'viber-bot', 'telegram-gateway', 'rbm'].includes(id);
    expect(result).toMatchObject(absentInAnswer ? { outcome: 'rejected', errorClass: 'not-on-channel' } : { outcome: 'accepted' });
    const throttled = await submit(id, person(id, { fault: 'throttled' }));
    expect(throttled.outcome).toBe('rejected');
    await clock.sleep(4_000);
  });
});

describe('people of these providers', () => {
  it.each(['devino', 'edna', 'telegram-bot', 'viber-bot', 'vonage', 'infobip', 'sinch', 'rbm'])('answer through %s', async (id) => {
    const to = person(id, { reply: { text: 'Стоп' } });
    await submit(id, to);
    await until(() => host.events.some((event) => event.kind === 'inbound' && event.recipient === to));
    expect(host.events.find((event) => event.kind === 'inbound' && event.recipient === to)?.text).toBe('Стоп');
    expect(host.refused).toEqual([]);
  });
});
