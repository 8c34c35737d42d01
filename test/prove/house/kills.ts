import { setTimeout as sleep } from 'node:timers/promises';
import { dice, type Outcome, type ProveOptions } from '../claim.ts';
import { killAgainAndAgain, openAttemptsOf, settledOn } from './chaos.ts';
import { acceptedBy, duplicatesIn } from './ledger.ts';
import { keepFed, type Stage, setStage, statesOf } from './stage.ts';
import { LEASE_MS, type Recourse } from './worker-setup.ts';

/** Where nobody can be asked, what is unknown is so until the message's end. */
const validMs: Readonly<Record<Recourse, number>> = { key: 120_000, 'look-up': 120_000, none: 75_000 };

/**
 * kill -9 of workers again and again, two at work at any time, on a real server and a provider with a ledger of its own. Decides by the ledger and
 * by what stood in the database as an open attempt when each worker died. Naive: what ended unknown is sent again.
 */
export async function killWorkers(recourse: Recourse, { seed, full, broken }: ProveOptions): Promise<Outcome> {
  const kills = full ? 1_000 : 300;
  const stage = await setStage({
    seed,
    honoursKeys: recourse === 'key',
    answersLookups: recourse === 'look-up',
    answerMs: full ? [5, 30] : [2, 12],
  });
  try {
    const startedMs = performance.now();
    const inFlight = await killAll(stage, { recourse, kills, seed, naive: broken });
    const killSeconds = (performance.now() - startedMs) / 1_000;
    await stage.finished(validMs[recourse] + 3 * LEASE_MS);
    const states = await statesOf(stage.host);
    const accepted = acceptedBy(stage.gateway.ledger());
    // `expired`: found no living worker in time, and says so. `lost`: nobody sent them, and no state says why.
    const tally = { reached: 0, unknown: 0, expired: 0, otherwise: 0, lost: 0 };
    const misjudged = { unknownNotInFlight: 0, inFlightNotUnknown: 0 };
    for (const person of stage.audience) {
      const { state, id } = states.get(person) ?? { state: 'planned', id: '' };
      tally[state === 'reached' || state === 'unknown' || state === 'expired' ? state : 'otherwise'] += 1;
      if (state !== 'unknown' && state !== 'expired' && !accepted.has(person)) tally.lost += 1;
      if (state === 'unknown' && !inFlight.has(id)) misjudged.unknownNotInFlight += 1;
      if (state !== 'unknown' && inFlight.has(id)) misjudged.inFlightNotUnknown += 1;
    }
    const duplicates = duplicatesIn(accepted);
    const exact = recourse === 'none' ? misjudged.unknownNotInFlight + misjudged.inFlightNotUnknown === 0 : tally.unknown === 0;
    return {
      ok: duplicates + tally.lost + tally.otherwise === 0 && exact && inFlight.size > 0 && tally.expired <= stage.audience.length / 200,
      figures: {
        kills,
        killsPerSecond: Math.round((10 * kills) / killSeconds) / 10,
        people: stage.audience.length,
        ...tally,
        duplicates,
        inFlightAtAKill: inFlight.size,
        ...(recourse === 'none' ? misjudged : {}),
      },
    };
  } finally {
    await stage.strike();
  }
}

interface KillPlan {
  readonly recourse: Recourse;
  readonly kills: number;
  readonly seed: number;
  readonly naive: boolean;
}

/** @returns the messages whose attempts were open when their worker died. */
async function killAll(stage: Stage, { recourse, kills, seed, naive }: KillPlan): Promise<ReadonlySet<string>> {
  const inFlight = new Set<string>();
  const feeding = new AbortController();
  let fed: Promise<void> = Promise.resolve();
  await killAgainAndAgain({
    hire: () => stage.hire({ recourse, limit: 5, naive: naive ? 'resend' : undefined }),
    atWork: 2,
    kills,
    gateway: stage.gateway,
    callsBetween: [2, 10],
    roll: dice(seed),
    begin() {
      fed = keepFed(stage, validMs[recourse], feeding.signal);
    },
    async afterDeath(name) {
      await settledOn(stage.pool, name);
      for (const id of await openAttemptsOf(stage.pool, name)) inFlight.add(id);
    },
  });
  feeding.abort();
  await fed;
  // What the last dead ones left behind is given its time.
  await sleep(LEASE_MS);
  return inFlight;
}
