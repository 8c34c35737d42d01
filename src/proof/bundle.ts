import type { NoticeText } from '../consent/lists/notice-text.ts';
import { parseBody } from '../consent/record/open-record.ts';
import type { SubjectRef } from '../consent/record/record.ts';
import type { StoredRecord } from '../consent/record/sealed-record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import { InvalidOptionsError } from '../errors.ts';
import { sha256Hex } from '../ledger/hash.ts';
import type { LedgerLog } from './ledger-log.ts';
import { type Signer, verifierKeyText } from './note-key.ts';
import { formatTlogProof } from './tlog-proof.ts';

export type { NoticeText };

/** One record with the proof of its place in the ledger. */
export interface BundledRecord {
  /** The sealed text, exactly as stored. */
  readonly body: string;
  /** C2SP tlog-proof: index, path and the signed checkpoint. */
  readonly proof: string;
}

/**
 * All that a third party needs to check one person's records, offline and without licet. Every byte of it is covered by the check.
 * JSON; the public key in it is a hint only: take the key to check with from a place you trust.
 */
export interface ProofBundle {
  readonly format: 'licet-proof-bundle/1';
  readonly publicKey: string;
  readonly subject: string;
  readonly records: readonly BundledRecord[];
  readonly notices: readonly (NoticeText & { readonly hash: string })[];
  /** Opens the personal fields of these records, base64; `null` when they are not disclosed or destroyed. */
  readonly dataKey: string | null;
  /** A later checkpoint and the proof (base64 hashes) that it continues the one in the records' proofs. */
  readonly later: { readonly checkpoint: string; readonly consistency: readonly string[] } | null;
}

export interface CreateBundleOptions {
  readonly store: ConsentStore;
  readonly log: LedgerLog;
  readonly signer: Signer;
  readonly subject: SubjectRef;
  /** Texts shown to people; those that the person's records name are put in. */
  readonly notices: readonly NoticeText[];
  /** From `ConsentBook.disclosureKey`; leave out to keep personal fields closed. */
  readonly dataKey?: Uint8Array | null | undefined;
}

/**
 * Bundles a person's records as they are now, under a fresh checkpoint.
 * @throws {InvalidOptionsError} when a text that a record names is not among the notices.
 * @throws {LedgerTamperedError} when the ledger does not fit what was signed before.
 */
export async function createProofBundle(options: CreateBundleOptions): Promise<ProofBundle> {
  const { store, log, signer, subject } = options;
  const stored = (await store.load([subject])).get(subject) ?? [];
  const checkpoint = await log.checkpoint();
  return {
    format: 'licet-proof-bundle/1',
    publicKey: verifierKeyText(signer),
    subject,
    records: stored.map(({ body, position }) => ({
      body,
      proof: formatTlogProof({ index: position, path: log.tree.inclusionProof(position), checkpoint }),
    })),
    notices: noticesOf(stored, options.notices),
    dataKey: options.dataKey ? Buffer.from(options.dataKey).toString('base64') : null,
    later: null,
  };
}

/** The same bundle, shown to be part of the ledger's present state: what was true then has not been rewritten since. */
export async function continueBundle(bundle: ProofBundle, sizeThen: number, log: LedgerLog): Promise<ProofBundle> {
  const checkpoint = await log.checkpoint();
  const consistency = log.tree.consistencyProof(sizeThen).map((hash) => Buffer.from(hash).toString('base64'));
  return { ...bundle, later: { checkpoint, consistency } };
}

function noticesOf(stored: readonly StoredRecord[], known: readonly NoticeText[]): ProofBundle['notices'] {
  const wanted = new Map<string, ProofBundle['notices'][number]>();
  for (const sealed of stored) {
    const notice = parseBody(sealed).evidence.notice;
    if (notice === undefined || wanted.has(JSON.stringify(notice))) continue;
    const text = known.find((one) => one.version === notice.version && one.language === notice.language && sha256Hex(one.text) === notice.hash);
    if (text === undefined) {
      throw new InvalidOptionsError('The text of a notice that was shown is missing.', [
        { path: 'notices', expected: `version ${notice.version}, language ${notice.language}, SHA-256 ${notice.hash}` },
      ]);
    }
    wanted.set(JSON.stringify(notice), { hash: notice.hash, version: text.version, language: text.language, text: text.text });
  }
  return [...wanted.values()];
}
