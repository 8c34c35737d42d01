/** Bounds of the orchestrator's patience. All in milliseconds unless named otherwise. */
export interface CascadePolicy {
  /** How long a worker owns what it claimed. Longer than any request time-out. @default 60_000 */
  readonly leaseMs: number;
  /** Least age of an attempt before it is looked up: longer than the request time-out. @default 45_000 */
  readonly lookupGraceMs: number;
  /** Look-ups that settle nothing before waiting for receipts alone. @default 6 */
  readonly maxLookups: number;
  /** How long after the end of its validity a message is still waited for. @default 300_000 */
  readonly receiptGraceMs: number;
  /** Claims without a single write after which a delivery is parked as `crash-loop`. @default 5 */
  readonly maxStrikes: number;
  /** Submits of one step, whatever the reason, after which the delivery is parked. @default 20 */
  readonly maxSubmits: number;
}

export const defaultPolicy: CascadePolicy = {
  leaseMs: 60_000,
  lookupGraceMs: 45_000,
  maxLookups: 6,
  receiptGraceMs: 300_000,
  maxStrikes: 5,
  maxSubmits: 20,
};
