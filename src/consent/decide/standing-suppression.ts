import type { ConsentRecord } from '../record/record.ts';
import type { ConsentRefusal } from './question.ts';
import { covers, type Scope } from './scope.ts';

/** A refusal that stands whatever consent says, and the record that set it. */
export interface StandingSuppression {
  readonly reason: ConsentRefusal;
  readonly record: ConsentRecord;
}

/** Which refusal is named when several stand: the widest first. */
const RANK: readonly ConsentRefusal[] = ['erased', 'number-reassigned', 'carrier-blocked', 'suppressed'];

/** The suppressions after one more record, given those before it. Records come in effective order. */
export function foldSuppression(standing: readonly StandingSuppression[], record: ConsentRecord, scope: Scope): readonly StandingSuppression[] {
  if (record.kind === 'erased') return [...standing, { reason: 'erased', record }];
  if (record.kind === 'suppressed') return covers(record, scope) ? [...standing, { reason: reasonOf(record), record }] : standing;
  if (standing.length === 0) return standing;
  if (record.kind === 'unsuppressed') {
    return covers(record, scope) ? standing.filter((one) => record.reason !== undefined && record.reason !== nameOf(one)) : standing;
  }
  if (!startsAnew(record)) return standing;
  return standing.filter((one) => !(one.reason === 'erased' || (one.reason === 'number-reassigned' && record.evidence.grade === 'A')));
}

/** The refusal to name, if any suppression stands. */
export function strongest(standing: readonly StandingSuppression[]): StandingSuppression | null {
  if (standing.length === 0) return null;
  return standing.reduce((best, one) => (RANK.indexOf(one.reason) < RANK.indexOf(best.reason) ? one : best));
}

/** A person acting for themselves after an erasure, or a number's new owner proving control of it. An imported claim never does. */
export function startsAnew(record: ConsentRecord): boolean {
  return (record.kind === 'granted' || record.kind === 'confirmed') && record.evidence.method !== 'import';
}

function reasonOf(record: ConsentRecord): ConsentRefusal {
  switch (record.reason) {
    case 'carrier-blocked':
    case 'number-reassigned':
    case 'erased':
      return record.reason;
    default:
      return 'suppressed';
  }
}

function nameOf(one: StandingSuppression): string {
  return one.record.kind === 'erased' ? 'erased' : (one.record.reason ?? 'suppressed');
}
