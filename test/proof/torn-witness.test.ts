import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../src/consent/index.ts';
import { memoryConsentStore } from '../../src/consent/index.ts';
import { fileWitness, verifyLedger } from '../../src/proof/index.ts';
import { openScene } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'licet-torn-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('fileWitness', () => {
  it('passes over a last line that a crash tore anywhere, and writes on behind the whole ones', async () => {
    const path = join(folder, 'checkpoints');
    const witness = fileWitness(path);
    await witness.keep('a', 'first — one');
    await witness.keep('a', 'second — two');
    const whole = readFileSync(path);
    const lastLine = whole.indexOf('\n') + 1;
    for (let end = lastLine + 1; end < whole.length; end += 1) {
      writeFileSync(path, whole.subarray(0, end));
      const kept = end === whole.length - 1 ? ['first — one', 'second — two'] : ['first — one'];
      expect(await witness.checkpoints('a')).toEqual(kept);
      await witness.keep('a', 'third');
      expect(await witness.checkpoints('a')).toEqual([...kept, 'third']);
    }
  });

  it('refuses a broken line that others follow', async () => {
    const path = join(folder, 'broken');
    writeFileSync(path, '{"origin":"a","check\n{"origin":"a","checkpoint":"x"}\n');
    await expect(fileWitness(path).checkpoints('a')).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('verifyLedger', () => {
  it('says since when a row may be missing whose gap shows later', async () => {
    const scene = await openScene();
    const checkpoints = [await scene.log.checkpoint()];
    const { records } = await scene.store.scan(0, 100);
    await scene.book.withdraw({ address: '+447700901001', evidence: { method: 'reply', grade: 'A' } });
    await scene.book.withdraw({ address: 'someone', evidence: { method: 'reply', grade: 'A' } });
    await scene.book.withdraw({ address: '+447700901001', evidence: { method: 'reply', grade: 'A' } });
    const all = (await scene.store.scan(0, 100)).records;
    const missing = records.length;
    const rows: readonly StoredRecord[] = all.toSpliced(missing, 1).map((row, position) => ({ ...row, position }));
    const store = {
      ...memoryConsentStore(),
      scan: async (from: number, limit: number) => ({ records: rows.slice(from, from + limit), next: rows.length }),
    };
    const { fault } = await verifyLedger(store, { checkpoints, publicKey: scene.publicKey });
    expect(fault).toEqual({ fault: 'gap', position: missing + 1, since: missing });
  });
});
