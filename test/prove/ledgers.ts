import { createPrivateKey } from 'node:crypto';
import type { ConsentBook, ConsentStore, StoredRecord } from '../../src/consent/index.ts';
import { createConsentBook, memoryConsentStore, memoryKeyStore, noFence } from '../../src/consent/index.ts';
import { sha256Hex } from '../../src/ledger/index.ts';
import {
  createLedgerLog,
  createProofBundle,
  ed25519Signer,
  type LedgerLog,
  memoryWitness,
  type NoticeText,
  type ProofBundle,
  type Signer,
  verifierKeyText,
} from '../../src/proof/index.ts';
import { dice, fictionPhone } from './claim.ts';

export const notice: NoticeText = { version: '3', language: 'ru', text: 'Согласен получать рекламу ООО «Ромашка» по SMS. Отказ: СТОП.' };

/** A signer with the key of the first test of RFC 8032, section 7.1. */
export const signer: Signer = ed25519Signer(
  'acme.example/consent',
  createPrivateKey({
    key: Buffer.from('302e020100300506032b657004220420' + '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
    format: 'der',
    type: 'pkcs8',
  }),
);
export const publicKey: string = verifierKeyText(signer);

export interface Ledger {
  readonly book: ConsentBook;
  readonly store: ConsentStore;
  readonly log: LedgerLog;
  readonly rows: readonly StoredRecord[];
  /** Kept outside, oldest first. */
  readonly checkpoints: readonly string[];
  /** How many records each of them covers, after a 0. */
  readonly sizes: readonly number[];
  bundle(phone: string): Promise<ProofBundle>;
}

/** A ledger of so many records: people grant, withdraw and grant again, a checkpoint is kept after each of `parts` equal parts. */
export async function buildLedger(size: number, parts: number, seed: number): Promise<Ledger> {
  const roll = dice(seed);
  const store = memoryConsentStore();
  let ids = 0;
  let nowMs = Date.parse('2026-03-01T10:00:00Z');
  const now = (): Date => {
    nowMs += 1_000;
    return new Date(nowMs);
  };
  const clock = { now, monotonicMs: () => nowMs, sleep: async () => {} };
  const options = { store, keys: memoryKeyStore(), tenant: 'acme', secret: Buffer.alloc(32, 7), clock, newId: () => `id-${seed}-${++ids}` };
  const book = createConsentBook({ ...options, fence: noFence });
  const witness = memoryWitness();
  const log = createLedgerLog({ store, signer, witness });
  const evidence = { method: 'web-form', grade: 'B', notice: { hash: sha256Hex(notice.text), version: '3', language: 'ru' } } as const;
  const sizes = [0];
  for (let written = 0; written < size; written += 1) {
    const address = fictionPhone(Math.floor(written / 3) + Math.floor(roll() * 2));
    if (roll() < 0.3) await book.withdraw({ address, evidence: { method: 'reply', grade: 'A' } });
    else await book.grant({ address, sender: 'acme', channels: ['sms', 'max'], purposes: ['offers'], evidence, note: `стойка ${written}` });
    if ((written + 1) % Math.ceil(size / parts) !== 0 && written !== size - 1) continue;
    await log.checkpoint();
    sizes.push(written + 1);
  }
  const { records: rows } = await store.scan(0, size);
  const bundle = async (phone: string): Promise<ProofBundle> => {
    const subject = book.subject(phone);
    return createProofBundle({ store, log, signer, subject, notices: [notice], dataKey: await book.disclosureKey(subject) });
  };
  return { book, store, log, rows, sizes, checkpoints: await witness.checkpoints(signer.name), bundle };
}
