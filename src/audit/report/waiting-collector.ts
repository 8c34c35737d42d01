import type { Delivery } from '../../cascade/delivery/delivery.ts';
import type { DeliveryReason } from '../../cascade/delivery/delivery-state.ts';
import { submitsOf } from '../../feedback/reaction.ts';
import type { Waiting } from './report-data.ts';

const HOUR_MS = 3_600_000;
/** Longest waits of the classes, in hours. */
const classes: readonly number[] = [1, 6, 12, 24, 48];

/** Who is put off now, and how long people waited for their first message. */
export interface WaitingCollector {
  add(delivery: Delivery): void;
  build(): Waiting;
}

export function createWaitingCollector(): WaitingCollector {
  const deferred = new Map<DeliveryReason, { count: number; until: Date }>();
  const waits = [...classes, null].map((upToHours) => ({ upToHours, people: 0 }));
  return {
    add(delivery) {
      if (delivery.state === 'deferred' && delivery.deferred !== undefined) {
        const { reason, until } = delivery.deferred;
        const known = deferred.get(reason);
        const latest = known === undefined || until > known.until;
        deferred.set(reason, { count: (known?.count ?? 0) + 1, until: latest ? until : known.until });
      }
      const first = submitsOf(delivery)[0];
      if (first === undefined) return;
      const due = Math.max(delivery.createdAt.getTime(), delivery.request.startAt?.getTime() ?? 0);
      const hours = (first.at.getTime() - due) / HOUR_MS;
      waits.find(({ upToHours }) => upToHours === null || hours <= upToHours)!.people++;
    },
    build: () => ({
      deferred: [...deferred].map(([reason, found]) => ({ reason, ...found })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
      untilFirstSubmit: waits,
    }),
  };
}
