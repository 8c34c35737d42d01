import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bullDriver } from '../../src/drivers/bullmq/index.ts';
import type { Messenger } from '../../src/index.ts';
import { migrateStores } from '../../src/postgres/index.ts';
import { startServer } from '../postgres/consent-server.ts';
import { hire, untilReached } from './crew.ts';
import { missingRedis, redisServer } from './redis-server.ts';
import { openWorld, planParcels, readLedger } from './world.ts';

const missing = missingRedis();

describe.skipIf(missing !== undefined)(`BullMQ against a real server${missing === undefined ? '' : `: ${missing}`}`, () => {
  const redis = redisServer();
  const folder = mkdtempSync(join(tmpdir(), 'licet-drivers-'));
  const ledger = join(folder, 'ledger');
  let server: Awaited<ReturnType<typeof startServer>>;
  let pool: pg.Pool;
  let messenger: Messenger;
  let connection: Redis;
  let queue: Queue;
  let planned = 0;
  const order = () => ({ database: server.url, ledger, redis: redis.path, lookMs: 60_000 });
  const driver = () => bullDriver({ queue, worker: (name, handle) => new Worker(name, handle, { connection }) });

  beforeAll(async () => {
    await redis.start();
    server = await startServer();
    pool = new pg.Pool({ connectionString: server.url, max: 4 });
    pool.on('error', () => {});
    await migrateStores(pool);
    writeFileSync(ledger, '');
    messenger = openWorld(pool, ledger);
    connection = new Redis({ path: redis.path, maxRetriesPerRequest: null, retryStrategy: () => 100 });
    queue = new Queue('licet', { connection });
    for (const one of [connection, queue]) one.on('error', () => {});
  });
  afterAll(async () => {
    connection.disconnect();
    await pool.end();
    await server.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function plan(count: number): Promise<void> {
    await planParcels(messenger, planned, count);
    planned += count;
  }

  it('several processes are woken, fall back when it is time, and end at SIGTERM in the middle without a loss', { timeout: 90_000 }, async () => {
    const crew = [await hire(order()), await hire(order())];
    const leaving = await hire(order());
    // This process takes requests and does not work.
    const unfollow = driver().follow(messenger);
    await plan(150);
    expect(await leaving.leave()).toBe(0);
    await plan(50);
    unfollow();
    // The second half of every cascade is a wake-up at its time: nobody looks by itself within this test.
    await untilReached(messenger, planned, 40_000);
    expect(await Promise.all(crew.map((member) => member.leave()))).toEqual([0, 0]);
    const { processes, ...calls } = readLedger(ledger);
    expect(calls).toEqual({ wa: planned, gateway: planned, twice: 0 });
    expect(processes).toBeGreaterThan(1);
    const { rows } = await pool.query<{ open: string }>('select count(*) as open from licet_standing where leased_until_ms > 0');
    expect(Number(rows[0]!.open)).toBe(0);
  });

  it('a Redis that dies and forgets everything holds nothing up for longer than a look', { timeout: 90_000 }, async () => {
    const member = await hire({ ...order(), lookMs: 500 });
    const unfollow = driver().follow(messenger);
    await plan(30);
    await redis.kill();
    await plan(30);
    unfollow();
    await untilReached(messenger, planned, 20_000);
    await redis.start();
    // It is asked again once it is back.
    await driver().wake();
    expect(await member.leave()).toBe(0);
    expect(readLedger(ledger)).toMatchObject({ wa: planned, gateway: planned, twice: 0 });
  });

  it('keeps one waiting wake-up of a kind, and another one while the first is worked on', async () => {
    await queue.obliterate({ force: true });
    for (let time = 0; time < 50; time += 1) await driver().wake();
    expect(await queue.getJobCountByTypes('wait', 'delayed', 'active')).toBe(1);
    let handled = 0;
    let during = 0;
    const waking = driver();
    const stop = new AbortController();
    const running = waking.run(
      {
        events: messenger.events,
        async tick() {
          handled += 1;
          // The first tick is the look at the beginning, the second one the wake-up that waits.
          if (handled === 2) {
            await waking.wake();
            during = await queue.getJobCountByTypes('wait', 'active');
          }
          if (handled === 3) stop.abort();
          return { done: 0, nextDueAt: null, counts: {} as never };
        },
      },
      { signal: stop.signal },
    );
    await running;
    expect(handled).toBe(3);
    expect(during).toBe(2);
  });
});
