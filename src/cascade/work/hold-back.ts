import type { Clearance, RefusalReason } from '../../clearance/clearance.ts';
import { earliest, type NextAction } from '../delivery/action.ts';
import type { HaltReason } from '../delivery/delivery-state.ts';
import { hasUnsettled, lastAttempt } from '../delivery/step-standing.ts';
import { about, advance, fallBack, hasStepAfter, record, type TickFrame, type Work } from './work.ts';

/** Refusals that are a withdrawal: after an earlier step had gone out the delivery is cancelled, not refused. */
const withdrawals: Readonly<Partial<Record<RefusalReason, HaltReason>>> = {
  'consent-withdrawn': 'withdrawn',
  suppressed: 'withdrawn',
  erased: 'erased',
  stopped: 'stopped',
};

/** What follows a clearance that did not clear. */
export function holdBack(
  frame: TickFrame,
  work: Work,
  action: Extract<NextAction, { kind: 'submit' }>,
  clearance: Exclude<Clearance, { verdict: 'cleared' }>,
): void {
  const at = frame.instant();
  const { request } = work.delivery;
  if (clearance.verdict === 'deferred') {
    const until = earliest(clearance.until, request.validUntil);
    record(work, { type: 'deferred', until, reason: clearance.reason, at });
    frame.counts.deferred++;
    work.notices.push(['delivery-deferred', { ...about(work), reason: clearance.reason, until }]);
    advance(frame, work);
    return;
  }
  const { reason, scope } = clearance;
  const halt = withdrawals[reason];
  const submitted = work.delivery.steps.some((step) => lastAttempt(step) !== undefined);
  if (hasUnsettled(work.delivery) || (submitted && halt !== undefined)) record(work, { type: 'halted', reason: halt ?? 'stopped', at });
  else if (scope === 'step' && hasStepAfter(work, action.index)) fallBack(frame, work, { from: action.index, step: action.step, reason });
  else record(work, { type: 'settled', cause: 'refused', reason, at });
  advance(frame, work);
}
