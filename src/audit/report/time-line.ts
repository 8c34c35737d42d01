import type { TimeLine, TimePoint } from './report-data.ts';

/** Collects instants into stretches of equal length. */
export interface TimeLineBuilder {
  add(what: 'submits' | 'deliveries' | 'optOuts', at: Date): void;
  build(): TimeLine;
}

const HOUR_MS = 3_600_000;
/** An hour, then longer and longer: the line is coarsened when a campaign outgrows it. */
const lengths: readonly number[] = [1, 3, 6, 24, 7 * 24, 28 * 24, 364 * 24].map((hours) => hours * HOUR_MS);
/** Most stretches of a line: four days by the hour. */
const MAX_STRETCHES = 96;

type Counts = Omit<TimePoint, 'at'>;
const none: Counts = { submits: 0, deliveries: 0, optOuts: 0 };

/** A line whose memory does not grow with what it counts. Stretches start at whole hours, days from midnight UTC. */
export function createTimeLine(): TimeLineBuilder {
  let level = 0;
  let stretches = new Map<number, Counts>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const length = (): number => lengths[level]!;
  const isTooLong = (): boolean => Math.floor(last / length()) - Math.floor(first / length()) >= MAX_STRETCHES && level < lengths.length - 1;
  const coarsen = (): void => {
    const before = length();
    while (isTooLong()) level++;
    const merged = new Map<number, Counts>();
    for (const [index, counts] of stretches) {
      const place = Math.floor((index * before) / length());
      merged.set(place, sum(merged.get(place) ?? none, counts));
    }
    stretches = merged;
  };
  return {
    add(what, at) {
      const ms = at.getTime();
      if (Number.isNaN(ms)) return;
      first = Math.min(first, ms);
      last = Math.max(last, ms);
      if (isTooLong()) coarsen();
      const place = Math.floor(ms / length());
      const before = stretches.get(place) ?? none;
      stretches.set(place, { ...before, [what]: before[what] + 1 });
    },
    build() {
      if (stretches.size === 0) return { stretchMs: length(), points: [] };
      const [from, to] = [Math.floor(first / length()), Math.floor(last / length())];
      const points = Array.from({ length: to - from + 1 }, (_, place) => ({
        at: new Date((from + place) * length()),
        ...(stretches.get(from + place) ?? none),
      }));
      return { stretchMs: length(), points };
    },
  };
}

function sum(a: Counts, b: Counts): Counts {
  return { submits: a.submits + b.submits, deliveries: a.deliveries + b.deliveries, optOuts: a.optOuts + b.optOuts };
}
