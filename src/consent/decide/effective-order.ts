import type { ConsentEventKind, ConsentRecord } from '../record/record.ts';

const RESTRICTIVE: ReadonlySet<ConsentEventKind> = new Set(['withdrawn', 'expired', 'erased', 'suppressed']);

/** Whether a record takes something away. */
export function isRestrictive(record: ConsentRecord): boolean {
  return RESTRICTIVE.has(record.kind);
}

/** When a record counts from, in epoch milliseconds: when the person acted, but never later than it was recorded. */
export function effectiveMs(record: ConsentRecord): number {
  return Math.min(record.occurredAt.getTime(), record.recordedAt.getTime());
}

/** Records in the order people acted; at one instant what takes away comes last, so that a withdrawal wins a tie. Does not change the list. */
export function inEffectiveOrder(records: readonly ConsentRecord[]): readonly ConsentRecord[] {
  for (let i = 1; i < records.length; i += 1) if (before(records[i]!, records[i - 1]!) < 0) return [...records].sort(before);
  return records;
}

function before(a: ConsentRecord, b: ConsentRecord): number {
  return effectiveMs(a) - effectiveMs(b) || Number(isRestrictive(a)) - Number(isRestrictive(b)) || a.sequence - b.sequence;
}
