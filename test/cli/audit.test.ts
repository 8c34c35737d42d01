import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedAudit, verifyAudit } from '../../src/audit/index.ts';
import { audit } from '../../src/cli/audit.ts';
import { report } from '../../src/cli/report.ts';
import { rules } from '../../src/cli/rules.ts';
import { systemClock } from '../../src/clock.ts';
import { migrateStores, openPglite, postgresStores } from '../../src/postgres/index.ts';
import { ed25519Signer, verifierKeyText } from '../../src/proof/index.ts';
import { manualClock } from '../../src/testing/index.ts';
import { grantAll, house, message, people, settle, start } from '../campaign/house.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
const store = join(folder, 'store');
afterAll(() => rmSync(folder, { recursive: true }));

/** A campaign that went out, by a messenger, to a store on disk; a second one waits. */
beforeAll(async () => {
  const client = await openPglite(store, { clock: systemClock });
  await migrateStores(client);
  const clock = manualClock(start);
  const home = house(postgresStores({ client, tenant: 'acme', clock }), clock);
  const audience = people(0, 40);
  await grantAll(home, audience);
  await home.messenger.campaign({ ...message, plan: 'sms-only', audience });
  await settle(home);
  clock.advance(61_000);
  for (const { to } of audience.slice(0, 12))
    await home.messenger.consent.withdraw({ address: to, evidence: { method: 'link', grade: 'A' }, occurredAt: new Date(start.getTime() + 60_000) });
  await home.messenger.campaign({ ...message, id: 'waiting', plan: 'sms-only', audience: people(40, 45), startAt: new Date('2026-04-14T10:00:00Z') });
  await home.messenger.tick();
  clock.advance(61_000);
  await home.messenger.tick();
  clock.advance(61_000);
  await home.messenger.tick();
  await client.close();
}, 60_000);

describe('licet audit of a store', () => {
  it('reads a campaign again by the law of its days and of another date', async () => {
    const { code, out, err } = await run(audit, ['--store', store, '--campaign', 'spring', '--against', '2026-06-01']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Audit of spring, 40 calls to 40 people, made 2026-04-20T12:00:00.000Z');
    expect(out).toContain('Law of the day each was sent, compared with that of 2026-06-01; packs gb@');
    expect(out).toContain('Calls with an error: 0, by the other date 0');
    expect(out).not.toContain('7700900');
  });

  it('gives the whole as one object, or each call with a finding as a line', async () => {
    const { out } = await run(audit, ['--store', store, '--campaign', 'spring', '--json']);
    expect(JSON.parse(out)).toMatchObject({ format: 'licet-audit/1', campaignId: 'spring', calls: 40, faulty: 0, asOf: null, against: '2026-04-20' });
    const lines = (await run(audit, ['--store', store, '--campaign', 'spring', '--format', 'jsonl'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1).audit).toMatchObject({ campaignId: 'spring' });
    for (const line of lines.slice(0, -1)) expect(line).toMatchObject({ campaignId: 'spring', step: 1, channel: 'sms', country: 'GB' });
  });

  it('signs what is due over a checkpoint, keeps it, and finds nothing due afterwards', async () => {
    const { code, out, err } = await run(audit, ['--store', store, '--sign', '--due', '--json']);
    expect(code).toBe(0);
    expect(err).toContain('Signed and kept: spring, 2026-04-20T12:00:00.000Z');
    const all = out
      .split(/(?<=\n\})\n/u)
      .filter((part) => part.trim() !== '')
      .map((part) => JSON.parse(part) as SignedAudit);
    const { name, privateKey } = JSON.parse(readFileSync(join(store, 'licet-signer-acme.json'), 'utf8'));
    const key = verifierKeyText(ed25519Signer(name, createPrivateKey(privateKey)));
    expect(all.map(({ audit: one }) => one.campaignId)).toEqual(['spring', 'waiting']);
    for (const signed of all) expect(verifyAudit(signed, key)).toEqual({ ok: true });
    expect(readFileSync(join(store, 'licet-checkpoints.jsonl'), 'utf8')).toContain('/audit');
    const again = await run(audit, ['--store', store, '--sign', '--due']);
    expect([again.code, again.out, again.err]).toEqual([0, '', 'Nothing is due.\n']);
  }, 30_000);

  it.each([
    ['a campaign there is not', ['--store', store, '--campaign', 'autumn'], /no campaign "autumn"/u],
    ['--due without --sign', ['--store', store, '--due'], /--due goes with --sign/u],
    ['a day that is none', ['--store', store, '--against', 'tomorrow'], /--against takes a day/u],
    ['a store and lines', ['--store', store, '--input', 'x'], /either a store or --input/u],
    ['signing nothing in particular', ['--store', store, '--sign'], /--campaign ID, or --due/u],
  ])('exits with 2 for %s', async (_, args, words) => {
    const { code, err } = await run(audit, args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});

describe('licet audit of lines', () => {
  const lines = async function* () {
    yield '{"id":1,"country":"GB","channel":"sms","kind":"marketing","sender":"ACME","text":"Acme: 20% off today.","at":"2026-03-02T12:00"}\n';
    yield '{"id":2,"country":"GB","channel":"sms","kind":"marketing","sender":"ACME","text":"Acme: 20% off today. Opt out: STOP to 60777","at":"2026-03-02T12:00"}\n';
    yield 'not a line\n';
  };

  it('says what stood against each then, by the other date, and the difference', async () => {
    const { code, out, err } = await run(audit, ['--against', '2015-01-01', '--format', 'jsonl'], { stdin: lines() });
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 1, asOf: '2026-03-02', against: '2015-01-01' });
    expect(first.findings.map(({ code: rule }: { code: string }) => rule)).toContain('no-opt-out');
    expect(second.findings.map(({ code: rule }: { code: string }) => rule)).not.toContain('no-opt-out');
    expect(first.gone.length + first.appeared.length).toBe(
      first.findings.length + first.findingsAgainst.length - 2 * (first.findings.length - first.gone.length),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^line 3: not JSON/u);
  });

  it('is read by people too, and wants something to read', async () => {
    const { out } = await run(audit, ['--against', '2026-03-02'], { stdin: lines() });
    expect(out).toMatch(/^1: .*no-opt-out \(error\)/u);
    const nothing = await run(audit, [], { stdinIsTerminal: true });
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringMatching(/Give --store DIR/u)]);
  });
});

describe('licet rules changes with a store', () => {
  it('names the running campaigns and templates that changes touch', async () => {
    const world = { now: () => new Date('2026-04-13T12:00:00Z') };
    const { code, out } = await run(rules, ['changes', '--since', '2000-01-01', '--country', 'GB', '--store', store, '--format', 'jsonl'], world);
    expect(code).toBe(0);
    const changes = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ change }) => change !== 'pending');
    const consent = changes.find(({ area, pack }) => area === 'consent' && pack === 'gb');
    expect(consent.touches.campaigns).toEqual([{ id: 'waiting', open: 5 }]);
    expect(consent.touches.templates).toContainEqual({ id: 'sale', how: 'concerned' });
    expect(changes.every(({ touches }) => Array.isArray(touches.templates))).toBe(true);
    const text = await run(rules, ['changes', '--since', '2000-01-01', '--country', 'GB', '--store', store], world);
    expect(text.out).toContain('What this touches here');
    expect(text.out).toMatch(/gb consent .*: campaign waiting \(5\), template sale \(is concerned\)/u);
    const none = await run(rules, ['changes', '--since', '2030-01-01', '--country', 'GB', '--store', store], world);
    expect(none.out).toContain('no running campaign and no template');
  });
});

it('licet report shows the rates that were watched, and what was decided by them', async () => {
  const { code, out } = await run(report, ['--store', store, '--campaign', 'spring']);
  expect(code).toBe(0);
  const quality = out.slice(out.indexOf('<h2>Quality over time</h2>'), out.indexOf('<h2>Unknown and twice</h2>'));
  expect(quality).toContain('<td class="n">12 (30.0%)</td>');
  expect(quality).toMatch(/slowed down: SMS, template sale<\/td><td>Opt-outs; 12 of 40 \(30\.0%\); limits 5\.00% and 10\.0%<\/td>/u);
  const russian = await run(report, ['--store', store, '--campaign', 'spring', '--language', 'ru']);
  expect(russian.out).toContain('замедлено: SMS, шаблон sale</td>');
});
