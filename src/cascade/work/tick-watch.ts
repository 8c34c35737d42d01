import type { Clock } from '../../clock.ts';
import { isLicetError } from '../../errors.ts';
import type { Observe } from '../../observe.ts';
import type { TickResult } from './tick-deps.ts';

/** Whether a process is alive, as its own ticks show. */
export interface Health {
  /** False when a tick has been under way for longer than any should: end the process, which is safe at any moment. */
  readonly alive: boolean;
  /** When the last tick ended, well or not; `null` before the first. */
  readonly lastTickAt: Date | null;
  /** Code of the error the last tick ended with; `null` when it went well. */
  readonly lastFailure: string | null;
  /** How long the oldest tick under way has been running, in milliseconds; `null` when none is. */
  readonly tickingForMs: number | null;
}

/** A tick that runs longer than this hangs: leases and time-outs of calls are far shorter. In milliseconds. */
const HANGS_AFTER_MS = 15 * 60_000;

/** Keeps an eye on ticks, and tells an observer of them. */
export function watchTicks(clock: Clock, observe: Observe): { watch(tick: () => Promise<TickResult>): Promise<TickResult>; health(): Health } {
  const underWay = new Map<symbol, number>();
  let lastTickAt: Date | null = null;
  let lastFailure: string | null = null;
  return {
    async watch(tick) {
      const name = Symbol('tick');
      underWay.set(name, clock.monotonicMs());
      try {
        const result = await observe({ name: 'tick' }, tick, ({ done, counts }) => ({ count: done, tally: { ...counts } }));
        lastFailure = null;
        return result;
      } catch (error) {
        lastFailure = isLicetError(error) ? error.code : 'unexpected';
        throw error;
      } finally {
        underWay.delete(name);
        lastTickAt = clock.now();
      }
    },
    health() {
      const startedMs = Math.min(...underWay.values());
      const tickingForMs = Number.isFinite(startedMs) ? clock.monotonicMs() - startedMs : null;
      return { alive: (tickingForMs ?? 0) < HANGS_AFTER_MS, lastTickAt, lastFailure, tickingForMs };
    },
  };
}
