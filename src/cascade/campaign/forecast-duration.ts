import type { RehearsedPace } from '../../limits/index.ts';

/** How long a campaign's messages take to go out under the paces of senders and accounts. */
export interface ForecastDuration {
  /** First message; `null` when nobody gets one. */
  readonly startsAt: Date | null;
  /** Last message when everybody is reached by their first one. */
  readonly leastUntil: Date | null;
  /** Last message when everybody falls through to the plan's end. */
  readonly mostUntil: Date | null;
  /** Key of the pace that decides the end; `null` when no pace does. */
  readonly pacedBy: string | null;
  /** First messages whose turn would come after the campaign's end. */
  readonly tooLate: number;
}

/** Works through what is ready at each instant, one call after the other. A message that is ready later waits for nobody who is ready later still. */
export function paceOut(
  paces: readonly RehearsedPace[],
  endsAt: Date,
): { readonly until: Date | null; readonly pacedBy: string | null; tooLate: number } {
  let last: { atMs: number; key: string; waited: boolean } | undefined;
  let tooLate = 0;
  for (const { key, everyMs, readyAt } of paces) {
    let atMs = Number.NEGATIVE_INFINITY;
    let waited = false;
    let late = 0;
    for (const [readyMs, calls] of [...readyAt].sort(([a], [b]) => a - b)) {
      const startMs = Math.max(atMs, readyMs);
      waited = startMs + calls * everyMs > readyMs;
      // The slots are at startMs, startMs + everyMs, and so on.
      late += Math.max(0, calls - Math.max(0, Math.ceil((endsAt.getTime() - startMs) / everyMs)));
      atMs = startMs + calls * everyMs;
    }
    tooLate = Math.max(tooLate, late);
    if (last === undefined || atMs > last.atMs) last = { atMs, key, waited };
  }
  return { until: last === undefined ? null : new Date(Math.ceil(last.atMs)), pacedBy: last?.waited === true ? last.key : null, tooLate };
}

/** The rates asked for by first messages and by fall-backs, put together. */
export function mergePaces(first: readonly RehearsedPace[], further: readonly RehearsedPace[]): readonly RehearsedPace[] {
  const merged = new Map<string, { everyMs: number; readonly readyAt: Map<number, number> }>();
  for (const { key, everyMs, readyAt } of [...first, ...further]) {
    const pace = merged.get(key) ?? { everyMs, readyAt: new Map<number, number>() };
    pace.everyMs = Math.max(pace.everyMs, everyMs);
    for (const [atMs, calls] of readyAt) pace.readyAt.set(atMs, (pace.readyAt.get(atMs) ?? 0) + calls);
    merged.set(key, pace);
  }
  return [...merged].map(([key, pace]) => ({ key, ...pace }));
}
