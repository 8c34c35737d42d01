import { describe, expect, it } from 'vitest';
import { consentReceipt, type ProofBundle, verifyBundle } from '../../src/proof/index.ts';
import { verifyBundle as verifyAlone } from '../../src/proof/standalone/verify.mjs';
import { codeBlocks } from '../docs/code-blocks.ts';
import { readPage } from '../docs/read-docs.ts';
import { runPage } from '../docs/run-page.ts';

const page = readPage('proof-format.md') ?? '';
const blocks = codeBlocks('proof-format.md', page);
const codeIn = (language: string): string => blocks.findLast((block) => block.language === language)!.code;
const bundle = JSON.parse(codeIn('json')) as ProofBundle;
const [, publicKey = ''] = /bundle\.json '([^']+)'/u.exec(codeIn('sh')) ?? [];

/** The bundle with one character of one of its texts changed, for every character that a proof stands on. */
function changed(): readonly ProofBundle[] {
  const spoilt = (text: string): readonly string[] =>
    Array.from(text, (letter, at) => `${text.slice(0, at)}${letter === 'x' ? 'y' : 'x'}${text.slice(at + letter.length)}`);
  const records = bundle.records.flatMap((record, at) => [
    ...spoilt(record.body).map((body) => ({ ...bundle, records: bundle.records.with(at, { ...record, body }) })),
    ...spoilt(record.proof).map((proof) => ({ ...bundle, records: bundle.records.with(at, { ...record, proof }) })),
  ]);
  const [notice] = bundle.notices;
  const texts = (['hash', 'version', 'language', 'text'] as const).flatMap((name) =>
    spoilt(notice![name]).map((value) => ({ ...bundle, notices: [{ ...notice!, [name]: value }] })),
  );
  const others = spoilt(bundle.subject).map((subject) => ({ ...bundle, subject: subject as ProofBundle['subject'] }));
  return [...records, ...texts, ...others, { ...bundle, records: bundle.records.slice(1) }];
}

const program = `
import { readFileSync } from 'node:fs';
import { check } from './block-1.mts';

const { sound, changed, key } = JSON.parse(readFileSync(0, 'utf8'));
const holds = changed.map((bundle) => {
  try {
    return check(bundle, key).length > 0;
  } catch {
    return false;
  }
});
process.stdout.write(JSON.stringify({ said: check(sound, key), held: holds.filter(Boolean).length, tried: holds.length }));
`;

describe('the page about consent', () => {
  it('has a row for every member of a receipt', () => {
    const { record } = verifyBundle(bundle, { publicKey }).records[0]!;
    const details = { controller: { name: 'Acme Garden Ltd' }, withdrawal: 'Reply STOP', notice: bundle.notices[0], locations: ['GB'] };
    const receipt = JSON.stringify(consentReceipt(record!, details));
    const members = new Set([...receipt.matchAll(/"([a-z]+_[a-z_]+)":/gu)].map(([, name]) => name!));
    const explained = readPage('consent.md') ?? '';
    expect(members.size).toBeGreaterThan(15);
    const parts = ['algorithm', 'party_id', 'party_type', 'party_name'];
    expect([...members].filter((name) => !parts.includes(name) && !explained.includes(name))).toEqual([]);
  });
});

describe('the proof format', () => {
  const spoilt = changed();

  it('has a worked example that checks with the code on the page, and no longer once a character is changed', () => {
    const printed = JSON.parse(runPage(page, program, JSON.stringify({ sound: bundle, changed: spoilt, key: publicKey })));
    expect(`${printed.said.join('\n')}\n`).toBe(codeIn('text'));
    expect(printed.tried).toBeGreaterThan(1_500);
    expect(printed.held).toBe(0);
  });

  it('is what both verifiers of ours read', async () => {
    expect(verifyBundle(bundle, { publicKey })).toMatchObject({ ok: true, checkpoint: { size: 5 } });
    expect(await verifyAlone(bundle, publicKey)).toMatchObject({ ok: true });
    expect(spoilt.filter((one) => verifyBundle(one, { publicKey }).ok)).toEqual([]);
    for (const one of spoilt.filter((_, index) => index % 25 === 0)) expect((await verifyAlone(one, publicKey)).ok).toBe(false);
  });

  it('names every member of a bundle and of a record', () => {
    const members = [...Object.keys(bundle), ...bundle.records.flatMap(({ body }) => Object.keys(JSON.parse(body)))];
    expect(members.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  });
});
