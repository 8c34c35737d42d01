import type { Delivery, StepProgress } from '../../cascade/delivery/delivery.ts';
import type { DeliveryReason } from '../../cascade/delivery/delivery-state.ts';
import { seenOf } from '../../cascade/delivery/message-standing.ts';
import { attemptStanding, hasArrived, lastAttempt, stepReached, wasSubmitted } from '../../cascade/delivery/step-standing.ts';
import { lateSteps } from '../../cascade/delivery/terminal-state.ts';
import type { Channel } from '../../law/vocabulary.ts';
import { createDurations, type Durations } from './durations.ts';
import type { StepFigures, WentOn } from './report-data.ts';
import { createTally } from './tally.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Counted = Mutable<Omit<StepFigures, 'arrival'>>;

/** Figures by step, channel and provider. */
export interface StepCollector {
  add(delivery: Delivery): void;
  steps(): readonly StepFigures[];
  wentOn(): readonly WentOn[];
}

export function createStepCollector(): StepCollector {
  const figures = new Map<string, { readonly counted: Counted; readonly arrivals: Durations }>();
  const wentOn = createTally<Omit<WentOn, 'count'>>();
  const figuresFor = (step: number, channel: Channel, provider: string) => {
    const key = `${step}/${channel}/${provider}`;
    const found = figures.get(key) ?? { counted: nothing(step, channel, provider), arrivals: createDurations() };
    figures.set(key, found);
    return found;
  };
  return {
    add(delivery) {
      const late = new Set(lateSteps(delivery));
      for (const [index, progress] of delivery.steps.entries()) {
        const last = lastAttempt(progress);
        const left: DeliveryReason | undefined = progress.left?.reason;
        if (left !== undefined) wentOn.add({ step: index + 1, channel: last?.channel ?? null, reason: left });
        if (last === undefined) continue;
        const { counted, arrivals } = figuresFor(index + 1, last.channel, last.provider);
        countPerson(counted, progress);
        if (late.has(index)) counted.late++;
        const took = arrivalMs(progress);
        if (took !== undefined) arrivals.add(took);
        for (const attempt of progress.attempts.filter(wasSubmitted)) {
          const by = figuresFor(index + 1, attempt.channel, attempt.provider).counted;
          by.attempts++;
          if (attempt.result?.outcome === 'rejected') continue;
          by.segments += attempt.evidence.segments;
          by.priceMicros += attempt.evidence.priceMicros;
        }
      }
    },
    steps: () =>
      [...figures.values()]
        .map(({ counted, arrivals }) => ({ ...counted, arrival: quantilesOf(arrivals) }))
        .sort((a, b) => a.step - b.step || b.submitted - a.submitted || (a.provider < b.provider ? -1 : 1)),
    wentOn: () =>
      wentOn
        .entries()
        .map(([key, count]) => ({ ...key, count }))
        .sort((a, b) => a.step - b.step || b.count - a.count),
  };
}

/** When the first message of a step arrived, by its receipts; `undefined` when none says so. */
export function arrivedAt(step: StepProgress): Date | undefined {
  const times = step.messages.flatMap((message) => {
    const { delivered, read } = seenOf(message);
    return [delivered, read].filter((at) => at !== undefined);
  });
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function countPerson(counted: Counted, progress: StepProgress): void {
  counted.submitted++;
  counted[endOf(progress)]++;
  if (hasArrived(progress)) counted.delivered++;
  if (wasRead(progress)) counted.read++;
}

function endOf(progress: StepProgress): 'reached' | 'failed' | 'unknown' | 'open' {
  if (stepReached(progress)) return 'reached';
  const kinds = progress.attempts.map((attempt) => attemptStanding(progress, attempt).kind);
  if (kinds.includes('unsettled')) return 'unknown';
  return kinds.includes('under-way') ? 'open' : 'failed';
}

/** True when the person is known to have read a message of this step. */
export function wasRead({ messages, attempts }: StepProgress): boolean {
  return (
    messages.some((message) => seenOf(message).read !== undefined) ||
    attempts.some(({ result }) => result?.outcome === 'accepted' && result.status === 'read')
  );
}

function arrivalMs(progress: StepProgress): number | undefined {
  const at = arrivedAt(progress);
  const start = progress.attempts.find(wasSubmitted)?.startedAt;
  return at === undefined || start === undefined ? undefined : Math.max(0, at.getTime() - start.getTime());
}

function quantilesOf(arrivals: Durations): StepFigures['arrival'] {
  const [medianMs, slowestTenthMs] = [arrivals.quantile(0.5), arrivals.quantile(0.9)];
  return medianMs === undefined || slowestTenthMs === undefined ? null : { medianMs, slowestTenthMs };
}

function nothing(step: number, channel: Channel, provider: string): Counted {
  const zero = { submitted: 0, reached: 0, failed: 0, unknown: 0, open: 0, delivered: 0, read: 0, late: 0, attempts: 0, segments: 0, priceMicros: 0 };
  return { step, channel, provider, ...zero };
}
