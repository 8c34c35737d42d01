import type { SubjectRef } from '../../ledger/subject-ref.ts';

/**
 * One random share per person; the key of the person's data is derived from it and the tenant's secret, so that neither alone reads anything.
 * Destroying the share erases the person. It must not be kept in backups longer than the law allows personal data to be.
 * An implementation is correct when it passes `keyStoreContract` from `licet/testing`.
 */
export interface KeyStore {
  /** The shares of these people; keeps the offered one where there is none yet. Two callers at once get the same share. */
  getOrCreate(offered: ReadonlyMap<SubjectRef, Uint8Array>): Promise<ReadonlyMap<SubjectRef, Uint8Array>>;
  /** The shares that exist; a person without one is missing from the answer. */
  get(subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, Uint8Array>>;
  /** Destroys the shares for good. Destroying what is not there is no error. */
  destroy(subjects: readonly SubjectRef[]): Promise<void>;
}
