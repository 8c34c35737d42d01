import { describe, expect, it } from 'vitest';
import type { TickOptions, TickResult } from '../../src/cascade/index.ts';
import { createDriver, type Ticking, type WakeQueue } from '../../src/drivers/index.ts';
import { createEmitter } from '../../src/events.ts';
import { manualClock } from '../../src/testing/index.ts';

const start = new Date('2026-04-13T10:00:00Z');
const counts = {} as TickResult['counts'];
/** Lets every promise that can go on do so. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A queue by hand, and deliveries that are due at instants. */
function scene(due: number[], driverOptions: Parameters<typeof createDriver>[1] = {}) {
  const clock = manualClock(start);
  const asked: (number | 'now')[] = [];
  const ticks: TickOptions[] = [];
  const failures: string[] = [];
  let handle: (() => Promise<void>) | undefined;
  let stopped = false;
  let isDown = false;
  let duringTick = (): void => {};
  const queue: WakeQueue = {
    async wake(at) {
      if (isDown) throw new Error('queue is down');
      asked.push(at === undefined ? 'now' : at.getTime() - start.getTime());
    },
    async work(given) {
      if (isDown) throw new Error('queue is down');
      handle = given;
      return {
        async stop() {
          stopped = true;
        },
      };
    },
  };
  const events = createEmitter();
  events.on('background-failure', ({ where, code }) => failures.push(`${where}: ${code}`));
  const messenger: Ticking = {
    events,
    async tick(options = {}) {
      ticks.push(options);
      const nowMs = clock.now().getTime() - start.getTime();
      const taken = due.filter((at) => at <= nowMs).slice(0, options.limit);
      for (const at of taken) due.splice(due.indexOf(at), 1);
      duringTick();
      const next = due.length === 0 ? null : new Date(start.getTime() + Math.min(...due));
      return { done: taken.length, nextDueAt: next, counts };
    },
  };
  const driver = createDriver(queue, { clock, ...driverOptions });
  return {
    clock,
    asked,
    ticks,
    failures,
    events,
    messenger,
    driver,
    wakeUp: () => handle!(),
    isStopped: () => stopped,
    setDown: (down: boolean) => {
      isDown = down;
    },
    onTick: (act: () => void) => {
      duringTick = act;
    },
  };
}

async function ended(clock: ReturnType<typeof manualClock>, running: Promise<void>): Promise<void> {
  let isOver = false;
  void running.then(() => {
    isOver = true;
  });
  for (let turn = 0; turn < 20 && !isOver; turn += 1) {
    await settle();
    clock.advance(10_000);
  }
  expect(isOver).toBe(true);
}

describe('a driver', () => {
  it('works off what is due, then asks to be woken when the next falls due', async () => {
    const { clock, driver, messenger, asked, ticks } = scene([0, 0, 0, 90_100], { limit: 500 });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks).toHaveLength(2);
    expect(asked).toEqual([90_250]);
    stop.abort();
    await ended(clock, running);
  });

  it('asks another worker to join when there is more than one batch', async () => {
    const { clock, driver, messenger, asked } = scene(
      Array.from({ length: 25 }, () => 0),
      { limit: 10 },
    );
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(asked.filter((at) => at === 'now').length).toBeGreaterThanOrEqual(1);
    stop.abort();
    await ended(clock, running);
  });

  it('ends a turn in time and asks for another', async () => {
    const { clock, driver, messenger, asked, ticks, onTick } = scene(
      Array.from({ length: 100 }, () => 0),
      { limit: 50, turnMs: 1_000 },
    );
    onTick(() => clock.advance(700));
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks).toHaveLength(2);
    expect(asked.at(-1)).toBe('now');
    stop.abort();
    await ended(clock, running);
  });

  it('looks by itself when no wake-up comes', async () => {
    const { clock, driver, messenger, ticks } = scene([60_000], { lookMs: 15_000 });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks).toHaveLength(1);
    for (let second = 0; second < 61; second += 1) {
      clock.advance(1_000);
      await settle();
    }
    // After 15, 30, 45 and 60 seconds, and once more to see that nothing is left.
    expect(ticks).toHaveLength(6);
    stop.abort();
    await ended(clock, running);
  });

  it('does not look by itself while wake-ups come', async () => {
    const { clock, driver, messenger, ticks, wakeUp } = scene([], { lookMs: 15_000 });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    for (let second = 0; second < 60; second += 1) {
      clock.advance(1_000);
      if (second % 10 === 0) await wakeUp();
      await settle();
    }
    expect(ticks).toHaveLength(1 + 6);
    stop.abort();
    await ended(clock, running);
  });

  it('works on while the queue is down, tells so, and joins it when it is back', async () => {
    const { clock, driver, messenger, ticks, failures, setDown, wakeUp } = scene([0, 20_000], { lookMs: 10_000 });
    setDown(true);
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    for (let second = 0; second < 21; second += 1) {
      clock.advance(1_000);
      await settle();
    }
    expect(ticks.length).toBeGreaterThanOrEqual(4);
    expect(new Set(failures)).toEqual(new Set(['wake-up: queue-failed']));
    expect(() => wakeUp()).toThrow();
    setDown(false);
    clock.advance(10_000);
    await settle();
    await settle();
    await wakeUp();
    stop.abort();
    await ended(clock, running);
  });

  it('tells of a tick that failed and goes on', async () => {
    const { clock, driver, messenger, failures, onTick, ticks, wakeUp } = scene([0]);
    onTick(() => {
      if (ticks.length === 1) throw new Error('the store is down');
    });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(failures).toEqual(['tick: unexpected']);
    await wakeUp();
    expect(ticks.length).toBeGreaterThan(1);
    stop.abort();
    await ended(clock, running);
  });

  it('passes its signal to every tick, wakes another worker for what it gives back, and takes no more', async () => {
    const { clock, driver, messenger, asked, onTick, ticks, isStopped, wakeUp } = scene([0]);
    const stop = new AbortController();
    onTick(() => stop.abort());
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks[0]!.signal).toBe(stop.signal);
    await wakeUp();
    expect(ticks).toHaveLength(1);
    await ended(clock, running);
    expect(isStopped()).toBe(true);
    // Once, after it takes none itself any more.
    expect(asked).toEqual(['now']);
  });

  it('passes on limit and shard', async () => {
    const { clock, driver, messenger, ticks } = scene([], { limit: 7, shard: { index: 1, count: 4 } });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks[0]).toMatchObject({ limit: 7, shard: { index: 1, count: 4 } });
    stop.abort();
    await ended(clock, running);
  });

  it('follows a messenger that only plans: many things due at once are one or two wake-ups', async () => {
    const { driver, messenger, asked, events } = scene([]);
    const unfollow = driver.follow(messenger);
    for (let number = 0; number < 1_000; number += 1) events.emit('work-due', {});
    await settle();
    expect(asked).toEqual(['now', 'now']);
    unfollow();
    events.emit('work-due', {});
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('does not wait for a queue that hangs', async () => {
    const { clock, messenger, ticks } = scene([0]);
    const never = new Promise<never>(() => {});
    const driver = createDriver({ wake: () => never, work: () => never }, { clock, closeMs: 5_000 });
    const stop = new AbortController();
    const running = driver.run(messenger, { signal: stop.signal });
    await settle();
    expect(ticks).toHaveLength(2);
    stop.abort();
    await ended(clock, running);
  });
});
