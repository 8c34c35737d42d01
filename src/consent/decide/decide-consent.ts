import type { ConsentRecord, SubjectRef } from '../record/record.ts';
import { effectiveMs, inEffectiveOrder, isRestrictive } from './effective-order.ts';
import { decideByPermission, foldPermission, noPermission, type PermissionState } from './permission.ts';
import type { ConsentDecision, ConsentQuestion, SubjectQuestion } from './question.ts';
import { foldSuppression, type StandingSuppression, startsAnew, strongest } from './standing-suppression.ts';

/**
 * Whether one person's records carry a message. Pure: a fold over the records in the order the person acted.
 * A withdrawal wins ties, an import never revives, and suppressions stand whatever consent says. Transactional and authentication messages
 * need no consent and are decided by suppressions alone.
 */
export function decideConsent(records: readonly ConsentRecord[], question: ConsentQuestion): ConsentDecision {
  const at = question.at.getTime();
  let standing: readonly StandingSuppression[] = [];
  let permission: PermissionState = noPermission;
  for (const record of inEffectiveOrder(records)) {
    const later = effectiveMs(record) > at;
    if (later && (question.historical === true || !isRestrictive(record))) continue;
    if (standing.length > 0 && startsAnew(record) && record.evidence.grade === 'A') permission = forgetReassigned(permission, standing);
    standing = foldSuppression(standing, record, question);
    permission = foldPermission(permission, record, question, records);
  }
  const suppressed = strongest(standing);
  if (suppressed !== null) return { allowed: false, reason: suppressed.reason, record: suppressed.record };
  if (requirement(question) === 'none') return { allowed: true, record: permission.active?.record ?? null };
  return decideByPermission(permission, records, question);
}

/** Decides for many people at once, in the order of the questions. A person without records has given nothing. */
export function decideMany(
  chains: ReadonlyMap<SubjectRef, readonly ConsentRecord[]>,
  questions: readonly SubjectQuestion[],
): readonly ConsentDecision[] {
  return questions.map((question) => decideConsent(chains.get(question.subject) ?? [], question));
}

function requirement(question: ConsentQuestion): 'prior' | 'soft-opt-in' | 'none' {
  return question.policy?.requires ?? (question.kind === 'marketing' ? 'prior' : 'none');
}

/** The new owner of a number starts with nothing of the old one's. */
function forgetReassigned(permission: PermissionState, standing: readonly StandingSuppression[]): PermissionState {
  return standing.some((one) => one.reason === 'number-reassigned') ? { ...noPermission, pending: permission.pending } : permission;
}
