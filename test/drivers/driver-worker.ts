import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { bullDriver } from '../../src/drivers/bullmq/index.ts';
import type { Driver } from '../../src/drivers/index.ts';
import { pgBossDriver } from '../../src/drivers/pg-boss/index.ts';
import { openWorld } from './world.ts';

/** What one worker process is told. */
export interface WorkerOrder {
  readonly database: string;
  readonly ledger: string;
  /** Path of the Redis socket; absent for pg-boss. */
  readonly redis?: string;
  readonly lookMs: number;
}

/** A worker as a host would run it: works until SIGTERM, then ends by itself. */
const { database, ledger, redis, lookMs } = JSON.parse(process.argv[2]!) as WorkerOrder;
const pool = new pg.Pool({ connectionString: database, max: 4 });
pool.on('error', () => {});
const messenger = openWorld(pool, ledger);
const { driver, close } = redis === undefined ? await openBoss() : openBull(redis);

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.send?.('ready');
await driver.run(messenger, { signal: stop.signal });
await close();
await pool.end();
process.disconnect?.();

async function openBoss(): Promise<{ driver: Driver; close(): Promise<void> }> {
  const boss = new PgBoss({ connectionString: database, max: 3 });
  boss.on('error', () => {});
  await boss.start();
  return { driver: pgBossDriver({ boss, lookMs, limit: 20, pollSeconds: 0.5, closeMs: 3_000 }), close: () => boss.stop({ graceful: false }) };
}

function openBull(path: string): { driver: Driver; close(): Promise<void> } {
  const connection = new Redis({ path, maxRetriesPerRequest: null, retryStrategy: () => 100 });
  const own = connection.duplicate();
  const queue = new Queue('licet', { connection });
  for (const one of [connection, own, queue]) one.on('error', () => {});
  const worker = (name: string, handle: (job: { data: { key: string } }) => Promise<void>) => {
    const opened = new Worker(name, handle, { connection: own, concurrency: 2 });
    opened.on('error', () => {});
    return opened;
  };
  return {
    driver: bullDriver({ queue, worker, lookMs, limit: 20, closeMs: 3_000 }),
    async close() {
      for (const one of [connection, own]) one.disconnect();
    },
  };
}
