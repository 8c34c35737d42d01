import type { LookupResult } from '../../channels/port.ts';
import type { WaitFor } from '../plan/plan.ts';
import type { Attempt, AttemptResult, Delivery, StepProgress } from './delivery.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import { addReport } from './message-standing.ts';
import { standingOf } from './terminal-state.ts';

/** The delivery after an event. Pure; attempts and receipts in any order and any repetition end in the same delivery. */
export function evolve(delivery: Delivery, event: DeliveryEvent): Delivery {
  const next = apply(delivery, event);
  return next === delivery ? delivery : { ...next, ...standingOf(next) };
}

function apply(delivery: Delivery, event: DeliveryEvent): Delivery {
  switch (event.type) {
    case 'attempt-started':
    case 'attempt-ended': {
      const { deferred: _, ...rest } = delivery;
      const steps = changeStep(delivery, event.step, event.waitFor, (step) => withAttempt(step, event.attempt));
      return { ...(delivery.settled === undefined ? rest : delivery), steps, current: Math.max(delivery.current, event.step) };
    }
    case 'receipt':
      return {
        ...delivery,
        steps: changeStep(delivery, event.step, undefined, (step) => ({ ...step, messages: addReport(step.messages, event.report) })),
      };
    case 'looked-up':
      return { ...delivery, steps: changeStep(delivery, event.step, undefined, (step) => afterLookup(step, event)) };
    case 'deferred':
      return { ...delivery, deferred: { until: event.until, reason: event.reason, times: (delivery.deferred?.times ?? 0) + 1 } };
    case 'fell-back': {
      const { deferred: _, ...rest } = delivery;
      const left = { reason: event.reason, at: event.at };
      return {
        ...rest,
        steps: changeStep(delivery, event.from, event.waitFor, (step) => ({ ...step, left })),
        current: Math.max(delivery.current, event.from + 1),
      };
    }
    case 'opt-out-recorded':
      return { ...delivery, optOutRecordedAt: event.at };
    case 'gone-recorded':
      return { ...delivery, goneRecordedAt: event.at };
    case 'halted':
      return delivery.halted === undefined ? { ...delivery, halted: { reason: event.reason, at: event.at } } : delivery;
    case 'settled':
      return delivery.settled === undefined ? { ...delivery, settled: { cause: event.cause, reason: event.reason, at: event.at } } : delivery;
  }
}

/** A step that has not been touched yet. What it waits for is filled in by the first event that knows it. */
const untouched: StepProgress = { waitFor: 'delivered', attempts: [], messages: [] };

function changeStep(
  delivery: Delivery,
  index: number,
  waitFor: WaitFor | undefined,
  change: (step: StepProgress) => StepProgress,
): readonly StepProgress[] {
  const steps = [...delivery.steps];
  while (steps.length <= index) steps.push(untouched);
  const step = steps[index] as StepProgress;
  steps[index] = change(waitFor === undefined ? step : { ...step, waitFor });
  return steps;
}

function withAttempt(step: StepProgress, attempt: Attempt): StepProgress {
  const index = step.attempts.findIndex(({ number }) => number === attempt.number);
  if (index < 0) return { ...step, attempts: [...step.attempts, attempt].sort((a, b) => a.number - b.number) };
  const known = step.attempts[index] as Attempt;
  return certainty(attempt.result) > certainty(known.result) ? { ...step, attempts: step.attempts.with(index, { ...known, ...attempt }) } : step;
}

/** How sure an answer about an attempt is. A later, better one replaces an earlier guess, never the other way round. */
export function certainty(result: AttemptResult | undefined): number {
  if (result === undefined) return 0;
  return { unknown: 1, 'not-sent': 2, rejected: 3, accepted: 4 }[result.outcome];
}

function afterLookup(step: StepProgress, event: { readonly number: number; readonly result: LookupResult; readonly at: Date }): StepProgress {
  const attempt = step.attempts.find(({ number }) => number === event.number);
  if (attempt === undefined) return step;
  const { result, at } = event;
  const counted = { ...attempt, lookups: { count: (attempt.lookups?.count ?? 0) + 1, lastAt: at } };
  if (result.found === 'present') {
    const { providerMessageId, status } = result;
    const messages = addReport(step.messages, { messageId: providerMessageId, status, errorClass: null, providerCode: null, at });
    return withAnswer({ ...step, messages }, counted, { outcome: 'accepted', providerMessageId, status: 'accepted' });
  }
  if (result.found === 'absent' && attempt.result?.outcome !== 'accepted')
    return withAnswer(step, counted, { outcome: 'not-sent', reason: 'absent' });
  return replace(step, counted);
}

function withAnswer(step: StepProgress, attempt: Attempt, result: AttemptResult): StepProgress {
  if (certainty(attempt.result) >= certainty(result)) return replace(step, attempt);
  return replace(step, { ...attempt, endedAt: attempt.lookups?.lastAt ?? attempt.startedAt, result });
}

function replace(step: StepProgress, attempt: Attempt): StepProgress {
  return { ...step, attempts: step.attempts.map((other) => (other.number === attempt.number ? attempt : other)) };
}
