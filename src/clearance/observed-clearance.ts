import type { Observe } from '../observe.ts';
import type { ClearancePort } from './clearance.ts';

/** The same gate, its decisions counted by an observer. */
export function observedClearance(clearance: ClearancePort, observe: Observe): ClearancePort {
  return {
    clear: (requests, now) =>
      observe(
        { name: 'clear', count: requests.length },
        () => clearance.clear(requests, now),
        (verdicts) => {
          const tally = { cleared: 0, deferred: 0, refused: 0 };
          for (const { verdict } of verdicts) tally[verdict]++;
          return { tally };
        },
      ),
    release: (reservations) => clearance.release(reservations),
  };
}
