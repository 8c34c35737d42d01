import { createDueQueue } from '../../cascade/stores/due-queue.ts';
import type { Clock } from '../../clock.ts';

/** One life of a process: from its start to its crash. What a dead one was about to do never happens. */
export interface Life {
  readonly name: string;
  alive: boolean;
  /** Frozen until then, as a process is whose machine swaps: nothing of it goes on, and time does. */
  stalledUntilMs: number;
}

interface Turn {
  readonly life: Life;
  readonly label: string;
  readonly go: () => void;
}

/** What the world does to a life when its turn comes. */
export type Blow = 'none' | 'crash' | 'stall';

/** A machine room on one seed: virtual time, and every step of every process held back until a seeded scheduler lets it go. */
export interface World {
  nowMs(): number;
  readonly roll: () => number;
  /** A number that grows with each call: the order in which things happened. */
  order(): number;
  clockOf(life: Life): Clock;
  /** Resolves when the scheduler lets this step go; never for a dead life. */
  turn(life: Life, label: string): Promise<void>;
  /** A call outside: the scheduler waits for its end before it lets anything else go. */
  outside<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Does something at a time, whoever lives then. */
  at(atMs: number, act: () => void): void;
  /** Goes on until it is over. @returns false when nothing is left to happen and it is not over, or it takes too long. */
  play(isOver: () => Promise<boolean>, strike: (label: string) => Blow, onCrash: (life: Life) => void): Promise<boolean>;
  /** Hash of every step so far, with its time and process: equal for equal runs. */
  traceHash(): string;
  steps(): number;
  /** Steps at which a life was crashed, by name. */
  readonly crashes: ReadonlyMap<string, number>;
}

/** Steps after which a schedule counts as one that does not end. */
const MAX_STEPS = 50_000;
/** From a pause for garbage to a machine that swaps, in milliseconds: short ones far more often than long ones. */
const STALL_MS = { least: 300, most: 200_000 };

export function createWorld(startMs: number, roll: () => number): World {
  let nowMs = startMs;
  let ordinal = 0;
  let steps = 0;
  let calls = 0;
  const waiting: Turn[] = [];
  const timers = createDueQueue<() => void>();
  const crashes = new Map<string, number>();
  const trace = createTrace();

  const at = (atMs: number, act: () => void): void => timers.push(act, Math.max(atMs, nowMs));
  /** For one life: postponed while it is frozen, dropped once it is dead. */
  const atIn = (life: Life, atMs: number, act: () => void): void =>
    at(atMs, () => {
      if (!life.alive) return;
      if (life.stalledUntilMs > nowMs) atIn(life, life.stalledUntilMs, act);
      else act();
    });

  const clockOf = (life: Life): Clock => ({
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs - startMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted || ms <= 0) return resolve();
        signal?.addEventListener('abort', () => resolve(), { once: true });
        atIn(life, nowMs + Math.ceil(ms), resolve);
      }),
  });

  const crash = (life: Life, label: string): void => {
    life.alive = false;
    crashes.set(label, (crashes.get(label) ?? 0) + 1);
    for (let index = waiting.length - 1; index >= 0; index -= 1) if (waiting[index]?.life === life) waiting.splice(index, 1);
  };

  /** A turn of a life that is not frozen, taken out at random. */
  const draw = (): Turn | undefined => {
    const ready = waiting.filter(({ life }) => life.stalledUntilMs <= nowMs);
    const drawn = ready[Math.floor(roll() * ready.length)];
    if (drawn !== undefined) waiting.splice(waiting.indexOf(drawn), 1);
    return drawn;
  };

  return {
    nowMs: () => nowMs,
    roll,
    order() {
      ordinal += 1;
      return ordinal;
    },
    clockOf,
    turn: (life, label) =>
      new Promise((resolve) => {
        if (life.alive) waiting.push({ life, label, go: resolve });
      }),
    async outside(call) {
      calls += 1;
      try {
        return await call();
      } finally {
        calls -= 1;
      }
    },
    at,
    async play(isOver, strike, onCrash) {
      // From here on everything runs between ticks, wherever it was called from: only then does a tick come after all promises.
      await new Promise<void>((resolve) => setImmediate(resolve));
      for (const endSteps = steps + MAX_STEPS; steps < endSteps; ) {
        await settled(() => calls > 0, waiting.length > 0);
        const turn = draw();
        if (turn === undefined) {
          if (await isOver()) return true;
          const frozenMs = waiting.reduce((least, { life }) => Math.min(least, life.stalledUntilMs), Number.POSITIVE_INFINITY);
          const nextMs = Math.min(timers.peek()?.dueMs ?? Number.POSITIVE_INFINITY, frozenMs);
          if (nextMs === Number.POSITIVE_INFINITY) return false;
          nowMs = Math.max(nowMs, nextMs);
          for (let next = timers.peek(); next !== undefined && next.dueMs <= nowMs; next = timers.peek()) timers.pop()?.item();
          continue;
        }
        steps += 1;
        trace.add(nowMs, turn.life.name, turn.label);
        const blow = strike(turn.label);
        if (blow === 'crash') {
          crash(turn.life, turn.label);
          onCrash(turn.life);
        } else {
          if (blow === 'stall') turn.life.stalledUntilMs = nowMs + STALL_MS.least * (STALL_MS.most / STALL_MS.least) ** roll();
          // What takes no time in a simulation takes a little in the world.
          if (roll() < 0.2) nowMs += Math.floor(roll() * 40);
          turn.go();
        }
      }
      return false;
    },
    traceHash: trace.hash,
    steps: () => steps,
    crashes,
  };
}

/**
 * Resolves when nothing more can happen before a turn is let go. A tick that is asked for by a promise comes when all promises are through, and costs
 * a tenth of a turn of the event loop, which is waited for only where something outside may be under way.
 */
async function settled(isBusy: () => boolean, isWaiting: boolean): Promise<void> {
  if (isWaiting) await new Promise<void>((resolve) => process.nextTick(resolve));
  else await new Promise<void>((resolve) => setImmediate(resolve));
  while (isBusy()) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Two running 32-bit hashes over numbers and names. FNV-1a with different seeds. */
function createTrace(): { add(atMs: number, life: string, label: string): void; hash(): string } {
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  const known = new Map<string, number>();
  const numberOf = (name: string): number => {
    let hash = known.get(name);
    if (hash !== undefined) return hash;
    hash = 0x811c9dc5;
    for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    known.set(name, hash);
    return hash;
  };
  const mix = (value: number): void => {
    high = Math.imul(high ^ value, 0x01000193);
    low = Math.imul(low ^ (value >>> 7) ^ high, 0x01000193);
  };
  return {
    add(atMs, life, label) {
      mix(atMs | 0);
      mix(numberOf(life));
      mix(numberOf(label));
    },
    hash: () => (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0'),
  };
}
