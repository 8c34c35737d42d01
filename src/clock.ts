import { randomUUID } from 'node:crypto';

/** Time as licet sees it. Everything that decides takes `now` as a value; only the shell reads a clock. */
export interface Clock {
  /** Wall time. In production the store's clock is preferred for due times and leases. */
  now(): Date;
  /** Milliseconds that never step back, for short validity checks. */
  monotonicMs(): number;
  /** Resolves after `ms` milliseconds of this clock's time, or at once when `signal` aborts (never rejects). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Makes an id that is unique and sorts roughly by time. */
export type NewId = () => string;

/** Longest delay a Node timer honours; a longer one fires at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted || ms <= 0) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, MAX_TIMER_MS));
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Random ids from the operating system. */
export const randomId: NewId = () => randomUUID();
