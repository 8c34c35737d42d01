import type { Messenger } from '../../messenger.ts';
import type { Life, World } from './world.ts';

/** The processes of an installation: one that takes requests and webhooks, and those that work. A dead one is started again. */
export interface Office {
  /** Asks the front process for something at a time, again and again until it has been done once without a fault. */
  ask(atMs: number, act: (messenger: Messenger) => Promise<void>, then?: () => void): void;
  /** True when everything that was asked for is done, and a worker has seen since then that nothing is left to do. */
  isDone(): boolean;
  /** To be told of every crash. */
  readonly buried: (life: Life) => void;
}

interface Task {
  readonly act: (messenger: Messenger) => Promise<void>;
  readonly then: (() => void) | undefined;
  /** The life that has it in hand. */
  owner: Life | undefined;
}

interface Process {
  readonly life: Life;
  readonly messenger: Messenger;
}

/** A dead process is back after this time at most, and news is noticed after that at most, in milliseconds. */
const RESTART_MS = 90_000;
const POLL_MS = 1_000;
/** Deliveries of one tick: few, so that several workers have something to do. */
const LIMIT = 5;

export function openOffice({
  world,
  workers,
  open,
}: {
  readonly world: World;
  readonly workers: number;
  readonly open: (life: Life) => Messenger;
}): Office {
  const tasks = new Set<Task>();
  const idle = new Set<() => void>();
  let generation = 0;
  let front: Process | undefined;
  let isQuiet = false;
  /** News so far: what a worker saw before the newest says nothing. */
  let told = 0;

  const start = (name: string): Process => {
    generation += 1;
    const life: Life = { name: `${name}#${generation}`, alive: true, stalledUntilMs: 0 };
    return { life, messenger: open(life) };
  };
  /** Something may be due: one or two of those who rest look within the poll. */
  const news = (): void => {
    isQuiet = false;
    told += 1;
    const resting = [...idle];
    for (const wake of [resting[Math.floor(world.roll() * resting.length)], world.roll() < 0.3 ? resting[0] : undefined])
      if (wake !== undefined) world.at(world.nowMs() + world.roll() * POLL_MS, wake);
  };

  const attempt = async (task: Task): Promise<void> => {
    if (front === undefined || task.owner !== undefined || !tasks.has(task)) return;
    const { life, messenger } = front;
    task.owner = life;
    let isDone = false;
    try {
      await world.turn(life, 'asked');
      await task.act(messenger);
      isDone = true;
    } catch {
      // A store that did not answer: asked again, as clients and providers do.
    }
    if (!life.alive) return;
    task.owner = undefined;
    if (isDone) {
      tasks.delete(task);
      started.delete(task);
      task.then?.();
      news();
    } else world.at(world.nowMs() + 500 + world.roll() * 20_000, () => void attempt(task));
  };

  const openFront = (): void => {
    front = start('front');
    for (const task of tasks) if (task.owner !== undefined && !task.owner.alive) task.owner = undefined;
    for (const task of started) if (tasks.has(task)) void attempt(task);
  };
  /** Tasks whose time has come. */
  const started = new Set<Task>();

  const work = async ({ life, messenger }: Process): Promise<void> => {
    for (;;) {
      let nextMs = Number.POSITIVE_INFINITY;
      try {
        const before = told;
        const { done, nextDueAt } = await messenger.tick({ limit: LIMIT });
        isQuiet ||= done === 0 && nextDueAt === null && before === told;
        if (done > 0) continue;
        if (nextDueAt !== null) nextMs = nextDueAt.getTime();
        // What was told while it looked may have come after its look.
        if (before !== told) nextMs = Math.min(nextMs, world.nowMs() + POLL_MS);
      } catch {
        nextMs = world.nowMs() + POLL_MS;
      }
      await rest(life, nextMs);
    }
  };
  const rest = (life: Life, untilMs: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        if (!idle.delete(wake) || !life.alive) return;
        if (life.stalledUntilMs > world.nowMs()) {
          idle.add(wake);
          world.at(life.stalledUntilMs, wake);
        } else resolve();
      };
      idle.add(wake);
      if (Number.isFinite(untilMs)) world.at(Math.max(untilMs, world.nowMs() + 20), wake);
    });
  const openWorker = (name: string): void => void work(start(name));

  openFront();
  for (let number = 1; number <= workers; number += 1) openWorker(`worker-${number}`);

  return {
    ask(atMs, act, then) {
      const task: Task = { act, then, owner: undefined };
      tasks.add(task);
      world.at(atMs, () => {
        started.add(task);
        void attempt(task);
      });
    },
    isDone: () => tasks.size === 0 && isQuiet,
    buried(life) {
      const name = life.name.slice(0, life.name.indexOf('#'));
      if (name === 'front') front = undefined;
      world.at(world.nowMs() + 100 + world.roll() * RESTART_MS, () => (name === 'front' ? openFront() : openWorker(name)));
    },
  };
}
