import { createHash } from 'node:crypto';
import type { Outcome, ProveOptions } from './claim.ts';
import { runSchedules } from './r6-schedules.ts';
import { playAll } from './r6-threads.ts';
import { runWeek } from './r6-week.ts';

/** Schedules of the naive variant: more would only show the same again. */
const BROKEN = 10_000;

/**
 * The real orchestrator in a simulated world: virtual time, processes that die and freeze at any step, stores and providers that lose answers. The
 * witness is what the simulated providers took. Naive: a provider that does not keep its word about keys, and a withdrawal that closes no gate.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const results = await playAll(broken ? BROKEN : full ? 1_000_000 : 100_000, seed, broken);
  const total = { schedules: 0, steps: 0, calls: 0, taken: 0, crashes: 0, storeFaults: 0, webhooks: 0, withdrawals: 0, hours: 0 };
  const states: Record<string, number> = {};
  const violations: Record<string, number> = {};
  const trace = createHash('sha256');
  for (const result of results) {
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += result[name];
    for (const [state, count] of Object.entries(result.states)) states[state] = (states[state] ?? 0) + count;
    for (const [what, count] of Object.entries(result.violations)) violations[what] = (violations[what] ?? 0) + count;
    trace.update(result.traceHash);
  }
  const again = await runSchedules(250, seed, broken);
  const isRepeatable = again.traceHash === results[0]?.traceHash;
  const week = full && !broken ? await runWeek(seed) : undefined;
  const crashSites = Math.max(...results.map((result) => result.crashSites));
  // A world in which nothing happens proves nothing.
  const isBusy =
    total.crashes > total.schedules / 20 && crashSites > 15 && (states.reached ?? 0) > total.schedules / 3 && Object.keys(states).length >= 6;
  return {
    ok: isBusy && isRepeatable && Object.keys(violations).length === 0 && week?.ok !== false,
    figures: {
      ...total,
      crashSites,
      states,
      violations,
      isRepeatable,
      trace: trace.digest('hex').slice(0, 16),
      ...(week === undefined ? {} : { week: week.figures }),
    },
  };
}
