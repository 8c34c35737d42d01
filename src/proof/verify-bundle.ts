import { createSecretKey } from 'node:crypto';
import { openPersonalRecord, parseBody } from '../consent/record/open-record.ts';
import type { ConsentRecord, SubjectRef } from '../consent/record/record.ts';
import type { SealedBody } from '../consent/record/sealed-body.ts';
import { entryHash, sha256Hex } from '../ledger/hash.ts';
import { verifyConsistency, verifyInclusion } from '../ledger/merkle-proof.ts';
import type { ProofBundle } from './bundle.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from './note-key.ts';
import { readBundle } from './read-bundle.ts';
import { parseTlogProof, readHash, type TlogProof } from './tlog-proof.ts';

/** What can be wrong with a record of a bundle. */
export type RecordFault =
  | 'proof-unreadable'
  | 'checkpoint-untrusted'
  | 'not-in-ledger'
  | 'text-unreadable'
  | 'other-person'
  | 'chain-broken'
  | 'personal-unreadable'
  | 'notice-missing';

/** What can be wrong with a bundle as a whole. */
export type BundleFault =
  | 'malformed'
  | 'other-key'
  | 'no-records'
  | 'checkpoints-differ'
  | 'notice-changed'
  | 'data-key-unreadable'
  | 'later-checkpoint-untrusted'
  | 'history-rewritten';

/** The verdict on one record. */
export interface RecordVerdict {
  readonly index: number;
  readonly valid: boolean;
  readonly faults: readonly RecordFault[];
  /** What the record says; `null` when it cannot be read. Personal fields are there when the bundle discloses them. */
  readonly record: ConsentRecord | null;
}

/** The verdict on a bundle. */
export interface BundleVerdict {
  /** True when nothing at all is wrong. */
  readonly ok: boolean;
  readonly faults: readonly BundleFault[];
  readonly records: readonly RecordVerdict[];
  /** The signed state the records were proven in. */
  readonly checkpoint: { readonly origin: string; readonly size: number } | null;
}

/**
 * Checks a bundle against a public key that the caller trusts. Needs no store and no network. Never throws for what a bundle can hold.
 * @throws {InvalidOptionsError} when the key itself is not one.
 */
export function verifyBundle(value: unknown, { publicKey }: { readonly publicKey: string }): BundleVerdict {
  const key = parseVerifierKey(publicKey);
  const bundle = readBundle(value);
  if (bundle === null) return { ok: false, faults: ['malformed'], records: [], checkpoint: null };
  const dataKey = readDataKey(bundle);
  const proofs = bundle.records.map((record) => parseTlogProof(record.proof));
  const checkpoint = openCheckpoint(proofs[0]?.checkpoint ?? '', key);
  const records: RecordVerdict[] = [];
  for (const [index, { body }] of bundle.records.entries()) {
    records.push(judgeRecord({ bundle, index, body, proof: proofs[index]!, key, dataKey, before: bundle.records[index - 1]?.body ?? null }));
  }
  const faults = [
    ...(bundle.publicKey === publicKey ? [] : (['other-key'] as const)),
    ...(bundle.records.length === 0 ? (['no-records'] as const) : []),
    ...(new Set(proofs.map((proof) => proof?.checkpoint)).size > 1 ? (['checkpoints-differ'] as const) : []),
    ...(dataKey === 'unreadable' ? (['data-key-unreadable'] as const) : []),
    ...noticeFaults(bundle, records),
    ...laterFaults(bundle, checkpoint, key),
  ];
  const ok = faults.length === 0 && records.every((record) => record.valid);
  return { ok, faults, records, checkpoint: checkpoint === null ? null : { origin: checkpoint.origin, size: checkpoint.size } };
}

interface Judged {
  readonly bundle: ProofBundle;
  readonly index: number;
  readonly body: string;
  readonly proof: TlogProof | null;
  readonly key: VerifierKey;
  readonly dataKey: Uint8Array | 'unreadable' | null;
  /** The text of the record before it in the bundle. */
  readonly before: string | null;
}

/** A text that the ledger does not hold says nothing: it is not read any further. */
function judgeRecord(judged: Judged): RecordVerdict {
  const { index, body } = judged;
  const hash = entryHash(body);
  const notHeld = placeFault(judged, hash);
  if (notHeld !== null) return { index, valid: false, faults: [notHeld], record: null };
  try {
    return judgeText(judged, hash);
  } catch {
    return { index, valid: false, faults: ['text-unreadable'], record: null };
  }
}

function judgeText({ bundle, index, body, before, dataKey }: Judged, hash: string): RecordVerdict {
  const said = readBody(body);
  const opener = dataKey instanceof Uint8Array ? createSecretKey(dataKey) : undefined;
  const record = openPersonalRecord('', { subject: said.subject, sequence: said.sequence, hash, body }, opener);
  const faults: RecordFault[] = [];
  if (said.subject !== bundle.subject) faults.push('other-person');
  if (said.sequence !== index + 1 || record.previousHash !== (before === null ? null : entryHash(before))) faults.push('chain-broken');
  // An erased person who came back has older records that the present key rightly does not open.
  if (opener !== undefined && record.personal === null && !erasedLater(bundle, index)) faults.push('personal-unreadable');
  const { notice } = said.evidence;
  if (notice !== undefined && !bundle.notices.some((one) => sameNotice(one, notice))) faults.push('notice-missing');
  return { index, valid: faults.length === 0, faults, record };
}

function placeFault({ proof, key }: Judged, hash: string): RecordFault | null {
  if (proof === null) return 'proof-unreadable';
  const checkpoint = openCheckpoint(proof.checkpoint, key);
  if (checkpoint === null) return 'checkpoint-untrusted';
  const { size, root } = checkpoint;
  return verifyInclusion({ index: proof.index, size, root, leaf: Buffer.from(hash, 'hex'), proof: proof.path }) ? null : 'not-in-ledger';
}

/** @throws on a text that is no record. */
function readBody(body: string): SealedBody {
  const { subject, sequence } = JSON.parse(body) as { readonly subject: SubjectRef; readonly sequence: number };
  return parseBody({ subject, sequence, hash: '', body });
}

function erasedLater(bundle: ProofBundle, index: number): boolean {
  return bundle.records.slice(index + 1).some(({ body }) => readBody(body).kind === 'erased');
}

function readDataKey({ dataKey }: ProofBundle): Uint8Array | 'unreadable' | null {
  if (dataKey === null) return null;
  return readHash(dataKey) ?? 'unreadable';
}

type Notice = Pick<ProofBundle['notices'][number], 'hash' | 'version' | 'language'>;

function sameNotice(a: Notice, b: Notice): boolean {
  return a.hash === b.hash && a.version === b.version && a.language === b.language;
}

/** Every text must be what its hash says and be named by a record: what no record names, nobody has signed. */
function noticeFaults(bundle: ProofBundle, records: readonly RecordVerdict[]): readonly BundleFault[] {
  const named = records.flatMap(({ record }) => record?.evidence.notice ?? []);
  const sound = bundle.notices.every((notice) => sha256Hex(notice.text) === notice.hash && named.some((one) => sameNotice(one, notice)));
  return sound ? [] : ['notice-changed'];
}

function laterFaults({ later }: ProofBundle, checkpoint: Checkpoint | null, key: VerifierKey): readonly BundleFault[] {
  if (later === null || checkpoint === null) return [];
  const now = openCheckpoint(later.checkpoint, key);
  if (now === null) return ['later-checkpoint-untrusted'];
  const proof = later.consistency.map(readHash).filter((hash) => hash !== null);
  const claim = { oldSize: checkpoint.size, newSize: now.size, oldRoot: checkpoint.root, newRoot: now.root, proof };
  return proof.length === later.consistency.length && verifyConsistency(claim) ? [] : ['history-rewritten'];
}
