import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { createMessenger, definePlan, type MessengerStores, memoryStores, type TemplateSet } from 'licet';
import { gb } from 'licet/law/gb';
import { migrateStores, postgresStores } from 'licet/postgres';
import { type ManualClock, type MemoryProviderOptions, manualClock, memoryProvider } from 'licet/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const START = new Date('2026-04-13T10:00:00Z');
const PHONE = '+447700900123';
const evidence = { method: 'web-form', grade: 'B' } as const;
const sale = 'Acme Garden: bulbs are 20% off until Friday.';
const templates: TemplateSet = [
  {
    id: 'sale',
    kind: 'marketing',
    purpose: 'offers',
    variants: [
      { channel: 'sms', locale: 'en', text: `${sale} Opt out: acme.example/stop` },
      { channel: 'whatsapp', locale: 'en', text: `${sale} Reply STOP to opt out.` },
    ],
  },
];

let database: PGlite;
let schema = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

async function house(open: (clock: ManualClock) => MessengerStores, script?: MemoryProviderOptions['script']) {
  const clock = manualClock(START);
  const stores = open(clock);
  const sms = memoryProvider({ id: 'sms', channels: ['sms'], capabilities: { goneCodes: ['1', 'EC_GONE'] }, script });
  const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
  const messenger = createMessenger({
    ...stores,
    secret: randomBytes(32),
    law: [gb()],
    senders: ['acme', 'sister'].map((id) => ({
      id,
      legalEntity: 'Acme Garden Ltd',
      displayName: 'Acme Garden',
      sms: 'ACMEGARDEN',
      whatsapp: '1063',
    })),
    channels: [sms, whatsapp],
    templates,
    plans: [definePlan('promo', [{ channel: 'sms', fallBackAfterMs: 15 * 60_000 }, { channel: 'whatsapp' }], { onUnknown: 'wait' })],
    clock,
  });
  for (const sender of ['acme', 'sister'])
    await messenger.consent.grant({ address: PHONE, sender, purposes: ['offers'], channels: ['sms', 'whatsapp'], evidence });
  const subject = messenger.consent.subject(PHONE);
  return {
    messenger,
    clock,
    sms,
    whatsapp,
    subject,
    async send(key: string, sender = 'acme') {
      const sent = await messenger.send(
        { to: PHONE, kind: 'marketing', purpose: 'offers', sender, template: 'sale', plan: 'promo', locale: 'en' },
        { idempotencyKey: key },
      );
      if (!('deliveryId' in sent)) throw new Error('The message was not stored.');
      return sent.deliveryId;
    },
    async settle() {
      while ((await messenger.tick()).done > 0);
    },
    report: (code: string, messageId: string) =>
      messenger.webhook(
        'sms',
        new Request('https://hooks.example.test/hooks/sms', {
          method: 'POST',
          body: JSON.stringify({ events: [sms.receipt(messageId, 'undelivered', 'recipient-unreachable', code)] }),
        }),
      ),
    async suppressions() {
      const records = (await messenger.consent.load([subject])).get(subject) ?? [];
      return records.filter(({ kind }) => kind === 'suppressed');
    },
    async may(sender: string, kind: 'marketing' | 'transactional') {
      const question = { subject, kind, sender, channel: 'whatsapp', purpose: 'offers', at: clock.now() } as const;
      const [decision] = await messenger.consent.decide([question]);
      return decision?.allowed === false ? decision.reason : 'allowed';
    },
  };
}

describe.each([
  { name: 'memory', open: (clock: ManualClock) => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock) => postgresStores({ client: database, tenant: `gone-${schema++}`, clock }) },
])('a number that is assigned to nobody, on $name', ({ open }) => {
  it('refused at once: the consents of every sender are suspended and the next channel is not tried', async () => {
    const home = await house(open, () => ({ outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: 'EC_GONE' }));
    const id = await home.send('a');
    await home.settle();
    expect(home.whatsapp.submits).toBe(0);
    expect(await home.messenger.delivery(id)).toMatchObject({ state: 'undelivered', goneRecordedAt: START });
    expect(await home.suppressions()).toMatchObject([
      { id: `gone-${id}`, sender: '*', reason: 'number-reassigned', evidence: { method: 'provider', actor: 'sms:EC_GONE' } },
    ]);
    expect(await home.may('acme', 'marketing')).toBe('number-reassigned');
    expect(await home.may('sister', 'transactional')).toBe('number-reassigned');
    const later = await home.send('b', 'sister');
    await home.settle();
    expect(await home.messenger.delivery(later)).toMatchObject({ state: 'refused', reason: 'number-reassigned' });
    expect(home.sms.submits).toBe(1);
  });

  it('reported by a receipt, repeated and from two messages: each delivery is evidence once', async () => {
    const home = await house(open);
    const ids = [await home.send('a'), await home.send('b')];
    await home.settle();
    const messages = home.sms.accepted.map(({ messageId }) => messageId);
    for (const message of [...messages, ...messages]) {
      expect((await home.report('1', message)).status).toBe(200);
      await home.settle();
    }
    expect((await home.suppressions()).map(({ id }) => id).toSorted()).toEqual(ids.map((id) => `gone-${id}`).toSorted());
    expect(home.whatsapp.submits).toBe(0);
  });

  it('reported after the delivery was over', async () => {
    const home = await house(open);
    const id = await home.send('a');
    await home.settle();
    home.clock.advance(10 * 24 * 60 * 60_000);
    await home.settle();
    const { state } = (await home.messenger.delivery(id))!;
    expect(['undelivered', 'unknown', 'expired']).toContain(state);
    await home.report('1', home.sms.accepted[0]!.messageId);
    await home.settle();
    expect(await home.suppressions()).toHaveLength(1);
  });

  it('a code that says only "out of reach" suspends nothing and the next channel is tried', async () => {
    const home = await house(open, () => ({ outcome: 'rejected', errorClass: 'recipient-unreachable', providerCode: '6' }));
    await home.send('a');
    await home.settle();
    expect(home.whatsapp.accepted).toHaveLength(1);
    expect(await home.suppressions()).toEqual([]);
  });

  it('the carrier’s bar is a state of its own: that channel is closed to every sender, the others and the consents stand', async () => {
    const home = await house(open, () => ({ outcome: 'rejected', errorClass: 'carrier-blocked', providerCode: '21614' }));
    const id = await home.send('a');
    await home.settle();
    expect(home.whatsapp.submits).toBe(0);
    expect(await home.suppressions()).toMatchObject([
      { id: `barred-${id}`, sender: '*', channels: ['sms'], reason: 'carrier-blocked', evidence: { actor: 'sms:21614' } },
    ]);
    expect(await home.may('acme', 'marketing')).toBe('allowed');
    const later = await home.send('b', 'sister');
    await home.settle();
    expect(home.sms.submits).toBe(1);
    expect(home.whatsapp.accepted).toHaveLength(1);
    expect(await home.messenger.delivery(later)).toMatchObject({ state: 'in-progress' });
    home.clock.advance(60_000);
    await home.messenger.consent.unsuppress({ address: PHONE, reason: 'carrier-blocked', evidence: { method: 'staff', grade: 'B' } });
    await home.send('c');
    await home.settle();
    expect(home.sms.submits).toBe(2);
  });

  it('its next owner starts with nothing of the old one’s; a mistake is lifted by hand', async () => {
    const grade = { method: 'reply', grade: 'A' } as const;
    const [next, mistaken] = [await house(open), await house(open)];
    for (const home of [next, mistaken]) {
      await home.send('a');
      await home.settle();
      await home.report('1', home.sms.accepted[0]!.messageId);
      await home.settle();
      home.clock.advance(60_000);
    }
    const { consent } = next.messenger;
    await consent.grant({ address: PHONE, sender: 'sister', purposes: ['offers'], channels: ['whatsapp'], evidence: grade });
    expect([await next.may('acme', 'marketing'), await next.may('sister', 'marketing')]).toEqual(['consent-other-sender', 'allowed']);
    await mistaken.messenger.consent.unsuppress({
      address: PHONE,
      reason: 'number-reassigned',
      evidence: { method: 'staff', grade: 'B', actor: 'support' },
    });
    expect(await mistaken.may('acme', 'marketing')).toBe('allowed');
  });
});
