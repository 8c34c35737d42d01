import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { ConsentBook, ConsentStore, Evidence } from '../../src/consent/index.ts';
import { sha256Hex } from '../../src/ledger/index.ts';
import { createProofBundle, type NoticeText, type ProofBundle } from '../../src/proof/bundle.ts';
import { createLedgerLog, type LedgerLog } from '../../src/proof/ledger-log.ts';
import { ed25519Signer, type Signer, verifierKeyText } from '../../src/proof/note-key.ts';
import { memoryWitness, type Witness } from '../../src/proof/witness.ts';
import { openBook } from '../consent/support.ts';

export const anna = '+447700900123';
export const notice: NoticeText = { version: '3', language: 'ru', text: 'Согласен получать рекламу «Розового Слона» по SMS. Отказ: СТОП на 4455.' };
export const noticeHash: string = sha256Hex(notice.text);
export const evidence: Evidence = {
  method: 'web-form',
  grade: 'B',
  notice: { hash: noticeHash, version: '3', language: 'ru' },
};

/** A signer with the same key in every run. */
export function fixedSigner(name = 'acme.example/consent', seed = 9): Signer {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  return ed25519Signer(name, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
}

export function freshSigner(name: string): Signer {
  return ed25519Signer(name, generateKeyPairSync('ed25519').privateKey);
}

export interface Scene {
  readonly book: ConsentBook;
  readonly store: ConsentStore;
  readonly log: LedgerLog;
  readonly witness: Witness;
  readonly signer: Signer;
  readonly publicKey: string;
  bundle(): Promise<ProofBundle>;
}

/** A ledger of some people in which Anna has granted, withdrawn and granted again. */
export async function openScene(others = 11): Promise<Scene> {
  const { book, options } = openBook();
  const { store } = options;
  const offers = { sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence } as const;
  const crowd = Array.from({ length: others }, (_, i) => ({ address: `+4477009010${String(i).padStart(2, '0')}`, ...offers }));
  await book.grantMany([...crowd.slice(0, 4), { address: anna, ...offers, note: 'Анна, стойка 2' }]);
  await book.withdraw({ address: anna, evidence: { method: 'reply', grade: 'A' } });
  await book.grantMany([...crowd.slice(4), { address: anna, ...offers }]);
  const signer = fixedSigner();
  const witness = memoryWitness();
  const log = createLedgerLog({ store, signer, witness });
  const subject = book.subject(anna);
  const bundle = async (): Promise<ProofBundle> =>
    createProofBundle({ store, log, signer, subject, notices: [notice], dataKey: await book.disclosureKey(subject) });
  return { book, store, log, witness, signer, publicKey: verifierKeyText(signer), bundle };
}
