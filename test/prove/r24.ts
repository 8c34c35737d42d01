import { setTimeout as sleep } from 'node:timers/promises';
import { dice, type Outcome, type ProveOptions, quantile } from './claim.ts';
import { openAttemptsOf } from './house/chaos.ts';
import { acceptedBy, duplicatesIn } from './house/ledger.ts';
import { keepFed, setStage, statesOf } from './house/stage.ts';
import { LEASE_MS } from './house/worker-setup.ts';

/** How long a process manager would wait before it kills. */
const GRACE_MS = 5_000;
const VALID_MS = 60_000;

/**
 * SIGTERM in the midst of work, with a provider that could not clear up anything afterwards: the process ends with 0 within its grace, no lease and
 * no open attempt is left, and in the end everybody has one message and nothing is unknown. Naive: SIGTERM ends the process at once.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const stops = full ? 100 : 30;
  const roll = dice(seed);
  const stage = await setStage({ seed, honoursKeys: false, answersLookups: false, answerMs: [5, 40] });
  const hire = () => stage.hire({ recourse: 'none', limit: 40, naive: broken ? 'abrupt' : undefined });
  try {
    const feeding = new AbortController();
    const fed = keepFed(stage, VALID_MS, feeding.signal);
    const figures = { stops, atWork: 0, badExits: 0, leasesLeft: 0, attemptsLeft: 0 };
    const tookMs: number[] = [];
    let spare = hire();
    for (let stop = 0; stop < stops; stop++) {
      const worker = spare;
      spare = hire();
      await worker.ready;
      worker.go();
      await sleep(100 + roll() * 500);
      if ((await leasesOf(worker.name)) > 0) figures.atWork += 1;
      const toldMs = performance.now();
      worker.signal('SIGTERM');
      const end = await Promise.race([worker.gone, sleep(GRACE_MS).then(() => 'late' as const)]);
      tookMs.push(performance.now() - toldMs);
      if (end !== 0) figures.badExits += 1;
      figures.leasesLeft += await leasesOf(worker.name);
      figures.attemptsLeft += (await openAttemptsOf(stage.pool, worker.name)).length;
    }
    feeding.abort();
    await fed;
    await spare.ready;
    spare.go();
    const finished = await stage.finished(VALID_MS + 3 * LEASE_MS);
    const states = [...(await statesOf(stage.host)).values()];
    const accepted = acceptedBy(stage.gateway.ledger());
    const tally = {
      people: stage.audience.length,
      reached: states.filter(({ state }) => state === 'reached').length,
      unknown: states.filter(({ state }) => state === 'unknown').length,
      duplicates: duplicatesIn(accepted),
      lost: stage.audience.filter((person) => !accepted.has(person)).length,
    };
    const clean = figures.badExits + figures.leasesLeft + figures.attemptsLeft + tally.unknown + tally.duplicates + tally.lost === 0;
    return {
      ok: finished && clean && figures.atWork > stops / 3 && tally.reached === tally.people,
      figures: { ...figures, ...tally, stoppedMs: { p50: quantile(tookMs, 0.5), max: quantile(tookMs, 1) } },
    };
  } finally {
    await stage.strike();
  }

  async function leasesOf(worker: string): Promise<number> {
    const { rows } = await stage.pool.query<{ left: number }>(
      'select count(*)::int as left from licet_standing where leased_by = $1 and leased_until_ms > 0',
      [worker],
    );
    return rows[0]!.left;
  }
}
