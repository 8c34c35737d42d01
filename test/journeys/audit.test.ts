import { generateKeyPairSync } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCampaign, createAuditDesk, touchedBy, verifyAudit } from '../../src/audit/index.ts';
import type { MessengerOptions, MessengerStores } from '../../src/index.ts';
import { memoryStores } from '../../src/index.ts';
import type { LawPack } from '../../src/law/index.ts';
import { lawFeed } from '../../src/law/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { createLedgerLog, ed25519Signer, memoryWitness, verifierKeyText } from '../../src/proof/index.ts';
import { type ManualClock, manualClock } from '../../src/testing/index.ts';
import { grantAll, house, message, people, phone, settle, start } from '../campaign/house.ts';

let database: PGlite;
let tenants = 0;
beforeAll(async () => {
  database = await PGlite.create();
  await migrateStores(database);
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const dated = {
  basis: [{ act: 'An act of this test', article: '1' }],
  confidence: 'primary',
  checkedOn: '2026-01-01',
  reviewBy: '2027-01-01',
} as const;

/** A Great Britain whose law changes on the first of June: shorter hours, one message a week, two documents, SMS barred a month later. */
function stricter(): LawPack {
  const pack = gb();
  const hours = { weekdays: [['14:00', '16:00']], saturday: [], sunday: [], holidays: [] } as const;
  return {
    ...pack,
    windows: [...pack.windows, { ...dated, since: '2026-06-01', kinds: ['marketing'], strength: 'statute', ...hours }],
    caps: [...pack.caps, { ...dated, since: '2026-06-01', kinds: ['marketing'], max: 1, per: 'calendar-week' }],
    consent: [...pack.consent, { ...dated, since: '2026-06-01', kinds: ['marketing'], requires: 'prior', minimumGrade: 'A' }],
    channels: [...pack.channels, { ...dated, since: '2026-07-01', channel: 'sms', kinds: ['marketing'], effect: 'barred' }],
  };
}

describe.each([
  { name: 'memory', open: (clock: ManualClock): MessengerStores => memoryStores({ clock }) },
  { name: 'PGlite', open: (clock: ManualClock): MessengerStores => postgresStores({ client: database, tenant: `audit-${tenants++}`, clock }) },
])('an audit on $name', ({ open }) => {
  const sent = async (over: Partial<MessengerOptions> = {}, count = 12) => {
    const clock = manualClock(start);
    const stores = open(clock);
    const home = house(stores, clock, over);
    const audience = people(0, count);
    await grantAll(home, audience);
    await home.messenger.campaign({ ...message, plan: 'sms-only', audience });
    await settle(home);
    expect(home.sms.accepted).toHaveLength(count);
    return { clock, stores, home, audience };
  };
  const codes = (audit: Awaited<ReturnType<typeof auditCampaign>>) =>
    audit.findings.map(({ finding, found, foundAgainst, appeared, gone }) => [
      `${finding.check} ${finding.code}`,
      found,
      foundAgainst,
      appeared,
      gone,
    ]);

  it('finds nothing where everything was right, from the store alone', async () => {
    const { clock, stores } = await sent();
    const audit = await auditCampaign(stores, { campaignId: 'spring', now: clock.now(), packs: [gb()] });
    expect(audit).toMatchObject({ calls: 12, people: 12, faulty: 0, faultyAgainst: 0, campaignId: 'spring', against: '2026-04-13' });
    expect(audit.findings.filter(({ finding }) => finding.severity === 'error' || finding.check === 'facts')).toEqual([]);
    expect(JSON.stringify(audit)).not.toContain('7700900');
  });

  it('says what another date’s law would have said, and what that changes', async () => {
    const { clock, stores, home, audience } = await sent();
    // a second message of the same week to everybody
    await home.messenger.campaign({ ...message, id: 'again', plan: 'sms-only', audience });
    clock.advance(HOUR_MS);
    await settle(home);
    const june = await auditCampaign(stores, { campaignId: 'again', now: clock.now(), packs: [stricter()], against: '2026-06-15' });
    expect(june).toMatchObject({ calls: 12, faulty: 0, faultyAgainst: 12 });
    expect(codes(june).filter(([code]) => !String(code).startsWith('content'))).toEqual([
      ['consent consent-evidence-too-weak', 0, 12, 12, 0],
      ['frequency frequency-cap: law/gb//marketing//calendar-week', 0, 12, 12, 0],
      ['window quiet-hours', 0, 12, 12, 0],
    ]);
    const july = await auditCampaign(stores, { campaignId: 'spring', now: clock.now(), packs: [stricter()], against: '2026-07-15' });
    expect(codes(july).map(([code]) => code)).toContain('law channel-barred');
    // the first of the week was not one too many
    expect(codes(july).map(([code]) => code)).not.toContain('frequency frequency-cap: law/gb//marketing//calendar-week');
    const asJune = await auditCampaign(stores, {
      campaignId: 'again',
      now: clock.now(),
      packs: [stricter()],
      asOf: '2026-06-15',
      against: '2026-04-13',
    });
    expect(asJune).toMatchObject({ faulty: 12, faultyAgainst: 0, asOf: '2026-06-15' });
    expect(codes(asJune)[0]).toEqual(['consent consent-evidence-too-weak', 12, 0, 0, 12]);
  });

  it('reads the words as they were sent, though the template has changed since', async () => {
    const bad = {
      id: 'sale',
      kind: 'marketing' as const,
      purpose: 'offers',
      variants: [
        { channel: 'sms' as const, locale: 'en', text: 'Acme Garden: {{name}}, bulbs are 20% off until Friday. Opt out: acme.example/stop' },
      ],
    };
    const { clock, stores } = await sent({ templates: [bad] }, 3);
    // another worker starts with a new wording under the same name
    clock.advance(HOUR_MS);
    const later = house(stores, clock, { templates: [{ ...bad, variants: [{ ...bad.variants[0]!, text: 'Acme Garden: hello {{name}}.' }] }] });
    await later.messenger.tick();
    const audit = await auditCampaign(stores, { campaignId: 'spring', now: clock.now(), packs: [gb()] });
    expect(audit.findings.filter(({ finding }) => finding.code === 'content-not-proven')).toEqual([]);
    expect(audit.faulty).toBe(0);
  });

  it('tells a refusal that was there from one that came to be known later, and words that cannot be proven', async () => {
    const { clock, stores, home } = await sent({}, 4);
    const evidence = { method: 'paper', grade: 'B' } as const;
    // written on paper before the message, recorded after it
    clock.advance(60_000);
    await home.messenger.consent.withdraw({ address: phone(0), evidence, occurredAt: new Date(start.getTime() - HOUR_MS) });
    await home.messenger.consent.erase({ address: phone(1), evidence, reason: 'request', despiteOpenCase: true });
    clock.advance(HOUR_MS);
    const audit = await auditCampaign(stores, { campaignId: 'spring', now: clock.now(), packs: [gb()] });
    const found = codes(audit).map(([code, count]) => `${code}: ${count}`);
    expect(found).toContain('consent consent-withdrawn-known-later: 1');
    expect(found).toContain('facts content-not-proven: 1');
    expect(audit.faulty).toBe(0);
  });

  it('is signed over the ledger, kept, believed by anybody with the key, and made again when the law changes', async () => {
    const { clock, stores } = await sent({}, 3);
    const signer = ed25519Signer('acme.example/consent', generateKeyPairSync('ed25519').privateKey);
    const witness = memoryWitness();
    const log = createLedgerLog({ store: stores.consentStore, signer, witness });
    const desk = createAuditDesk({ stores, packs: [stricter()], signer, log, witness });
    expect(await desk.due(clock.now())).toEqual([]);
    clock.advance(3 * 24 * HOUR_MS);
    expect(await desk.due(clock.now())).toEqual([{ campaignId: 'spring', because: 'never-audited' }]);
    const [signed] = await desk.runDue(clock.now());
    const key = verifierKeyText(signer);
    expect(verifyAudit(signed!, key)).toEqual({ ok: true });
    expect(verifyAudit(JSON.parse(JSON.stringify((await desk.kept('spring'))[0])), key)).toEqual({ ok: true });
    expect(await witness.checkpoints('acme.example/consent/audit')).toEqual([signed!.note]);
    expect(verifyAudit({ ...signed!, audit: { ...signed!.audit, faulty: 7 } }, key)).toEqual({ ok: false, fault: 'audit-changed' });
    expect(verifyAudit({ ...signed!, checkpoint: `${signed!.checkpoint} ` }, key)).toEqual({ ok: false, fault: 'checkpoint-changed' });
    expect(verifyAudit({ ...signed!, note: signed!.note.replace('spring', 'summer') }, key)).toEqual({ ok: false, fault: 'note-unreadable' });

    clock.advance(10 * 24 * HOUR_MS);
    expect(await desk.due(clock.now())).toEqual([]);
    clock.advance(60 * 24 * HOUR_MS);
    expect(await desk.due(clock.now())).toEqual([{ campaignId: 'spring', because: 'law-changed' }]);
    await desk.runDue(clock.now());
    expect((await desk.kept()).map(({ audit }) => audit.against)).toEqual(['2026-04-16', '2026-06-25']);
    expect(await desk.due(new Date(clock.now().getTime() + 29 * 24 * HOUR_MS))).toEqual([{ campaignId: 'spring', because: 'law-changed' }]);
  });

  it('names the running campaigns and templates that a change touches', async () => {
    const clock = manualClock(start);
    const stores = open(clock);
    const home = house(stores, clock);
    const audience = people(0, 5);
    await grantAll(home, audience);
    await home.messenger.campaign({
      ...message,
      plan: 'sms-only',
      audience,
      startAt: new Date('2026-06-10T12:00:00Z'),
      validUntil: new Date('2026-06-20T00:00:00Z'),
    });
    await home.messenger.tick();
    const touched = await touchedBy(stores, [stricter()], clock.now());
    const { changes } = lawFeed([stricter()], { since: '2026-06-01', until: '2026-07-30', country: 'GB' });
    const of = (area: string) => touched(changes.find((change) => change.area === area)!);
    expect(of('window')).toEqual({ campaigns: [{ id: 'spring', open: 5 }], templates: [{ id: 'sale', how: 'concerned' }] });
    // over before the first of July
    expect(of('channel').campaigns).toEqual([]);
  });
});
