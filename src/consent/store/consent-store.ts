import type { SubjectRef } from '../../ledger/subject-ref.ts';
import type { Position, SealedRecord, StoredRecord } from '../record/sealed-record.ts';

/**
 * Append-only ledger of what people agreed to and took back; one tenant's view of it.
 * An implementation is correct when it passes `consentStoreContract` from `licet/testing`.
 */
export interface ConsentStore {
  /**
   * Adds sealed records, all or none; never changes or removes one. The SDK has chained and hashed them: a store only keeps.
   * Positions are given in the order of the list, without gaps, and become visible to `scan` in that order.
   * @returns per record `'duplicate'` when the same record (same hash) is there already.
   * @throws {StoreConflictError} when another record holds its (tenant, subject, sequence).
   */
  append(records: readonly SealedRecord[]): Promise<readonly ('appended' | 'duplicate')[]>;

  /** The chains of these subjects, each in sequence order; an unknown subject has none. Sees every append that resolved before the call. Hundreds of subjects are normal. */
  load(subjects: readonly SubjectRef[], options?: LoadOptions): Promise<ReadonlyMap<SubjectRef, readonly StoredRecord[]>>;

  /** All records in the order they were recorded, from a position on, at most `limit`: for checkpoints and exports. */
  scan(from: Position, limit: number): Promise<ScanPage>;
}

export interface LoadOptions {
  /**
   * True when only decisions are made of what is loaded. A store that keeps texts apart may then leave them where they are, so that asking such a
   * record for its `body` throws; one that keeps a plain table gives everything and need not look at this.
   * @default false
   */
  readonly withoutText?: boolean | undefined;
}

/** One page of a scan. It is shorter than the limit only at the end; an empty one means there is nothing from that position on. */
export interface ScanPage {
  readonly records: readonly StoredRecord[];
  /** Where the next page starts. */
  readonly next: Position;
}
