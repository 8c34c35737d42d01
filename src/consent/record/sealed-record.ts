import type { SubjectRef } from '../../ledger/subject-ref.ts';

/** A record as stores keep it: chained, hashed and encrypted by the SDK. A store never looks inside `body`. */
export interface SealedRecord {
  readonly subject: SubjectRef;
  /** Place in the person's chain, from 1 without gaps. */
  readonly sequence: number;
  /** RFC 9162 leaf hash of `body`, 64 hex digits. */
  readonly hash: string;
  /** Canonical JSON: the decision in clear, personal fields encrypted under the person's key. */
  readonly body: string;
}

/** Place of a record in the order a tenant's records were recorded, from 0 without gaps. */
export type Position = number;

/** A record as a store gives it back. */
export interface StoredRecord extends SealedRecord {
  readonly position: Position;
  /** The record in binary form, from licet's own PostgreSQL store: decisions read it without making the text again. Other stores leave it out. */
  readonly packed?: Buffer;
}
