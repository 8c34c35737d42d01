import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves time forward and wakes every sleeper whose time has come. */
  advance(ms: number): void;
  /** Moves to an instant that lies ahead. */
  advanceTo(at: Date): void;
}

/** Starts at an instant, wall and monotonic time moving together. @throws {RangeError} when moved backwards. */
export function manualClock(start: Date): ManualClock {
  const zero = start.getTime();
  let nowMs = zero;
  let sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];
  const moveTo = (ms: number): void => {
    if (ms < nowMs) throw new RangeError('A manual clock only moves forward.');
    nowMs = ms;
    const due = sleepers.filter(({ untilMs }) => untilMs <= nowMs);
    sleepers = sleepers.filter(({ untilMs }) => untilMs > nowMs);
    for (const { wake } of due) wake();
  };
  return {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs - zero,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || ms <= 0) return resolve();
        const wake = (): void => {
          signal?.removeEventListener('abort', wake);
          sleepers = sleepers.filter((sleeper) => sleeper.wake !== wake);
          resolve();
        };
        sleepers.push({ untilMs: nowMs + ms, wake });
        signal?.addEventListener('abort', wake, { once: true });
      }),
    advance: (ms) => moveTo(nowMs + ms),
    advanceTo: (at) => moveTo(at.getTime()),
  };
}
