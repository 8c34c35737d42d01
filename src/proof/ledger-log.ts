import { packedAsSaid } from '../consent/record/packed-record.ts';
import type { StoredRecord } from '../consent/record/sealed-record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import { LicetError } from '../errors.ts';
import { type ChainFault, createChainCheck } from '../ledger/chain.ts';
import { createMerkleTree, type MerkleTree } from '../ledger/merkle-tree.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { parseVerifierKey, type Signer, verifierKeyText } from './note-key.ts';
import type { Witness } from './witness.ts';

/**
 * What does not fit, and where. The first bad record stands at `position`, unless a span is given: then it lies at or after `since`
 * (`position` when absent) and before `before` (behind `position` when absent). A gap, a broken chain or a ledger that ends too early shows at
 * `position`, but a row may have been taken out as early as `since`, the last signed state that fits, and all later ones moved up.
 */
export interface LedgerFault {
  readonly fault: ChainFault['fault'] | 'position-wrong' | 'packed-differs' | 'root-changed' | 'rolled-back' | 'checkpoint-unreadable';
  readonly position: number;
  readonly before?: number;
  readonly since?: number;
}

/** The ledger was changed behind licet's back. Nothing is signed over it. */
export class LedgerTamperedError extends LicetError<'ledger-tampered'> {
  override readonly name = 'LedgerTamperedError';
  readonly fault: LedgerFault;
  constructor(fault: LedgerFault) {
    super('ledger-tampered', `The consent ledger was changed (${placeOf(fault)}); compare it with a backup before anything is signed.`);
    this.fault = fault;
  }
}

/** The Merkle log over a tenant's records, kept in memory and brought up to date from the store. */
export interface LedgerLog {
  readonly tree: MerkleTree;
  /** Reads and checks what was recorded since the last call. @throws {LedgerTamperedError} */
  sync(): Promise<void>;
  /** Reads back, checks against every kept checkpoint, signs, and has the witness keep it. @throws {LedgerTamperedError} */
  checkpoint(): Promise<string>;
}

export interface LedgerLogOptions {
  readonly store: ConsentStore;
  readonly signer: Signer;
  readonly witness: Witness;
}

const PAGE = 2_000;

/** A log that has read nothing yet. Its origin is the signer's name: one signer per tenant. */
export function createLedgerLog({ store, signer, witness }: LedgerLogOptions): LedgerLog {
  const tree = createMerkleTree();
  const chain = createChainCheck();
  const key = parseVerifierKey(verifierKeyText(signer));
  let syncing: Promise<void> = Promise.resolve();
  let signed = 0;

  const readOn = async (): Promise<void> => {
    for (;;) {
      const page = await store.scan(tree.size, PAGE);
      if (page.records.length === 0) return;
      for (const record of page.records) take(record);
    }
  };
  const take = (record: StoredRecord): void => {
    const position = tree.size;
    if (record.position !== position) throw new LedgerTamperedError({ fault: 'position-wrong', position });
    if (!packedAsSaid(record)) throw new LedgerTamperedError({ fault: 'packed-differs', position });
    const fault = chain.check(record, position);
    if (fault !== null)
      throw new LedgerTamperedError(isAftermath(fault) ? { fault: fault.fault, position, since: signed } : { fault: fault.fault, position });
    tree.append(Buffer.from(record.hash, 'hex'));
  };
  const sync = (): Promise<void> => {
    syncing = syncing.then(readOn, readOn);
    return syncing;
  };

  return {
    tree,
    sync,
    async checkpoint() {
      await sync();
      const fault = compareWithCheckpoints(tree, await witness.checkpoints(signer.name), (note) => openCheckpoint(note, key));
      if (fault !== null) throw new LedgerTamperedError(fault);
      const size = tree.size;
      const note = await signCheckpoint(size, tree.root(), signer);
      await witness.keep(signer.name, note);
      signed = size;
      return note;
    },
  };
}

function placeOf({ fault, position, since = position }: LedgerFault): string {
  return since === position ? `${fault} at position ${position}` : `${fault} at position ${position}, perhaps from position ${since} on`;
}

/** Whether a fault of a chain can be the consequence of a row taken out earlier. */
export function isAftermath({ fault }: Pick<ChainFault, 'fault'>): boolean {
  return fault === 'gap' || fault === 'chain-broken';
}

/** Whether a tree contains every state that was signed before: the first that does not fit names where to look. */
export function compareWithCheckpoints(
  tree: MerkleTree,
  notes: readonly string[],
  open: (note: string) => { readonly size: number; readonly root: Uint8Array } | null,
): LedgerFault | null {
  let sound = 0;
  for (const note of notes) {
    const kept = open(note);
    if (kept === null) return { fault: 'checkpoint-unreadable', position: sound };
    if (kept.size > tree.size) return { fault: 'rolled-back', position: tree.size, since: sound };
    if (Buffer.compare(tree.root(kept.size), kept.root) !== 0) return { fault: 'root-changed', position: sound, before: kept.size };
    sound = Math.max(sound, kept.size);
  }
  return null;
}
