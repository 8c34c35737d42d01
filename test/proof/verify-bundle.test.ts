import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMerkleTree } from '../../src/ledger/index.ts';
import { continueBundle, type ProofBundle } from '../../src/proof/bundle.ts';
import { verifierKeyText } from '../../src/proof/note-key.ts';
import { verifyBundle as standalone } from '../../src/proof/standalone/verify.mjs';
import { parseTlogProof } from '../../src/proof/tlog-proof.ts';
import { verifyBundle } from '../../src/proof/verify-bundle.ts';
import { anna, fixedSigner, freshSigner, notice, openScene, type Scene } from './support.ts';

let scene: Scene;
let bundle: ProofBundle;
beforeAll(async () => {
  scene = await openScene();
  bundle = await scene.bundle();
});

/** The verdicts of both verifiers, which share no code. */
async function verdicts(value: unknown, publicKey = scene.publicKey): Promise<readonly boolean[]> {
  return [verifyBundle(value, { publicKey }).ok, (await standalone(value, publicKey)).ok];
}

describe('a proof bundle', () => {
  it('is found sound by the library and by the stand-alone verifier', async () => {
    expect(await verdicts(bundle)).toEqual([true, true]);
    const verdict = verifyBundle(bundle, scene);
    expect(verdict).toMatchObject({ ok: true, faults: [], checkpoint: { origin: 'acme.example/consent', size: 14 } });
    expect(verdict.records.map(({ record }) => record?.kind)).toEqual(['granted', 'withdrawn', 'granted']);
    expect(verdict.records[0]?.record?.personal).toEqual({ address: anna, note: 'Анна, стойка 2' });
    expect((await standalone(bundle, scene.publicKey)).records[0]?.personal).toEqual({ address: anna, note: 'Анна, стойка 2' });
  });

  it('shows nothing of other people', () => {
    const text = JSON.stringify(bundle);
    for (let i = 0; i < 11; i += 1) {
      const other = scene.book.subject(`+4477009010${String(i).padStart(2, '0')}`);
      expect(text).not.toContain(other);
    }
  });

  it('stays sound without the key of the personal fields', async () => {
    const closed = { ...bundle, dataKey: null };
    expect(await verdicts(closed)).toEqual([true, true]);
    expect(verifyBundle(closed, scene).records[0]?.record?.personal).toBeNull();
  });

  it('is refused under another key, even one of the same name', async () => {
    expect(await verdicts(bundle, verifierKeyText(freshSigner('acme.example/consent')))).toEqual([false, false]);
    expect(await verdicts(bundle, verifierKeyText(fixedSigner('sister.example/consent')))).toEqual([false, false]);
  });

  it('is refused by both for single flipped bits anywhere', async () => {
    const bytes = Buffer.from(JSON.stringify(bundle));
    for (let bit = 0; bit < bytes.length * 8; bit += 5) {
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const value = parsed(bytes.toString());
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      if (verifyBundle(value, scene).ok) expect.fail(`bit ${bit} of byte ${bit >> 3} was not noticed`);
      if (bit % 145 === 0 && (await standalone(value, scene.publicKey)).ok) expect.fail(`the stand-alone verifier did not notice bit ${bit}`);
    }
  }, 60_000);

  it.each<[string, (b: ProofBundle) => unknown]>([
    ['a record left out', (b) => ({ ...b, records: b.records.toSpliced(1, 1) })],
    ['the last record alone', (b) => ({ ...b, records: b.records.slice(2) })],
    ['records swapped', (b) => ({ ...b, records: [b.records[1], b.records[0], b.records[2]] })],
    ['a record twice', (b) => ({ ...b, records: [...b.records, b.records[2]] })],
    ['bodies exchanged between proofs', (b) => ({ ...b, records: b.records.with(0, { ...b.records[0]!, body: b.records[2]!.body }) })],
    ['no records', (b) => ({ ...b, records: [] })],
    ['no text', (b) => ({ ...b, notices: [] })],
    ['a text changed', (b) => ({ ...b, notices: [{ ...b.notices[0]!, text: 'Согласен на всё.' }] })],
    ['a text nobody was shown', (b) => ({ ...b, notices: [...b.notices, { ...b.notices[0]!, version: '4' }] })],
    ['another person', (b) => ({ ...b, subject: 'AAAAAAAAAAAAAAAAAAAAAAAA' })],
    ['another data key', (b) => ({ ...b, dataKey: Buffer.alloc(32).toString('base64') })],
    ['a member too many', (b) => ({ ...b, comment: 'trust me' })],
    ['another format', (b) => ({ ...b, format: 'licet-proof-bundle/2' })],
    ['records that are no list', (b) => ({ ...b, records: {} })],
    ['nothing', () => null],
    ['a proof of nothing', (b) => ({ ...b, records: b.records.map((r) => ({ ...r, proof: '' })) })],
  ])('is refused by both with %s', async (_what, change) => expect(await verdicts(change(bundle))).toEqual([false, false]));

  it('names what is wrong with which record', () => {
    const bent = {
      ...bundle,
      records: bundle.records.with(1, { ...bundle.records[1]!, body: bundle.records[1]!.body.replace('withdrawn', 'refreshed') }),
    };
    expect(verifyBundle(bent, scene).records.map((r) => r.faults)).toEqual([[], ['not-in-ledger'], ['chain-broken']]);
  });

  it('survives the erasure of the person, without the personal fields', async () => {
    const own = await openScene();
    await own.book.erase({ address: anna, evidence: { method: 'staff', grade: 'B' }, reason: 'request' });
    const after = await own.bundle();
    expect(after.dataKey).toBeNull();
    expect([verifyBundle(after, own).ok, (await standalone(after, own.publicKey)).ok]).toEqual([true, true]);
    await own.book.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } });
    const back = await own.bundle();
    expect([verifyBundle(back, own).ok, (await standalone(back, own.publicKey)).ok]).toEqual([true, true]);
    expect(verifyBundle(back, own).records.map(({ record }) => record?.personal)).toEqual([null, undefined, null, undefined, { address: anna }]);
  });
});

describe('a bundle with a later checkpoint', () => {
  it('shows that history was continued, for every size then and now', async () => {
    const own = await openScene(3);
    let then = await own.bundle();
    for (let i = 0; i < 40; i += 1) {
      await own.book.grant({
        address: `person ${i}`,
        sender: 'acme',
        channels: ['sms'],
        purposes: ['offers'],
        evidence: { method: 'api', grade: 'B' },
      });
      const later = await continueBundle(
        then,
        parseTlogProof(then.records[0]!.proof) === null ? 0 : verifyBundle(then, own).checkpoint!.size,
        own.log,
      );
      expect([verifyBundle(later, own).ok, (await standalone(later, own.publicKey)).ok]).toEqual([true, true]);
      const bent = {
        ...later,
        later: { ...later.later!, consistency: later.later!.consistency.toReversed().concat(later.later!.consistency.slice(0, 1)) },
      };
      expect([verifyBundle(bent, own).ok, (await standalone(bent, own.publicKey)).ok]).toEqual([false, false]);
      if (i % 7 === 6) then = await own.bundle();
    }
  });

  it('is refused when the later state is of another history', async () => {
    const other = await openScene(20);
    const now = await other.log.checkpoint();
    expect(await verdicts({ ...bundle, later: { checkpoint: now, consistency: [] } })).toEqual([false, false]);
    const size = verifyBundle(bundle, scene).checkpoint!.size;
    const consistency = other.log.tree.consistencyProof(size).map((hash) => Buffer.from(hash).toString('base64'));
    expect(await verdicts({ ...bundle, later: { checkpoint: now, consistency } })).toEqual([false, false]);
    expect(createMerkleTree().size).toBe(0);
  });
});

describe('verify.mjs', () => {
  it('carries the very words that personal fields are packed over', () => {
    const lines = (path: string): string =>
      readFileSync(new URL(path, import.meta.url), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .join('\n');
    const words = /\[\n('.*)\]\.join\(''\)/s.exec(lines('../../src/consent/record/personal-dictionary.ts'))?.[1];
    expect(words?.length).toBeGreaterThan(1_500);
    expect(lines('../../src/proof/standalone/verify.mjs')).toContain(words);
  });

  const folder = mkdtempSync(join(tmpdir(), 'licet-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = new URL('../../src/proof/standalone/verify.mjs', import.meta.url).pathname;

  it('runs alone: a copy of the one file, a bundle and a key', () => {
    const copy = join(folder, 'verify.mjs');
    execFileSync('cp', [script, copy]);
    writeFileSync(join(folder, 'bundle.json'), JSON.stringify(bundle));
    const sound = spawnSync(process.execPath, [copy, 'bundle.json', '--key', scene.publicKey], { cwd: folder, encoding: 'utf8' });
    expect(sound.stdout).toContain('The bundle is sound.');
    expect(sound.status).toBe(0);
    writeFileSync(join(folder, 'bent.json'), JSON.stringify(bundle).replace('offers', 'orders'));
    const bent = spawnSync(process.execPath, [copy, 'bent.json', '--key', scene.publicKey], { cwd: folder, encoding: 'utf8' });
    expect(bent.stdout).toMatch(/FALSE {2}record \d: the record is not in the ledger/);
    expect(bent.status).toBe(1);
    expect(spawnSync(process.execPath, [copy], { encoding: 'utf8' }).status).toBe(2);
  });

  it('does not show personal fields on the screen', () => {
    writeFileSync(join(folder, 'bundle.json'), JSON.stringify(bundle));
    const { stdout } = spawnSync(process.execPath, [script, join(folder, 'bundle.json'), '--key', scene.publicKey], { encoding: 'utf8' });
    expect(stdout).not.toContain(anna);
    expect(stdout).not.toContain(notice.text);
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
