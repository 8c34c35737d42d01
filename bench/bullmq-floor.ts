import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** A Redis of one's own on a socket, that keeps nothing on disk. */
export interface OwnRedis {
  readonly connection: Redis;
  stop(): void;
}

export async function startRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join('/tmp', 'licet-redis-'));
  const path = join(folder, 'redis.sock');
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no', '--dir', folder], {
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill());
  while (!existsSync(path)) await sleep(20);
  const connection = new Redis({ path, maxRetriesPerRequest: null });
  return {
    connection,
    stop() {
      connection.disconnect();
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** BullMQ with jobs that do nothing. */
export interface JobQueue {
  plan(jobs: number): Promise<void>;
  drain(jobs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startJobQueue(): Promise<JobQueue> {
  const { connection, stop } = await startRedis();
  const working = connection.duplicate();
  // They are cut off on purpose in the end.
  for (const one of [connection, working]) one.on('error', () => {});
  const queue = new Queue('noop', { connection });
  let done = 0;
  let finished: (() => void) | undefined;
  let wanted = Number.POSITIVE_INFINITY;
  const worker = new Worker('noop', async () => undefined, { connection: working, concurrency: 100, autorun: false });
  worker.on('completed', () => {
    done += 1;
    if (done === wanted) finished?.();
  });
  void worker.run();
  await worker.waitUntilReady();
  await worker.pause();
  return {
    async plan(jobs) {
      for (let from = 0; from < jobs; from += 1_000)
        await queue.addBulk(
          Array.from({ length: Math.min(1_000, jobs - from) }, (_, index) => ({ name: 'send', data: { index }, opts: { removeOnComplete: true } })),
        );
    },
    async drain(jobs) {
      const all = new Promise<void>((resolve) => {
        finished = resolve;
      });
      done = 0;
      wanted = jobs;
      worker.resume();
      await all;
      await worker.pause();
    },
    async stop() {
      await worker.close();
      await queue.close();
      working.disconnect();
      stop();
    },
  };
}
