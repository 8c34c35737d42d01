import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome, type ProveOptions, quantile } from './claim.ts';
import type { LedgerLine } from './house/ledger.ts';
import { keepFed, setStage } from './house/stage.ts';
import { pace } from './house/worker-setup.ts';

const PROCESSES = 4;
/** How long the provider says to stay away. */
const CLOSED_MS = 2_000;
/** Until the sender is back at its rate. */
const RECOVERY_MS = 5_000;
/** Slots are given so far ahead; a process that has some calls by them before it hears of another one's 429. And the way to hear of it. */
const ON_THE_WAY_MS: number = pace.horizonMs + pace.slackMs + 100;

/**
 * A rate that four processes share, by the provider's own clock: no sliding second holds more calls than the limit while it is used up; after a 429
 * nothing comes before Retry-After is over but what had its slot already, and the rate there was is back within five
 * seconds. Naive: each process counts for itself.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const perSecond = full ? 1_000 : 100;
  const [steadyMs, closings] = full ? [60_000, 20] : [20_000, 4];
  const stage = await setStage({ seed, honoursKeys: true, answersLookups: false, answerMs: [2, 12], perSecond });
  try {
    const workers = Array.from({ length: PROCESSES }, () =>
      stage.hire({ recourse: 'key', limit: 100, concurrency: 16, perSecond, naive: broken ? 'own-counters' : undefined }),
    );
    const feeding = new AbortController();
    const fed = keepFed(stage, 600_000, feeding.signal, 4 * perSecond);
    for (const worker of workers) await worker.ready.then(() => worker.go());
    await sleep(2_000);
    const steadyFromMs = monotonicMs();
    await sleep(steadyMs);
    const steadyUntilMs = monotonicMs();
    for (let closing = 0; closing < closings; closing++) {
      stage.gateway.close(CLOSED_MS);
      await sleep(CLOSED_MS + RECOVERY_MS + 1_500);
    }
    feeding.abort();
    await fed;
    const lines = stage.gateway.ledger();
    const first = lines.findIndex(({ kind }) => kind === 'closed');
    const steady = lines.slice(0, first);
    const calls = lines.filter(({ kind }) => kind !== 'closed').map(({ atMs }) => atMs);
    const most = mostInASecond(calls);
    const inSteady = steady.filter(({ kind, atMs }) => kind === 'accepted' && atMs >= steadyFromMs && atMs < steadyUntilMs).length;
    const usedShare = inSteady / (((steadyUntilMs - steadyFromMs) / 1_000) * perSecond);
    const closed = lines.filter(({ kind }) => kind === 'closed').map((line, index) => judgeClosing(lines, line, index, usedShare * perSecond));
    const early = closed.reduce((sum, one) => sum + one.early, 0);
    const slowest = quantile(
      closed.map(({ recoveredMs }) => recoveredMs),
      1,
    );
    const limited = steady.filter(({ kind }) => kind === 'limited').length;
    return {
      ok: most <= perSecond && limited === 0 && early === 0 && (slowest ?? Number.POSITIVE_INFINITY) <= RECOVERY_MS && usedShare > 0.5,
      figures: {
        processes: PROCESSES,
        perSecond,
        calls: calls.length,
        mostInASecond: most,
        limitedWhileSteady: limited,
        usedShare: Math.round(1_000 * usedShare) / 1_000,
        closings: closed.length,
        early,
        onTheWay: closed.reduce((sum, one) => sum + one.onTheWay, 0),
        lastOnTheWayMs: quantile(
          closed.map(({ lastMs }) => lastMs),
          1,
        ),
        recoveredMs: slowest,
      },
    };
  } finally {
    await stage.strike();
  }
}

/** The clock of the provider's ledger. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function mostInASecond(times: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while (times[from]! <= time - 1_000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

interface Closing {
  /** Calls before Retry-After was over that cannot have been on their way when the first was refused. */
  readonly early: number;
  readonly onTheWay: number;
  /** How long after the first refusal the last of them came. */
  readonly lastMs: number;
  /** From the end of Retry-After to the end of the first second with nine tenths of the rate there was before: a busy machine may not reach the limit. */
  readonly recoveredMs: number;
}

function judgeClosing(lines: readonly LedgerLine[], closed: LedgerLine, index: number, rate: number): Closing {
  const next = lines.filter(({ kind }) => kind === 'closed')[index + 1]?.atMs ?? Number.POSITIVE_INFINITY;
  const calls = lines.filter(({ kind, atMs }) => kind !== 'closed' && atMs > closed.atMs && atMs < next).map(({ atMs }) => atMs);
  const refusedAt = calls[0] ?? Number.POSITIVE_INFINITY;
  const openAt = Math.max(closed.untilMs ?? 0, refusedAt + CLOSED_MS);
  const before = calls.filter((atMs) => atMs > refusedAt && atMs < openAt).map((atMs) => atMs - refusedAt);
  const after = calls.filter((atMs) => atMs >= openAt);
  const full = after.find((end) => after.filter((atMs) => atMs > end - 1_000 && atMs <= end).length >= 0.9 * rate);
  return {
    early: before.filter((ms) => ms > ON_THE_WAY_MS).length,
    onTheWay: before.filter((ms) => ms <= ON_THE_WAY_MS).length,
    lastMs: Math.max(0, ...before),
    recoveredMs: (full ?? Number.POSITIVE_INFINITY) - openAt,
  };
}
