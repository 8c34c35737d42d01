import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Hired } from './crew.ts';
import type { Gateway } from './gateway-process.ts';

/** When there is nothing left to call about, it is killed all the same. */
const LONGEST_PAUSE_MS = 2_000;

export interface Chaos {
  /** Hires one more worker. */
  readonly hire: () => Hired;
  /** How many are at work at any time. */
  readonly atWork: number;
  readonly kills: number;
  readonly gateway: Pick<Gateway, 'calls'>;
  /** Calls of the gateway between two kills, from and to: so that a busy machine is not only killed and never works. */
  readonly callsBetween: readonly [number, number];
  readonly roll: () => number;
  /** Called once all are at work. */
  readonly begin?: () => void;
  readonly afterDeath?: (name: string) => Promise<void>;
}

/** kill -9 of one worker after the other; a spare one takes the place at once. Those at work at the end stay at work. */
export async function killAgainAndAgain({
  hire,
  atWork,
  kills,
  gateway,
  callsBetween: [from, until],
  roll,
  begin,
  afterDeath,
}: Chaos): Promise<void> {
  const working = Array.from({ length: atWork }, hire);
  const spares = Array.from({ length: 3 }, hire);
  for (const worker of working) await worker.ready.then(() => worker.go());
  begin?.();
  for (let kill = 0; kill < kills; kill++) {
    const [goal, latestMs] = [gateway.calls() + from + roll() * (until - from), performance.now() + LONGEST_PAUSE_MS];
    while (gateway.calls() < goal && performance.now() < latestMs) await sleep(5);
    // Not at the moment of a call, but somewhere.
    await sleep(roll() * 40);
    const place = Math.floor(roll() * atWork);
    const victim = working[place]!;
    victim.signal('SIGKILL');
    const next = spares.shift()!;
    spares.push(hire());
    await next.ready;
    next.go();
    working[place] = next;
    if ((await victim.gone) !== 'SIGKILL') throw new Error('A worker ended by itself.');
    await afterDeath?.(victim.name);
  }
}

/** Waits until the server has carried out what a process had sent before it ended. */
export async function settledOn(pool: pg.Pool, name: string): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ left: number }>('select count(*)::int as left from pg_stat_activity where application_name = $1', [name]);
    if (rows[0]!.left === 0) return;
    await sleep(1);
  }
}

/** Messages a worker had claimed whose attempts have started and not ended. */
export async function openAttemptsOf(pool: pg.Pool, worker: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select a.delivery_id as id from licet_attempt a join licet_standing s on s.tenant = a.tenant and s.id = a.delivery_id
     where s.leased_by = $1 and not a.ended`,
    [worker],
  );
  return rows.map(({ id }) => id);
}
