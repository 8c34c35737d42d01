import type { SubjectRef } from './record/record.ts';

/** A provider call that had started before a withdrawal and had not ended when it was acknowledged. */
export interface InFlightCall {
  readonly deliveryId: string;
  readonly stepKey: string;
  readonly channel: string;
  readonly provider: string;
  readonly startedAt: Date;
}

export interface FenceResult {
  /** True when no call was left in flight; then `inFlight` is empty. */
  readonly complete: boolean;
  readonly inFlight: readonly InFlightCall[];
}

/**
 * Shuts the gate for a person. Every attempt is started under the subject's epoch that its clearance read *before* it read consent; closing
 * commits a new epoch, so an attempt cleared earlier can no longer start, and one cleared later sees the withdrawal. Then the calls that
 * had already started are drained until `deadline`.
 */
export interface SubjectFence {
  close(subject: SubjectRef, deadline: Date): Promise<FenceResult>;
}
