import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateStores } from '../../src/postgres/index.ts';
import { dice, fictionPhone, type Outcome, type ProveOptions, quantile } from './claim.ts';
import { grantTo, openHouse, saleCampaign, witness } from './house.ts';
import { simulate } from './r5-simulation.ts';
import type { Acknowledgement, Answer, Order, WorkerSetup } from './r5-worker.ts';
import { startProveServer } from './server.ts';

/** Races on one server: each person races once. */
const PASS = 25_000;
const ROUND = 200;
/** Withdrawals of a round are spread over this time, in which most of its messages go out. */
const SPREAD_MS = 350;

/**
 * No call starts after an acknowledged withdrawal that did not name it: simulated schedules, then real races of several processes on PostgreSQL. The verdict comes from the
 * provider's own list of calls and the callers' list of acknowledgements, both stamped by the machine's one monotonic clock.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const startedMs = performance.now();
  const simulated = await simulate(full ? 10_000_000 : 100_000, seed, broken);
  const simulatedSeconds = Math.round((performance.now() - startedMs) / 1_000);
  const races: Race[] = [];
  const wanted = full ? 100_000 : 4_000;
  while (races.length < wanted) races.push(...(await raceAll(Math.min(PASS, wanted - races.length), seed + races.length, broken)));
  const judged = judge(races);
  return { ok: judged.ok && simulated.leaked === 0, figures: { ...judged.figures, simulated: { ...simulated, seconds: simulatedSeconds } } };
}

type WorkerCall = Extract<Answer, { did: 'stop' }>['calls'][number];

/** One person's withdrawal, and the calls that went to the person. */
interface Race {
  readonly acknowledgement: Acknowledgement;
  readonly calls: readonly WorkerCall[];
}

/** Races of so many people on a server of their own. */
async function raceAll(count: number, seed: number, broken: boolean): Promise<readonly Race[]> {
  const server = await startProveServer();
  const roll = dice(seed);
  const pool = server.pool(4);
  try {
    await migrateStores(pool);
    const messenger = openHouse({ client: pool, provider: witness([], () => 0), worker: 'parent' });
    const hire = (role: WorkerSetup['role'], index: number) => hireWorker({ url: server.url, role, broken, seed: seed + index });
    const senders = [hire('send', 1), hire('send', 2), hire('send', 3)];
    const withdrawers = [hire('withdraw', 4), hire('withdraw', 5)];
    await Promise.all([...senders, ...withdrawers].map(({ next }) => next('ready')));
    const acknowledgements: Acknowledgement[] = [];
    for (let done = 0; done < count; done += ROUND) {
      const people = Array.from({ length: Math.min(ROUND, count - done) }, (_, index) => fictionPhone(done + index));
      await messenger.consent.grantMany(people.map(grantTo));
      const shares = withdrawers.map((_, index) => people.filter((_phone, place) => place % withdrawers.length === index));
      await messenger.campaign({ ...saleCampaign(), id: `round-${done}`, audience: people.map((to) => ({ to })) });
      const answers = withdrawers.map(({ order, next }, index) => {
        order({ do: 'withdraw', people: shares[index]!.map((phone) => ({ phone, afterMs: roll() * SPREAD_MS })) });
        return next('withdraw');
      });
      for (const answer of await Promise.all(answers)) acknowledgements.push(...answer.acknowledgements);
    }
    // What a leak would still send is due at once: give it time to show.
    await sleep(1_000);
    const stops = await Promise.all(
      [...senders, ...withdrawers].map(({ order, next }) => {
        order({ do: 'stop' });
        return next('stop');
      }),
    );
    await Promise.all([...senders, ...withdrawers].map(({ gone }) => gone));
    const calls = Map.groupBy(
      stops.flatMap((stop) => stop.calls),
      ({ to }) => to,
    );
    return acknowledgements.map((acknowledgement) => ({ acknowledgement, calls: calls.get(acknowledgement.phone) ?? [] }));
  } finally {
    await pool.end();
    await server.stop();
  }
}

function judge(races: readonly Race[]): Outcome {
  const figures = { races: races.length, sentBefore: 0, neverSent: 0, namedInFlight: 0, leaked: 0, wrongWord: 0 };
  for (const { acknowledgement, calls } of races) {
    const { at: acknowledgedAt, complete, inFlight } = acknowledgement;
    const after = calls.filter(({ at }) => BigInt(at) > BigInt(acknowledgedAt));
    figures.sentBefore += calls.length - after.length;
    figures.leaked += after.filter(({ stepKey }) => !inFlight.includes(stepKey)).length;
    if (calls.length === 0) figures.neverSent += 1;
    if (!complete) figures.namedInFlight += 1;
    if (complete !== (inFlight.length === 0)) figures.wrongWord += 1;
  }
  const took = races.map(({ acknowledgement }) => acknowledgement.tookMs);
  // Races that nobody ran prove nothing: both sides must have won many.
  const raced = Math.min(figures.neverSent, races.length - figures.neverSent) >= races.length / 20;
  return {
    ok: raced && figures.leaked === 0 && figures.wrongWord === 0,
    figures: { ...figures, acknowledgedMs: { p50: quantile(took, 0.5), p99: quantile(took, 0.99) } },
  };
}

interface Worker {
  readonly gone: Promise<void>;
  order(given: Order): void;
  /** The next answer, which must be of this kind. */
  next<Kind extends Answer['did']>(kind: Kind): Promise<Extract<Answer, { did: Kind }>>;
}

function hireWorker(setup: WorkerSetup): Worker {
  const child: ChildProcess = fork(join(import.meta.dirname, 'r5-worker.ts'), [JSON.stringify(setup)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answers: Answer[] = [];
  let wake = (): void => {};
  child.on('message', (answer) => {
    answers.push(answer as Answer);
    wake();
  });
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => {
      isGone = true;
      wake();
      resolve();
    });
  });
  return {
    gone,
    order: (given) => void child.send(given),
    async next(kind) {
      while (answers.length === 0) {
        if (isGone) throw new Error('A worker died.');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const answer = answers.shift()!;
      if (answer.did !== kind) throw new Error(`A worker answered ${answer.did} to ${kind}.`);
      return answer as Extract<Answer, { did: typeof kind }>;
    },
  };
}
