import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createMessenger, definePlan, type Messenger, type MessengerStores, memoryStores, type TemplateSet } from 'licet';
import { gb } from 'licet/law/gb';
import { createLinter } from 'licet/linter';
import { migrateStores, postgresStores } from 'licet/postgres';
import { createLedgerLog, createProofBundle, ed25519Signer, memoryWitness, verifierKeyText, verifyBundle } from 'licet/proof';
import { parseTemplate } from 'licet/template';
import { type ManualClock, type MemoryProvider, manualClock, memoryProvider } from 'licet/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const START = new Date('2026-04-13T10:00:00Z');
const PHONE = '+447700900123';
const templates: TemplateSet = [
  {
    id: 'autumn-sale',
    kind: 'marketing',
    purpose: 'offers',
    variants: [
      { channel: 'whatsapp', locale: 'en', text: 'Acme Garden: {{name}}, bulbs are 20% off until Friday. Reply STOP to opt out.' },
      { channel: 'sms', locale: 'en', text: 'Acme Garden: {{name}}, bulbs are 20% off until Friday. Opt out: acme.example/stop' },
    ],
  },
];

interface House {
  readonly messenger: Messenger;
  readonly stores: MessengerStores;
  readonly clock: ManualClock;
  readonly whatsapp: MemoryProvider;
  readonly sms: MemoryProvider;
}

function house(stores: MessengerStores, clock: ManualClock, secret: Uint8Array = randomBytes(32)): House {
  const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const messenger = createMessenger({
    ...stores,
    secret,
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '106300000000001' }],
    channels: [whatsapp, sms],
    templates,
    plans: [definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 15 * 60_000 }, { channel: 'sms' }], { onUnknown: 'wait' })],
    clock,
  });
  return { messenger, stores, clock, whatsapp, sms };
}

const evidence = { method: 'web-form', grade: 'B' } as const;
const grant = ({ messenger }: House, channels: readonly ('sms' | 'whatsapp')[] = ['whatsapp', 'sms']) =>
  messenger.consent.grant({ address: PHONE, sender: 'acme', purposes: ['offers'], channels, evidence, occurredAt: new Date('2026-01-10T09:00:00Z') });
const send = ({ messenger }: House, key: string, to = '+44 7700 900123') =>
  messenger.send(
    { to, kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'autumn-sale', plan: 'promo', values: { name: 'Emma' }, locale: 'en' },
    { idempotencyKey: key },
  );
const hook = ({ messenger }: House, provider: string, ...events: readonly object[]) =>
  messenger.webhook(
    provider,
    new Request(`https://hooks.example.test/hooks/${provider}`, {
      method: 'POST',
      body: JSON.stringify({ events }),
      headers: { 'content-type': 'application/json' },
    }),
  );
const idOf = (result: Awaited<ReturnType<typeof send>>): string => {
  if (!('deliveryId' in result)) throw new Error('The message was not stored.');
  return result.deliveryId;
};

let database: PGlite;
let schema = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `journey-${schema++}`, clock }) },
])('the journeys on $name', ({ open }) => {
  const start = (): House => {
    const clock = manualClock(START);
    return house(open(clock), clock);
  };

  it('a message: WhatsApp, not delivered in time, then SMS, delivered by webhook', async () => {
    const home = start();
    await grant(home);
    const id = idOf(await send(home, 'sale/1'));
    await home.messenger.tick();
    expect(home.whatsapp.accepted.map(({ message }) => message.content.type === 'text' && message.content.text)).toEqual([
      'Acme Garden: Emma, bulbs are 20% off until Friday. Reply STOP to opt out.',
    ]);
    await home.messenger.tick();
    expect(home.sms.accepted).toHaveLength(0);
    home.clock.advance(15 * 60_000 + 1_000);
    await home.messenger.tick();
    await home.messenger.tick();
    expect(home.sms.accepted).toHaveLength(1);
    expect((await home.messenger.delivery(id))?.state).toBe('in-progress');
    expect((await hook(home, 'sms', home.sms.receipt(home.sms.accepted[0]!.messageId, 'delivered'))).status).toBe(200);
    await home.messenger.tick();
    expect(await home.messenger.delivery(id)).toMatchObject({ state: 'reached' });
    expect((await send(home, 'sale/1')) as object).toMatchObject({ state: 'reached', deliveryId: id });
    expect((await home.messenger.counts()).byChannel).toEqual({ sms: 1 });
  });

  it('a late delivery on the first channel after the second was reached is told, and nothing more goes out', async () => {
    const home = start();
    await grant(home);
    const id = idOf(await send(home, 'late/1'));
    await home.messenger.tick();
    home.clock.advance(16 * 60_000);
    await home.messenger.tick();
    await home.messenger.tick();
    await hook(home, 'sms', home.sms.receipt(home.sms.accepted[0]!.messageId, 'delivered'));
    await home.messenger.tick();
    await hook(home, 'whatsapp', home.whatsapp.receipt(home.whatsapp.accepted[0]!.messageId, 'delivered'));
    await home.messenger.tick();
    expect((await home.messenger.delivery(id))?.state).toBe('reached');
    expect(await home.messenger.counts()).toMatchObject({ late: 1, doubleReach: 1 });
    expect(home.whatsapp.accepted.length + home.sms.accepted.length).toBe(2);
  });

  it('an opt-out: a reply stops the waiting step and every later message', async () => {
    const home = start();
    await grant(home);
    const id = idOf(await send(home, 'optout/1'));
    await home.messenger.tick();
    const heard: object[] = [];
    home.messenger.events.on('consent-withdrawn', (event) => heard.push(event));
    const reply = {
      provider: 'whatsapp',
      kind: 'inbound',
      status: null,
      errorClass: null,
      messageId: 'in-1',
      recipient: PHONE,
      providerCode: null,
      text: 'Stop please!!',
    };
    expect((await hook(home, 'whatsapp', reply)).status).toBe(200);
    expect((await hook(home, 'whatsapp', reply)).status).toBe(200);
    expect(heard[0]).toMatchObject({ complete: true, inFlight: 0 });
    const records = (await home.messenger.consent.load([home.messenger.consent.subject(PHONE)])).values().next().value!;
    expect(records.map(({ kind }) => kind)).toEqual(['granted', 'withdrawn']);
    expect(records[1]!.evidence).toMatchObject({ method: 'reply', proofHash: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    home.clock.advance(16 * 60_000);
    await home.messenger.tick();
    await home.messenger.tick();
    expect(home.sms.accepted).toHaveLength(0);
    expect((await home.messenger.delivery(id))?.state).toBe('cancelled');
    const next = idOf(await send(home, 'optout/2'));
    await home.messenger.tick();
    expect(await home.messenger.delivery(next)).toMatchObject({ state: 'refused', reason: 'consent-withdrawn' });
    expect(home.whatsapp.accepted).toHaveLength(1);
  });

  it('"wrong number" suspends the number, for service messages too', async () => {
    const home = start();
    await grant(home);
    const reply = {
      provider: 'sms',
      kind: 'inbound',
      status: null,
      errorClass: null,
      messageId: 'in-2',
      recipient: PHONE,
      providerCode: null,
      text: 'Wrong number, I am not Emma',
    };
    expect((await hook(home, 'sms', reply)).status).toBe(200);
    const subject = home.messenger.consent.subject(PHONE);
    const ask = (kind: 'marketing' | 'transactional') =>
      ({ subject, kind, sender: 'acme', channel: 'sms', purpose: 'offers', at: home.clock.now() }) as const;
    const [marketing, service] = await home.messenger.consent.decide([ask('marketing'), ask('transactional')]);
    expect(marketing?.allowed).toBe(false);
    expect(service).toMatchObject({ allowed: false, reason: 'number-reassigned' });
  });

  it('a country without a law pack: marketing is refused', async () => {
    const home = start();
    await home.messenger.consent.grant({ address: '+491713920001', sender: 'acme', purposes: ['offers'], channels: ['sms', 'whatsapp'], evidence });
    const id = idOf(await send(home, 'nopack/1', '+49 171 3920001'));
    await home.messenger.tick();
    expect(await home.messenger.delivery(id)).toMatchObject({ state: 'refused', reason: 'no-law-pack' });
    expect(home.whatsapp.submits + home.sms.submits).toBe(0);
  });

  it('consent for one channel goes by that channel; a broken number is a value', async () => {
    const home = start();
    await grant(home, ['sms']);
    const id = idOf(await send(home, 'channel/1'));
    await home.messenger.tick();
    await home.messenger.tick();
    expect([home.whatsapp.submits, home.sms.submits]).toEqual([0, 1]);
    expect((await home.messenger.delivery(id))?.state).toBe('in-progress');
    expect(await send(home, 'channel/2', '07700 90')).toEqual({ state: 'refused', reason: 'invalid-recipient' });
  });

  it('a proof: a bundle verifies without the store, and not when a byte differs', async () => {
    const home = start();
    await grant(home);
    await home.messenger.consent.withdraw({ address: PHONE, sender: 'acme', evidence: { method: 'link', grade: 'A' } });
    const signer = ed25519Signer('acme.example', generateKeyPairSync('ed25519').privateKey);
    const log = createLedgerLog({ store: home.stores.consentStore, signer, witness: memoryWitness() });
    const subject = home.messenger.consent.subject(PHONE);
    const bundle = await createProofBundle({
      store: home.stores.consentStore,
      log,
      signer,
      subject,
      notices: [],
      dataKey: await home.messenger.consent.disclosureKey(subject),
    });
    const folder = await mkdtemp(join(tmpdir(), 'licet-proof-'));
    await writeFile(join(folder, 'bundle.json'), JSON.stringify(bundle));
    const read = await readFile(join(folder, 'bundle.json'), 'utf8');
    await rm(folder, { recursive: true });
    expect(verifyBundle(JSON.parse(read), { publicKey: verifierKeyText(signer) })).toMatchObject({ ok: true });
    const changed = JSON.parse(read.replace('"withdrawn', '"withdrawm').replace('\\"withdrawn', '\\"withdrawm'));
    expect(verifyBundle(changed, { publicKey: verifierKeyText(signer) }).ok).toBe(false);
    expect(read).not.toContain(PHONE);
  });
});

describe('the journey of a template', () => {
  it('from its source to findings with their place, with no messaging at all', () => {
    const source = 'Only today: {{name}}, win big with Acme!';
    const parsed = parseTemplate(source);
    expect(parsed.ok).toBe(true);
    const linter = createLinter({ packs: [gb()], today: '2026-04-13' });
    const findings = linter.lint({
      country: 'GB',
      channel: 'sms',
      kind: 'marketing',
      sender: 'ACMEGARDEN',
      text: source.replace('{{name}}', 'Emma'),
    });
    expect(findings.map(({ rule }) => rule)).toContain('no-opt-out');
    expect(
      linter.lint({
        country: 'GB',
        channel: 'sms',
        kind: 'marketing',
        sender: 'ACMEGARDEN',
        text: 'Acme Garden: bulbs 20% off until Friday. Opt out: acme.example/stop',
      }),
    ).toEqual([]);
  });

  it('a country nobody packed is an error for marketing', () => {
    const linter = createLinter({ packs: [gb()], today: '2026-04-13' });
    expect(linter.lint({ country: 'FR', channel: 'sms', kind: 'marketing', sender: 'ACME', text: 'Soldes chez Acme. STOP au 36111' })).toMatchObject([
      { rule: 'no-law-pack', severity: 'error' },
    ]);
  });
});
