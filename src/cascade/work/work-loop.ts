import type { Clock } from '../../clock.ts';
import { throughOutages } from './through-outages.ts';
import type { TickOptions, TickResult } from './tick-deps.ts';

export interface WorkLoopOptions {
  readonly signal: AbortSignal;
  /** Ends when nothing is left, and with the error of a store that is down. @default false */
  readonly untilIdle?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** A loop of ticks that sleeps while nothing is due. */
export interface WorkLoop {
  /** Wakes it: something became due. */
  nudge(): void;
  run(options: WorkLoopOptions): Promise<void>;
}

/** @param deps.pollMs longest sleep, in milliseconds of the clock. `tell` hears of ticks that failed and are tried again. */
export function createWorkLoop({
  clock,
  pollMs,
  tick,
  tell,
}: {
  readonly clock: Clock;
  readonly pollMs: number;
  readonly tick: (options: TickOptions) => Promise<TickResult>;
  readonly tell: (code: string) => void;
}): WorkLoop {
  let wake = new AbortController();
  return {
    nudge() {
      // An abort makes an exception with a stack, each time: that is dear for something told with every webhook.
      if (!wake.signal.aborted) wake.abort();
    },
    async run({ signal, untilIdle = false, limit }) {
      while (!signal.aborted) {
        wake = new AbortController();
        const turn = () => tick({ signal, ...(limit === undefined ? {} : { limit }) });
        const taken = await (untilIdle ? turn() : throughOutages({ clock, signal, tell }, turn));
        if (taken === undefined) return;
        const { done, nextDueAt } = taken;
        if (done > 0) continue;
        if (untilIdle && nextDueAt === null) return;
        const pause = nextDueAt === null ? pollMs : Math.min(pollMs, Math.max(1, nextDueAt.getTime() - clock.now().getTime()));
        await clock.sleep(pause, AbortSignal.any([signal, wake.signal]));
      }
    },
  };
}
