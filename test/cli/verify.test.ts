import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/cli/verify.ts';
import { verifierKeyText } from '../../src/proof/note-key.ts';
import { anna, fixedSigner, notice, openScene } from '../proof/support.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

let bundle: string;
let key: string;
let changed: string;

beforeAll(async () => {
  const scene = await openScene();
  const sound = await scene.bundle();
  bundle = file('bundle.json', sound);
  key = file('key', `${scene.publicKey}\n`);
  const records = sound.records.with(1, { ...sound.records[1]!, body: sound.records[1]!.body.replace('"withdrawn"', '"granted"') });
  changed = file('changed.json', { ...sound, records });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('licet verify', () => {
  it('says of each record that it is proven', async () => {
    const { code, out, err } = await run(verify, [bundle, '--key', key]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.match(/^ok {3}record \d/gmu)).toHaveLength(3);
    expect(out).toContain('Consent withdrawn');
    expect(out).toContain('acme.example/consent');
  });

  it('shows neither the number nor the notes of the person', async () => {
    for (const format of ['text', 'jsonl']) {
      const { out } = await run(verify, [bundle, '--key', key, '--format', format]);
      expect(out).not.toContain(anna.slice(1));
      expect(out).not.toContain('стойка');
      expect(out).not.toContain(notice.text);
    }
  });

  it('gives a line per record and one for the whole', async () => {
    const { code, out } = await run(verify, [bundle, '--key', key, '--format', 'jsonl']);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ record, valid, kind }) => [record, valid, kind])).toEqual([
      [1, true, 'granted'],
      [2, true, 'withdrawn'],
      [3, true, 'granted'],
      [undefined, undefined, undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({ ok: true, faults: [], records: 3, checkpoint: { origin: 'acme.example/consent' } });
  });

  it('exits with 1 and names the record that was changed', async () => {
    const { code, out } = await run(verify, [changed, '--key', key]);
    expect(code).toBe(1);
    expect(out).toMatch(/^BAD {2}record 2.*the ledger does not hold this text/mu);
    expect(out).toMatch(/^ok {3}record 1/mu);
    const inRussian = await run(verify, [changed, '--key', key, '--language', 'ru']);
    expect(inRussian.out).toContain('Пакет НЕ сходится');
  });

  it('exits with 1 for a bundle of another ledger’s key', async () => {
    const other = file('other', verifierKeyText(fixedSigner('acme.example/consent', 3)));
    const { code, out } = await run(verify, [bundle, '--key', other]);
    expect(code).toBe(1);
    expect(out).toContain('names another key');
  });

  it('says what a check against the bundle’s own key is worth', async () => {
    const { code, err } = await run(verify, [bundle]);
    expect(code).toBe(0);
    expect(err).toContain('not who signed it');
  });

  it.each([
    ['a file that does not exist', () => [join(folder, 'nowhere.json')], /cannot be read/u],
    ['no JSON', () => [file('text.json', 'hello'), '--key', key], /not a proof bundle/u],
    ['other JSON', () => [file('list.json', [1, 2])], /not a proof bundle/u],
    ['JSON with a key and nothing else', () => [file('key-only.json', { publicKey: 'x' }), '--key', key], /not a proof bundle/u],
    ['a key that is none', () => [bundle, '--key', file('nokey', 'hello')], /not the text form of an Ed25519 verifier key/u],
    ['a key file that does not exist', () => [bundle, '--key', join(folder, 'nokeyfile')], /The key .* cannot be read/u],
    ['no bundle', () => [], /Give one bundle/u],
    ['an option it does not have', () => [bundle, '--fast'], /fast/u],
    ['a format it does not have', () => [bundle, '--format', 'sarif'], /--format takes text, jsonl/u],
  ])('exits with 2 for %s', async (_, args, message) => {
    const { code, out, err } = await run(verify, args());
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });
});
