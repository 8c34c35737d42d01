import type { DeliveryCounts, DeliveryState } from '../cascade/index.ts';

/** One group of deliveries with the same state, reason and reaching channel. */
export interface CountRow {
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly reached_by: string | null;
  readonly n: number;
  readonly late: number;
  readonly double_reach: number;
  readonly segments: number;
  readonly price_micros: number;
}

/** Adds up the groups. */
export function countsOf(rows: readonly CountRow[], allStates: readonly DeliveryState[]): DeliveryCounts {
  const states = Object.fromEntries(allStates.map((state) => [state, 0])) as Record<DeliveryState, number>;
  const reasons = new Map<string, { state: DeliveryState; reason: string; count: number }>();
  const byChannel: Record<string, number> = {};
  const sums = { total: 0, late: 0, doubleReach: 0, segments: 0, priceMicros: 0 };
  for (const { state, reason, reached_by, n, late, double_reach, segments, price_micros } of rows) {
    states[state] += n;
    if (reached_by !== null) byChannel[reached_by] = (byChannel[reached_by] ?? 0) + n;
    if (reason !== null) {
      const entry = reasons.get(`${state} ${reason}`) ?? { state, reason, count: 0 };
      entry.count += n;
      reasons.set(`${state} ${reason}`, entry);
    }
    sums.total += n;
    sums.late += late;
    sums.doubleReach += double_reach;
    sums.segments += segments;
    sums.priceMicros += price_micros;
  }
  const sorted = [...reasons.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return { states, reasons: sorted, byChannel, ...sums };
}
