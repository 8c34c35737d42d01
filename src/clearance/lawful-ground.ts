import { type ConsentDemand, consentPolicyAt } from '../consent/decide/consent-demand.ts';
import type { ConsentDecision, SubjectQuestion } from '../consent/decide/question.ts';
import type { LawfulGround } from '../message/cleared.ts';
import type { ClearanceRequest } from './clearance.ts';
import type { LawAt } from './law-at.ts';
import { type Held, refused } from './verdict.ts';

/** What of a message decides which consent it needs. */
export type Asking = Pick<ClearanceRequest, 'subject' | 'country' | 'kind' | 'sender' | 'channel'> & { readonly purpose?: string | undefined };

/** What is asked of the ledger for a step, by the law and by the host's own demands. */
export function consentQuestion(request: Asking, law: Pick<LawAt, 'consent'>, now: Date, demands: readonly ConsentDemand[] = []): SubjectQuestion {
  const { subject, kind, sender, channel, purpose } = request;
  const policy = consentPolicyAt(demands, request, kind === 'marketing' ? law.consent : undefined);
  return { subject, kind, sender, channel, purpose, at: now, policy };
}

/** The ground a step rests on by the ledger's answer, or why it has none. */
export function groundOf(request: ClearanceRequest, decision: ConsentDecision): LawfulGround | Held {
  if (!decision.allowed) return refused(scopeOf(decision), decision.reason);
  if (decision.record !== null) return { basis: 'consent', recordId: decision.record.id, sequence: decision.record.sequence };
  if (request.kind === 'marketing') return refused('delivery', 'no-consent');
  return { basis: request.kind === 'auth' ? 'requested-by-person' : 'contract' };
}

/** The ground of the one confirmation of an opt-out: the law allows it, and in time. It never advertises. */
export function confirmationGround(
  confirms: NonNullable<ClearanceRequest['confirms']>,
  request: ClearanceRequest,
  law: LawAt,
  now: Date,
): LawfulGround | Held {
  const end = confirmationEnd(confirms, law);
  if (request.kind === 'marketing' || end === undefined || now >= end) return refused('delivery', 'consent-withdrawn');
  return { basis: 'opt-out-confirmation', recordId: confirms.recordId, sequence: confirms.sequence };
}

/** Until when an opt-out may be confirmed. */
export function confirmationEnd({ withdrawnAt }: NonNullable<ClearanceRequest['confirms']>, law: LawAt): Date | undefined {
  const minutes = law.confirmationWithinMinutes;
  return minutes === undefined ? undefined : new Date(withdrawnAt.getTime() + minutes * 60_000);
}

/** A refusal ends the delivery; one that speaks about some channels only leaves the others open. */
function scopeOf(decision: Extract<ConsentDecision, { readonly allowed: false }>): 'step' | 'delivery' {
  if (decision.reason === 'consent-other-channel') return 'step';
  const isSuppression = decision.reason === 'suppressed' || decision.reason === 'carrier-blocked';
  return isSuppression && decision.record !== null && decision.record.channels !== '*' ? 'step' : 'delivery';
}
