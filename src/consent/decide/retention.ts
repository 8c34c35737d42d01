import type { ConsentRecord } from '../record/record.ts';
import { effectiveMs } from './effective-order.ts';

/** How long personal fields are kept after the last thing that happened with a purpose. */
export interface RetentionPolicy {
  /** Days by purpose. */
  readonly daysByPurpose: Readonly<Record<string, number>>;
  /** Days for purposes not named, and for records about all purposes. */
  readonly defaultDays: number;
}

const DAY_MS = 86_400_000;

/**
 * When a person's key is due for destruction: the day by which none of the purposes still needs the proof. `null` when there is nothing to
 * destroy, because nothing was recorded since the last erasure. A consent with an end counts from that end. Pure.
 */
export function erasureDueAt(records: readonly ConsentRecord[], policy: RetentionPolicy): Date | null {
  const erased = records.findLast((record) => record.kind === 'erased');
  const kept = erased === undefined ? records : records.filter((record) => record.sequence > erased.sequence);
  const ends = kept.map((record) => Math.max(effectiveMs(record), record.validUntil?.getTime() ?? 0) + daysFor(record, policy) * DAY_MS);
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

function daysFor(record: ConsentRecord, policy: RetentionPolicy): number {
  if (record.purposes === '*' || record.purposes.length === 0) return policy.defaultDays;
  return Math.max(...record.purposes.map((purpose) => policy.daysByPurpose[purpose] ?? policy.defaultDays));
}
