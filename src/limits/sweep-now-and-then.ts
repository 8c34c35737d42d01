import type { Clock } from '../clock.ts';
import type { CounterStore } from './counter-store.ts';

/** How often one process sweeps, in milliseconds of its clock. */
const SWEEP_EVERY_MS = 10 * 60_000;

/** Has what no longer counts forgotten, at most every ten minutes. To be called as often as one likes; several processes may do it at once. */
export function sweepNowAndThen(counters: Pick<CounterStore, 'sweep'>, clock: Clock): () => Promise<void> {
  // The first ten minutes have nothing to forget that an earlier process did not leave; its rows can wait as long.
  let sweptMs = clock.monotonicMs();
  return async () => {
    if (clock.monotonicMs() - sweptMs < SWEEP_EVERY_MS) return;
    sweptMs = clock.monotonicMs();
    await counters.sweep(clock.now());
  };
}
