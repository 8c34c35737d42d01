import type { TallyTotals } from './counter-store.ts';

/** Outcomes of the running stretch of time and of the one before it. */
export interface OutcomeHistory {
  /** Start of the running stretch, milliseconds since 1970, a multiple of its length. */
  readonly startMs: number;
  readonly ok: number;
  readonly failed: number;
  readonly previousOk: number;
  readonly previousFailed: number;
}

/** Nothing seen yet. */
export const freshHistory: OutcomeHistory = { startMs: 0, ok: 0, failed: 0, previousOk: 0, previousFailed: 0 };

/** The history with more outcomes. */
export function addOutcomes(history: OutcomeHistory, add: TallyTotals, nowMs: number, windowMs: number): OutcomeHistory {
  const current = rolled(history, nowMs, windowMs);
  return { ...current, ok: current.ok + add.ok, failed: current.failed + add.failed };
}

/** Totals of about the last `windowMs`: the running stretch, and of the one before the share that is still inside. */
export function recentOutcomes(history: OutcomeHistory, nowMs: number, windowMs: number): TallyTotals {
  const current = rolled(history, nowMs, windowMs);
  const share = 1 - (nowMs - current.startMs) / windowMs;
  return { ok: current.ok + current.previousOk * share, failed: current.failed + current.previousFailed * share };
}

function rolled(history: OutcomeHistory, nowMs: number, windowMs: number): OutcomeHistory {
  const startMs = Math.floor(nowMs / windowMs) * windowMs;
  if (history.startMs >= startMs) return history;
  const isNext = history.startMs === startMs - windowMs;
  return { startMs, ok: 0, failed: 0, previousOk: isNext ? history.ok : 0, previousFailed: isNext ? history.failed : 0 };
}
