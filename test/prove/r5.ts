import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateStores } from '../../src/postgres/index.ts';
import { dice, fictionPhone, type Outcome, PEOPLE, type ProveOptions, quantile } from './claim.ts';
import { grantTo, openHouse, saleCampaign, witness } from './house.ts';
import { runSchedules } from './r5-schedules.ts';
import type { Acknowledgement, Answer, Order, WorkerSetup } from './r5-worker.ts';
import { startProveServer } from './server.ts';

const ROUND = 200;
/** Withdrawals of a round are spread over this time, in which most of its messages go out. */
const SPREAD_MS = 350;

/**
 * No call starts after an acknowledged withdrawal that did not name it: simulated schedules, then real races of several processes on PostgreSQL. The verdict comes from the
 * provider's own list of calls and the callers' list of acknowledgements, both stamped by the machine's one monotonic clock.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const races = full ? PEOPLE : 4_000;
  const simulated = await runSchedules(full ? PEOPLE : 20_000, seed, broken);
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
    for (let done = 0; done < races; done += ROUND) {
      const people = Array.from({ length: ROUND }, (_, index) => fictionPhone(done + index));
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
    const raced = judge(
      acknowledgements,
      stops.flatMap(({ calls }) => calls),
    );
    return { ok: raced.ok && simulated.leaked === 0, figures: { ...raced.figures, simulated } };
  } finally {
    await pool.end();
    await server.stop();
  }
}

function judge(acknowledgements: readonly Acknowledgement[], calls: readonly { stepKey: string; to: string; at: string }[]): Outcome {
  const byPhone = new Map(acknowledgements.map((one) => [one.phone, one]));
  const after = calls.filter(({ to, at }) => BigInt(at) > BigInt(byPhone.get(to)!.at));
  const leaked = after.filter(({ to, stepKey }) => !byPhone.get(to)!.inFlight.includes(stepKey));
  const wrongWord = acknowledgements.filter(({ complete, inFlight }) => complete !== (inFlight.length === 0));
  const neverSent = acknowledgements.length - new Set(calls.map(({ to }) => to)).size;
  // Races that nobody ran prove nothing: both sides must have won many.
  const raced = Math.min(neverSent, calls.length) >= acknowledgements.length / 20;
  const took = acknowledgements.map(({ tookMs }) => tookMs);
  return {
    ok: raced && leaked.length === 0 && wrongWord.length === 0,
    figures: {
      races: acknowledgements.length,
      sentBefore: calls.length - after.length,
      neverSent,
      namedInFlight: acknowledgements.filter(({ complete }) => !complete).length,
      leaked: leaked.length,
      wrongWord: wrongWord.length,
      acknowledgedMs: { p50: quantile(took, 0.5), p99: quantile(took, 0.99) },
    },
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
