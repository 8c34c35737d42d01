/** A workflow of an engine that replays (Temporal, Restate, DBOS and their like): the engine remembers when to look, licet what to do. */
import type { Messenger } from 'licet';

// #region engine
/** Activities do all the work: they may run twice, and be cut off anywhere. */
export const licetActivities = (messenger: Messenger) => ({
  /** Works off what is due, for some batches; says when to come again, as milliseconds since 1970. */
  async workOff(batches: number): Promise<{ readonly dueAtMs: number | null }> {
    for (let batch = 0; batch < batches; batch += 1) {
      const { done, nextDueAt } = await messenger.tick();
      if (done === 0) return { dueAtMs: nextDueAt?.getTime() ?? null };
    }
    return { dueAtMs: 0 };
  },
});

/** What the workflow asks of its engine: `proxyActivities`, `condition` with a time-out, `continueAsNew`, or whatever they are called there. */
export interface WorkflowEngine {
  workOff(batches: number): Promise<{ readonly dueAtMs: number | null }>;
  nowMs(): number;
  /** Resolves after the time, or as soon as somebody signals that work is due. */
  waitForWork(timeoutMs: number): Promise<void>;
  continueAsNew(): Promise<never>;
}

/** One of these for ever: no input or output of its own, so that a replay can do no harm. */
export async function licetWorkflow(engine: WorkflowEngine, turns: number = 500, lookMs: number = 60_000): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const { dueAtMs } = await engine.workOff(20);
    const waitMs = dueAtMs === null ? lookMs : Math.min(lookMs, Math.max(0, dueAtMs - engine.nowMs()));
    if (waitMs > 0) await engine.waitForWork(waitMs);
  }
  // A history must not grow for ever.
  await engine.continueAsNew();
}

/** In every process that plans or takes webhooks: many signals in one second are one. */
export function signalWork(messenger: Pick<Messenger, 'events'>, signal: () => Promise<void>): void {
  let waiting = false;
  messenger.events.on('work-due', () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      signal().catch(() => {}); // the workflow looks by itself every minute
    }, 1_000).unref();
  });
}
// #endregion
