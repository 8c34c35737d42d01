import type { HoldQuestion, QualityHold } from '../../clearance/clearance-deps.ts';
import type { Hold } from './decision.ts';
import { isIn, sliceId } from './slice.ts';
import { hourName } from './tally.ts';
import { traitsOf } from './traits.ts';

/** Longest time until a held message is looked at again, in milliseconds. */
const RECHECK_MS = 600_000;

/** What some holds mean for a message: held back, at a pace of its slice's, or nothing. */
export function holdsOver(all: readonly Hold[]): { at(question: HoldQuestion, now: Date): QualityHold | null } {
  const active = all.filter(({ state }) => state === 'paused' || state === 'slowed');
  return {
    at({ request, record }, now) {
      if (active.length === 0) return null;
      const traits = traitsOf(request, record);
      const found = active.filter(({ slice }) => isIn(slice, traits, hourName(now)));
      const paused = found.find(({ state }) => state === 'paused');
      if (paused !== undefined) {
        const again = now.getTime() + RECHECK_MS;
        return { until: new Date(Math.min(again, Math.max(paused.until?.getTime() ?? again, now.getTime() + 1_000))) };
      }
      const [slowed] = found.filter(({ perSecond }) => perSecond !== null).sort((a, b) => a.perSecond! - b.perSecond!);
      return slowed === undefined ? null : { id: sliceId(slowed.slice), perSecond: slowed.perSecond! };
    },
  };
}
