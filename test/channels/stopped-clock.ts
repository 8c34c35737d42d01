import type { Clock } from '../../src/clock.ts';

/** A clock that stands still at ten o'clock. */
export const tenOClock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), monotonicMs: () => 0, sleep: async () => {} };
