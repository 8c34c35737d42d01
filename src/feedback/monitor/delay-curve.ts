import { DELAYS_MS } from './tally.ts';

/** How many of a rate's bad ends are known at an age, between which bounds. */
export interface DelayCurve {
  /** Most that can be known of messages that are `ageMs` old: 1 where nothing was learnt. */
  atMost(ageMs: number): number;
  /** Least that are known of messages that are `ageMs` old: 0 until all are, where nothing was learnt. */
  atLeast(ageMs: number): number;
  /** Ends it was learnt from; 0 when nothing was. */
  readonly learntFrom: number;
}

/** Fewest ends that say something about how late ends are. */
const LEAST_ENDS = 200;

/**
 * The curve of how late bad ends become known, learnt from messages all of whose ends are known. The true curve lies between the bounds with the
 * chance `1 - error` (the inequality of Dvoretzky, Kiefer and Wolfowitz, with Massart's constant), so that false alarms stay controlled.
 */
export function delayCurve(delays: readonly number[], settledAfterMs: number, error: number): DelayCurve {
  const total = delays.reduce((sum, count) => sum + count, 0);
  if (total < LEAST_ENDS) return { atMost: () => 1, atLeast: (ageMs) => (ageMs >= settledAfterMs ? 1 : 0), learntFrom: 0 };
  const margin = Math.sqrt(Math.log(2 / error) / (2 * total));
  const upTo: number[] = [];
  for (const [place, count] of delays.entries()) upTo.push((upTo[place - 1] ?? 0) + count / total);
  return {
    atMost(ageMs) {
      const place = DELAYS_MS.findIndex((end) => ageMs <= end);
      return place < 0 ? 1 : Math.min(1, upTo[place]! + margin);
    },
    atLeast(ageMs) {
      if (ageMs >= settledAfterMs) return 1;
      const place = DELAYS_MS.findLastIndex((end) => end <= ageMs);
      return place < 0 ? 0 : Math.max(0, upTo[place]! - margin);
    },
    learntFrom: total,
  };
}

/** Adds the delays of several hours. */
export function sumDelays(lists: readonly (readonly number[])[]): readonly number[] {
  return [...DELAYS_MS, 0].map((_, place) => lists.reduce((sum, list) => sum + (list[place] ?? 0), 0));
}
