import type { DeliveryCounts } from '../stores/delivery-store.ts';
import type { Delivery } from './delivery.ts';
import { type DeliveryState, deliveryStates } from './delivery-state.ts';
import { wasSubmitted } from './step-standing.ts';
import { isDoubleReach, lateSteps, reachingStep } from './terminal-state.ts';

/** What a delivery adds to the counts of its campaign. */
export interface DeliveryFigures {
  /** Channel of the first step that did what its plan waits for. */
  readonly reachedBy: string | null;
  readonly late: number;
  readonly doubleReach: boolean;
  readonly segments: number;
  readonly priceMicros: number;
}

/** Figures of one delivery. A definite refusal costs nothing; an outcome nobody knows counts as spent. */
export function figuresOf(delivery: Delivery): DeliveryFigures {
  const index = delivery.state === 'reached' ? reachingStep(delivery) : undefined;
  let segments = 0;
  let priceMicros = 0;
  for (const { attempts } of delivery.steps)
    for (const attempt of attempts) {
      if (!wasSubmitted(attempt) || attempt.result?.outcome === 'rejected') continue;
      segments += attempt.evidence.segments;
      priceMicros += attempt.evidence.priceMicros;
    }
  return {
    reachedBy: index === undefined ? null : (delivery.steps[index]?.attempts.at(-1)?.channel ?? null),
    late: lateSteps(delivery).length,
    doubleReach: isDoubleReach(delivery),
    segments,
    priceMicros,
  };
}

/** Adds up deliveries. */
export function countDeliveries(deliveries: Iterable<Delivery>): DeliveryCounts {
  const states = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  const reasons = new Map<string, { state: DeliveryState; reason: string; count: number }>();
  const byChannel: Record<string, number> = {};
  const sums = { total: 0, late: 0, doubleReach: 0, segments: 0, priceMicros: 0 };
  for (const delivery of deliveries) {
    const { state, reason } = delivery;
    const figures = figuresOf(delivery);
    states[state]++;
    if (reason !== null) {
      const entry = reasons.get(`${state} ${reason}`) ?? { state, reason, count: 0 };
      entry.count++;
      reasons.set(`${state} ${reason}`, entry);
    }
    if (figures.reachedBy !== null) byChannel[figures.reachedBy] = (byChannel[figures.reachedBy] ?? 0) + 1;
    sums.total++;
    sums.late += figures.late;
    sums.doubleReach += figures.doubleReach ? 1 : 0;
    sums.segments += figures.segments;
    sums.priceMicros += figures.priceMicros;
  }
  const order = (a: { state: string; reason: string }) => `${a.state} ${a.reason}`;
  return { states, reasons: [...reasons.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)), byChannel, ...sums };
}
