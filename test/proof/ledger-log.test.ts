import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ConsentStore, memoryConsentStore, type SealedRecord, type StoredRecord, sealRecord } from '../../src/consent/index.ts';
import { parseBody } from '../../src/consent/record/open-record.ts';
import { packRecord } from '../../src/consent/record/pack-record.ts';
import { createLedgerLog } from '../../src/proof/ledger-log.ts';
import { verifyLedger } from '../../src/proof/verify-ledger.ts';
import { fileWitness } from '../../src/proof/witness.ts';
import { openScene, type Scene } from './support.ts';

/** A store whose rows somebody changed. */
function tampered(rows: readonly StoredRecord[]): ConsentStore {
  return {
    ...memoryConsentStore(),
    scan: async (from, limit) => ({ records: rows.slice(from, from + limit), next: Math.min(from + limit, rows.length) }),
  };
}

async function rowsOf(scene: Scene): Promise<readonly StoredRecord[]> {
  return (await scene.store.scan(0, 1_000)).records;
}

const renumbered = (rows: readonly StoredRecord[]): readonly StoredRecord[] => rows.map((row, position) => ({ ...row, position }));
/** The forger's best: text changed and hashed again. */
function resealed(row: StoredRecord, change: object): StoredRecord {
  const body = parseBody(row);
  const { validUntil: _validUntil, ...said } = body;
  const dates = { occurredAt: new Date(body.occurredAt), recordedAt: new Date(body.recordedAt) };
  return { ...row, ...sealRecord({ ...said, ...dates, previousHash: body.previousHash ?? null, ...change }) };
}

describe('verifyLedger', () => {
  it('finds nothing wrong with a sound ledger and its checkpoints', async () => {
    const scene = await openScene();
    const checkpoints = [await scene.log.checkpoint()];
    await scene.book.withdraw({ address: 'x', evidence: { method: 'reply', grade: 'A' } });
    checkpoints.push(await scene.log.checkpoint());
    expect(await verifyLedger(scene.store, { checkpoints, publicKey: scene.publicKey })).toEqual({ ok: true, size: 15, fault: null });
  });

  it('names a record whose packed form, which decisions read, says another thing than its text', async () => {
    const scene = await openScene();
    const rows = await rowsOf(scene);
    const position = rows.findIndex(({ body }) => body.includes('"kind":"withdrawn"'));
    const row = rows[position]!;
    const packed = (record: SealedRecord): Buffer => Buffer.from(packRecord(record));
    const sound = tampered(rows.with(position, { ...row, packed: packed(row) }));
    expect((await verifyLedger(sound, { checkpoints: [], publicKey: scene.publicKey })).ok).toBe(true);
    const lying = tampered(rows.with(position, { ...row, packed: packed(resealed(row, { kind: 'granted' })) }));
    const fault = { fault: 'packed-differs', position };
    expect((await verifyLedger(lying, { checkpoints: [], publicKey: scene.publicKey })).fault).toEqual(fault);
    await expect(createLedgerLog({ ...scene, store: lying }).sync()).rejects.toMatchObject({ code: 'ledger-tampered', fault });
  });

  it('names the record of every flipped bit', async () => {
    const scene = await openScene(2);
    const rows = await rowsOf(scene);
    for (const [position, row] of rows.entries()) {
      const bytes = Buffer.from(row.body);
      for (let bit = position; bit < bytes.length * 8; bit += 3) {
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        const { fault } = await verifyLedger(tampered(rows.with(position, { ...row, body: bytes.toString() })), {
          checkpoints: [],
          publicKey: scene.publicKey,
        });
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        if (fault?.position !== position) expect.fail(`bit ${bit} of record ${position} was blamed on ${fault?.position}`);
      }
    }
  }, 60_000);

  it.each<[string, (rows: readonly StoredRecord[]) => readonly StoredRecord[], object]>([
    ['deleted from the middle of a chain', (rows) => renumbered(rows.toSpliced(5, 1)), { fault: 'gap', position: 12 }],
    ['deleted, a hole left', (rows) => rows.toSpliced(5, 1), { fault: 'position-wrong', position: 5 }],
    ['swapped', (rows) => renumbered(rows.with(4, rows[5]!).with(5, rows[4]!)), { fault: 'gap', position: 4 }],
    ['two people swapped', (rows) => renumbered(rows.with(1, rows[2]!).with(2, rows[1]!)), { fault: 'root-changed', position: 0 }],
    [
      'inserted',
      (rows) => renumbered(rows.toSpliced(3, 0, { ...rows[3]!, ...resealed(rows[3]!, { subject: 'AAAAAAAAAAAAAAAAAAAAAAAA' }) })),
      { fault: 'root-changed', position: 0 },
    ],
    ['re-dated', (rows) => rows.with(5, { ...rows[5]!, body: rows[5]!.body.replace('2026-03', '2027-03') }), { fault: 'text-changed', position: 5 }],
    ['re-dated and hashed again', (rows) => rows.with(4, resealed(rows[4]!, { occurredAt: new Date(0) })), { fault: 'chain-broken', position: 5 }],
    [
      'the last of a chain re-dated and hashed again',
      (rows) => rows.with(13, resealed(rows[13]!, { occurredAt: new Date(0) })),
      { fault: 'root-changed', position: 0 },
    ],
    ['the end cut off', (rows) => rows.slice(0, 9), { fault: 'rolled-back', position: 9, since: 0 }],
    ['given to another person', (rows) => rows.with(2, { ...rows[2]!, subject: rows[1]!.subject }), { fault: 'wrong-place', position: 2 }],
  ])('notices a record %s', async (_what, change, fault) => {
    const scene = await openScene();
    const rows = await rowsOf(scene);
    const checkpoints = [await scene.log.checkpoint()];
    const verdict = await verifyLedger(tampered(change(rows)), { checkpoints, publicKey: scene.publicKey });
    expect(verdict).toMatchObject({ ok: false, fault });
  });

  it('confines a changed root to the records between two checkpoints', async () => {
    const scene = await openScene();
    const checkpoints = [await scene.log.checkpoint()];
    for (let i = 0; i < 5; i += 1) await scene.book.withdraw({ address: `x${i}`, evidence: { method: 'reply', grade: 'A' } });
    checkpoints.push(await scene.log.checkpoint());
    const rows = await rowsOf(scene);
    const forged = rows.with(16, resealed(rows[16]!, { reason: 'forged' }));
    const verdict = await verifyLedger(tampered(forged), { checkpoints, publicKey: scene.publicKey });
    expect(verdict.fault).toEqual({ fault: 'root-changed', position: 14, before: 19 });
  });

  it('says from where on a row may be missing when the end fits nothing but the count', async () => {
    const scene = await openScene();
    const checkpoints = [await scene.log.checkpoint()];
    for (let i = 0; i < 5; i += 1) await scene.book.withdraw({ address: `x${i}`, evidence: { method: 'reply', grade: 'A' } });
    checkpoints.push(await scene.log.checkpoint());
    const rows = await rowsOf(scene);
    // the only record of its person: no chain breaks, and all that follow move up
    const verdict = await verifyLedger(tampered(renumbered(rows.toSpliced(15, 1))), { checkpoints, publicKey: scene.publicKey });
    expect(verdict.fault).toEqual({ fault: 'rolled-back', position: 18, since: 14 });
  });
});

describe('createLedgerLog', () => {
  it('says from which signed state on the fault may have begun', async () => {
    const scene = await openScene();
    let rows = await rowsOf(scene);
    const store: ConsentStore = { ...memoryConsentStore(), scan: (from, limit) => tampered(rows).scan(from, limit) };
    const log = createLedgerLog({ store, signer: scene.signer, witness: scene.witness });
    await log.checkpoint();
    for (let i = 0; i < 3; i += 1) await scene.book.withdraw({ address: `x${i % 2}`, evidence: { method: 'reply', grade: 'A' } });
    rows = renumbered((await rowsOf(scene)).toSpliced(14, 1));
    await expect(log.checkpoint()).rejects.toMatchObject({ fault: { fault: 'gap', position: 15, since: 14 } });
    await expect(log.checkpoint()).rejects.toThrow('gap at position 15, perhaps from position 14 on');
  });

  it('signs nothing over a ledger that was changed, cut or set back', async () => {
    const scene = await openScene();
    await scene.log.checkpoint();
    const rows = await rowsOf(scene);
    for (const bent of [rows.slice(0, 9), rows.with(13, resealed(rows[13]!, { reason: 'forged' })), rows.with(4, { ...rows[4]!, body: '{}' })]) {
      const log = createLedgerLog({ store: tampered(bent), signer: scene.signer, witness: scene.witness });
      await expect(log.checkpoint()).rejects.toMatchObject({ code: 'ledger-tampered' });
    }
    expect(await scene.witness.checkpoints(scene.signer.name)).toHaveLength(1);
  });

  it('reads each record once however many ask at once', async () => {
    const scene = await openScene();
    await Promise.all([scene.log.sync(), scene.log.sync(), scene.log.checkpoint(), scene.log.checkpoint()]);
    expect(scene.log.tree.size).toBe(14);
  });
});

describe('fileWitness', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licet-witness-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps checkpoints of several ledgers in one file', async () => {
    const witness = fileWitness(join(folder, 'deep', 'witness.jsonl'));
    expect(await witness.checkpoints('a')).toEqual([]);
    await witness.keep('a', 'one\n');
    await witness.keep('b', 'two\n');
    await witness.keep('a', 'three\n');
    expect(await fileWitness(join(folder, 'deep', 'witness.jsonl')).checkpoints('a')).toEqual(['one\n', 'three\n']);
  });

  it('says when its file is damaged instead of forgetting', async () => {
    writeFileSync(join(folder, 'bad.jsonl'), '{"origin":"a"\n');
    await expect(fileWitness(join(folder, 'bad.jsonl')).checkpoints('a')).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(fileWitness(folder).checkpoints('a')).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
