import { packedAsSaid } from '../consent/record/packed-record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import { createChainCheck } from '../ledger/chain.ts';
import { createMerkleTree, type MerkleTree } from '../ledger/merkle-tree.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { compareWithCheckpoints, isAftermath, type LedgerFault } from './ledger-log.ts';
import { parseVerifierKey } from './note-key.ts';

export interface VerifyLedgerOptions {
  /** Signed checkpoints kept outside the database, oldest first. Without any, roll-back and omission at the end cannot be noticed. */
  readonly checkpoints: readonly string[];
  /** The ledger's public key, as `verifierKeyText` gives it. */
  readonly publicKey: string;
}

/** What a check of a whole ledger found. */
export interface LedgerVerdict {
  readonly ok: boolean;
  /** Records read. */
  readonly size: number;
  /** The first thing that does not fit. */
  readonly fault: LedgerFault | null;
}

const PAGE = 2_000;

/** Reads a whole ledger and checks every text, every chain, every position and every kept checkpoint. Stops at the first fault. */
export async function verifyLedger(store: ConsentStore, { checkpoints, publicKey }: VerifyLedgerOptions): Promise<LedgerVerdict> {
  const key = parseVerifierKey(publicKey);
  const open = (note: string): Checkpoint | null => openCheckpoint(note, key);
  const tree = createMerkleTree();
  const chain = createChainCheck();
  for (;;) {
    const page = await store.scan(tree.size, PAGE);
    if (page.records.length === 0) break;
    for (const record of page.records) {
      const position = tree.size;
      if (record.position !== position) return { ok: false, size: position, fault: { fault: 'position-wrong', position } };
      if (!packedAsSaid(record)) return { ok: false, size: position, fault: { fault: 'packed-differs', position } };
      const fault = chain.check(record, position);
      if (fault !== null) {
        const found = { fault: fault.fault, position };
        return { ok: false, size: position, fault: isAftermath(fault) ? placeOf(found, tree, checkpoints, open) : found };
      }
      tree.append(Buffer.from(record.hash, 'hex'));
    }
  }
  const fault = compareWithCheckpoints(tree, checkpoints, open);
  return { ok: fault === null, size: tree.size, fault };
}

/** A chain may break long after the place where a row was taken out: the signed states before the break narrow it down. */
function placeOf(fault: LedgerFault, tree: MerkleTree, checkpoints: readonly string[], open: (note: string) => Checkpoint | null): LedgerFault {
  let since = 0;
  for (const note of checkpoints) {
    const kept = open(note);
    if (kept === null || kept.size > tree.size) continue;
    if (Buffer.compare(tree.root(kept.size), kept.root) !== 0) return { fault: 'root-changed', position: since, before: kept.size };
    since = Math.max(since, kept.size);
  }
  return { ...fault, since };
}
