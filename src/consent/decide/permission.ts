import type { ConsentRecord } from '../record/record.ts';
import { effectiveMs } from './effective-order.ts';
import type { ConsentDecision, ConsentPolicy, ConsentQuestion, ConsentRefusal } from './question.ts';
import { lacks } from './record-suffices.ts';
import { covers, coversPurpose, coversSender } from './scope.ts';

/** A permission in force for one scope. */
export interface ActivePermission {
  /** The record relied on: the grant, or the refresh that renewed it. */
  readonly record: ConsentRecord;
  readonly sinceMs: number;
  readonly untilMs: number | null;
}

/** What one person's records say about one sender, channel and purpose, so far. */
export interface PermissionState {
  readonly active: ActivePermission | null;
  /** The last withdrawal or erasure of this scope, until a newer act of the person. */
  readonly withdrawn: ConsentRecord | null;
  /** An open request for confirmation. */
  readonly pending: ConsentRecord | null;
  /** Why the last permission of this scope does not count, if one was there. */
  readonly failed: { readonly reason: ConsentRefusal; readonly record: ConsentRecord } | null;
}

/** Nothing said yet. */
export const noPermission: PermissionState = { active: null, withdrawn: null, pending: null, failed: null };

/** The state after one more record, in effective order. `records`: all of the person's. */
export function foldPermission(
  state: PermissionState,
  record: ConsentRecord,
  question: ConsentQuestion,
  records: readonly ConsentRecord[],
): PermissionState {
  if (record.kind === 'erased') return { ...noPermission, withdrawn: record };
  if (!covers(record, question)) return state;
  const judged: Judged = { record, policy: question.policy, records };
  switch (record.kind) {
    case 'granted':
      return record.evidence.method === 'import' ? imported(state, judged) : given(state, judged);
    case 'imported':
      return imported(state, judged);
    case 'requested':
      return { ...state, pending: record };
    case 'confirmed':
      return confirms(state.pending, record) ? given({ ...state, pending: null }, judged) : state;
    case 'refreshed':
      return state.active === null || isOver(state.active, effectiveMs(record), question.policy) ? state : given(state, judged);
    case 'withdrawn':
      return { ...noPermission, withdrawn: record };
    case 'expired':
      return { ...state, active: null, failed: state.active === null ? state.failed : { reason: 'consent-expired', record } };
    case 'suppressed':
    case 'unsuppressed':
    case 'challenge-failed':
      return state;
  }
}

/** The decision for a scope whose suppressions let a message through. */
export function decideByPermission(state: PermissionState, records: readonly ConsentRecord[], question: ConsentQuestion): ConsentDecision {
  const { active } = state;
  if (active !== null && !isOver(active, question.at.getTime(), question.policy)) return { allowed: true, record: active.record };
  const refuse = (reason: ConsentRefusal, record: ConsentRecord | null): ConsentDecision => ({ allowed: false, reason, record });
  if (state.pending !== null && !requestIsOver(state.pending, question.at.getTime())) return refuse('consent-pending', state.pending);
  if (state.withdrawn !== null) return refuse(state.withdrawn.kind === 'erased' ? 'erased' : 'consent-withdrawn', state.withdrawn);
  if (active !== null) return refuse('consent-expired', active.record);
  if (state.failed !== null) return refuse(state.failed.reason, state.failed.record);
  return nearest(records, question);
}

/** A permission, and what it is judged by. */
interface Judged {
  readonly record: ConsentRecord;
  readonly policy: ConsentPolicy | undefined;
  readonly records: readonly ConsentRecord[];
}

function given(state: PermissionState, { record, policy, records }: Judged): PermissionState {
  const reason = lacks(record, policy, records);
  if (reason !== null) return { ...state, failed: { reason, record } };
  return { ...noPermission, active: { record, sinceMs: effectiveMs(record), untilMs: record.validUntil?.getTime() ?? null } };
}

/** An imported claim counts only where the person has not said no, and never replaces what the person said directly. */
function imported(state: PermissionState, judged: Judged): PermissionState {
  if (state.withdrawn !== null) return state;
  if (state.active !== null && !isOver(state.active, effectiveMs(judged.record), judged.policy)) return state;
  return { ...given(state, judged), pending: state.pending };
}

function confirms(request: ConsentRecord | null, record: ConsentRecord): boolean {
  return request !== null && !requestIsOver(request, effectiveMs(record)) && (record.answers === undefined || record.answers === request.id);
}

function requestIsOver(request: ConsentRecord, atMs: number): boolean {
  return request.validUntil !== undefined && request.validUntil.getTime() <= atMs;
}

function isOver(active: ActivePermission, atMs: number, policy: ConsentPolicy | undefined): boolean {
  if (active.untilMs !== null && active.untilMs <= atMs) return true;
  return policy?.maxAgeMonths !== undefined && addMonths(active.sinceMs, policy.maxAgeMonths) <= atMs;
}

/** Calendar months later, in UTC; a day that the month lacks becomes its last. */
function addMonths(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

/** No record speaks about this scope: names how close the nearest permission was. */
function nearest(records: readonly ConsentRecord[], question: ConsentQuestion): ConsentDecision {
  const at = question.at.getTime();
  const permissions = records.filter((r) => isPermission(r) && effectiveMs(r) <= at && !covers(r, question));
  const misses: readonly (readonly [ConsentRefusal, (record: ConsentRecord) => boolean])[] = [
    ['consent-other-channel', (r) => coversSender(r, question) && coversPurpose(r, question)],
    ['consent-other-purpose', (r) => coversSender(r, question)],
    ['consent-other-sender', () => true],
  ];
  for (const [reason, matches] of misses) {
    const record = permissions.findLast(matches);
    if (record !== undefined) return { allowed: false, reason, record };
  }
  return { allowed: false, reason: 'no-consent', record: null };
}

function isPermission(record: ConsentRecord): boolean {
  return record.kind === 'granted' || record.kind === 'confirmed' || record.kind === 'imported' || record.kind === 'refreshed';
}
