import type { Clock } from '../clock.ts';
import type { SubjectFence } from '../consent/fence.ts';
import type { DeliveryStore } from './stores/delivery-store.ts';

/** Between two looks at the calls still under way, in milliseconds. */
const POLL_MS = 20;

/**
 * The gate of P2 on a delivery store: closes it for the person, then waits for the calls that had started, until the deadline by the clock's time.
 */
export function subjectFence(store: Pick<DeliveryStore, 'closeSubject' | 'openAttempts'>, clock: Clock): SubjectFence {
  return {
    async close(subject, deadline) {
      let inFlight = await store.closeSubject(subject);
      const untilMs = clock.monotonicMs() + Math.max(0, deadline.getTime() - clock.now().getTime());
      while (inFlight.length > 0) {
        const leftMs = untilMs - clock.monotonicMs();
        if (leftMs <= 0) break;
        await clock.sleep(Math.min(POLL_MS, leftMs));
        inFlight = await store.openAttempts(subject);
      }
      return { complete: inFlight.length === 0, inFlight };
    },
  };
}
