import type { Clock } from '../../clock.ts';

/** Waits between the tries, in milliseconds. */
const pausesMs = [100, 400, 1_600];

/** Repeats a store call that may be repeated by its key, a bounded number of times. Never to be put around a provider's call. */
export async function persistently<Result>(clock: Clock, call: () => Promise<Result>): Promise<Result> {
  for (const pauseMs of pausesMs) {
    try {
      return await call();
    } catch {
      await clock.sleep(pauseMs);
    }
  }
  return call();
}
