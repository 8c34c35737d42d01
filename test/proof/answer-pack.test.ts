import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createMessenger, definePlan, memoryStores, type TemplateSet } from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { sha256Hex } from '../../src/ledger/hash.ts';
import { answerPack, complaintDossier, createLedgerLog, ed25519Signer, memoryWitness } from '../../src/proof/index.ts';
import { manualClock, memoryProvider } from '../../src/testing/index.ts';
import { keepNotices, keptNotices } from '../../src/web/index.ts';

const anna = '+447700900123';
const folder = mkdtempSync(join(tmpdir(), 'answer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const templates: TemplateSet = [
  {
    id: 'sale',
    kind: 'marketing',
    purpose: 'offers',
    variants: [
      { channel: 'sms', locale: 'en', text: 'ACME: {{name}}, teapots 20% off <today>. Opt out: acme.example/stop' },
      { channel: 'sms', locale: 'ru', text: 'ACME: {{name}}, чайники дешевле на 20 %. Отказ: acme.example/stop' },
    ],
  },
];

async function complain(now: TemplateSet = templates) {
  const clock = manualClock(new Date('2026-11-23T12:00:00Z'));
  const stores = memoryStores({ clock });
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const messenger = createMessenger({
    ...stores,
    secret: Buffer.alloc(32, 4),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME' }],
    channels: [sms],
    templates,
    plans: [definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    clock,
  });
  const [notice] = await keepNotices(stores.documentStore, [{ version: '2', language: 'en', text: 'Send me offers of ACME by SMS.' }]);
  const evidence = { method: 'web-form', grade: 'B', notice: notice! } as const;
  await messenger.consent.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence });
  const send = (key: string) =>
    messenger.send(
      { to: anna, kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'sale', plan: 'promo', values: { name: 'Anna' }, locale: 'en' },
      { idempotencyKey: key },
    );
  const work = async () => {
    for (let i = 0; i < 3; i++) await messenger.tick();
  };
  clock.advance(1_000);
  await send('one');
  await work();
  clock.advance(1_000);
  const call = { kind: 'inbound', recipient: anna, messageId: 'in-1', text: 'I never signed up for this, reporting you to the ICO' };
  await messenger.webhook(
    'sms',
    new Request('https://hooks.example.test/sms', {
      method: 'POST',
      body: JSON.stringify({ events: [call] }),
      headers: { 'content-type': 'application/json' },
    }),
  );
  await send('two');
  await work();
  const [complaint] = await messenger.complaints.list();
  const signer = ed25519Signer('acme.example/consent', generateKeyPairSync('ed25519').privateKey);
  const log = createLedgerLog({ store: stores.consentStore, signer, witness: memoryWitness() });
  const notices = await keptNotices(stores.documentStore);
  const sources = { consent: messenger.consent, store: stores.consentStore, deliveries: stores.deliveryStore, log, signer, notices };
  return { dossier: await complaintDossier({ ...sources, templates: now }, complaint!), complaint: complaint!, messenger, sources };
}

const details = { operator: { name: 'ACME Ltd', address: 'London' }, preparedAt: new Date('2026-11-24T09:00:00Z') };
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('the dossier of a complaint', () => {
  it('holds the words of the person, the words that were sent, and the ground of each message', async () => {
    const { dossier, complaint } = await complain();
    expect(complaint).toMatchObject({ source: 'reply', state: 'open', country: 'GB', provider: 'sms' });
    expect(dossier.text).toBe('I never signed up for this, reporting you to the ICO');
    expect(dossier.verdict.ok).toBe(true);
    const [first, second] = dossier.messages;
    expect(first?.sent).toHaveLength(1);
    expect(first?.sent[0]?.content?.text).toBe('ACME: Anna, teapots 20% off <today>. Opt out: acme.example/stop');
    expect(first?.sent[0]?.reliedOn).toMatchObject({ kind: 'granted', evidence: { notice: { version: '2' } } });
    expect(first?.sent[0]?.consentThen).toMatchObject({ allowed: true });
    expect(second?.delivery).toMatchObject({ state: 'refused', reason: 'consent-withdrawn' });
    expect(second?.sent).toEqual([]);
  });

  it('shows no words that the kept hash does not prove', async () => {
    const changed = templates.map((one) => ({ ...one, variants: one.variants.map((variant) => ({ ...variant, text: `${variant.text}!` })) }));
    const { dossier } = await complain(changed);
    expect(dossier.messages[0]?.sent[0]?.content).toBeNull();
    expect(textOf(answerPack(dossier, details)['answer-en.html'])).toContain('the words cannot be shown');
  });

  it('says so when a message went out without a consent', async () => {
    const { messenger, sources, complaint } = await complain();
    await messenger.consent.withdraw({
      address: anna,
      evidence: { method: 'call', grade: 'B' },
      // known later than it happened: the message had gone out meanwhile
      occurredAt: new Date('2026-11-23T12:00:00.500Z'),
    });
    const dossier = await complaintDossier({ ...sources, templates }, complaint);
    expect(dossier.messages[0]?.sent[0]?.consentThen).toMatchObject({ allowed: false, reason: 'consent-withdrawn' });
  });
});

describe('the answer to a regulator', () => {
  it('is a ZIP whose bundle verifies with nothing but what is in it', async () => {
    const { dossier } = await complain();
    const files = unzipSync(zipSync({ ...answerPack(dossier, details) }));
    expect(Object.keys(files).toSorted()).toEqual(
      ['SHA256SUMS', 'answer-en.html', 'answer-ru.html', 'bundle.json', 'consent-en.html', 'consent-ru.html', 'dossier.json', 'key.txt', 'verify-en.html', 'verify-ru.html', 'verify.mjs'], // biome-ignore format: a list
    );
    for (const line of textOf(files.SHA256SUMS).trim().split('\n')) {
      const [hash, name] = line.split('  ');
      expect(sha256Hex(textOf(files[name!]))).toBe(hash);
    }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const key = textOf(files['key.txt']).trim();
    const out = execFileSync(process.execPath, [join(folder, 'verify.mjs'), join(folder, 'bundle.json'), '--key', key], { encoding: 'utf8' });
    expect(out).toMatch(/The bundle is sound\./u);
    writeFileSync(join(folder, 'bad.json'), textOf(files['bundle.json']).replace(/"body": "(.)/u, '"body": "X'));
    expect(() => execFileSync(process.execPath, [join(folder, 'verify.mjs'), join(folder, 'bad.json'), '--key', key], { stdio: 'pipe' })).toThrow();
  });

  it('reads in English and Russian, and puts nothing into the page that a browser would take for markup', async () => {
    const { dossier } = await complain();
    const files = answerPack(dossier, details);
    const [en, ru] = [textOf(files['answer-en.html']), textOf(files['answer-ru.html'])];
    expect(en).toContain('Answer to a complaint');
    expect(ru).toContain('Ответ на жалобу');
    for (const page of [en, ru]) {
      expect(page).toContain('teapots 20% off &lt;today&gt;');
      expect(page).toContain('I never signed up for this');
      expect(page).toContain('Send me offers of ACME by SMS.');
      expect(page).not.toContain('undefined');
    }
    expect(ru).toContain('срок установлен самим оператором');
    expect(Object.keys(answerPack(dossier, { ...details, languages: ['ru'] }))).not.toContain('answer-en.html');
  });

  it('is the same bytes for the same case', async () => {
    const { dossier } = await complain();
    expect(zipSync({ ...answerPack(dossier, details) }, { mtime: details.preparedAt })).toEqual(
      zipSync({ ...answerPack(dossier, details) }, { mtime: details.preparedAt }),
    );
  });
});
