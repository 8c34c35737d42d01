import { type ChildProcess, spawn } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licetActivities, licetWorkflow, signalWork, type WorkflowEngine } from '../../examples/workers/engine.ts';
import { announceParcel, openMessenger } from '../../examples/workers/messenger.ts';
import { createEmitter } from '../../src/events.ts';
import type { Messenger } from '../../src/index.ts';
import { migrateStores } from '../../src/postgres/index.ts';
import { startServer } from '../postgres/consent-server.ts';
import { untilReached } from './crew.ts';
import { missingRedis, redisServer } from './redis-server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let pool: pg.Pool;
let messenger: Messenger;
let announced = 0;
const secret = Buffer.alloc(32, 7);
const missing = missingRedis();

beforeAll(async () => {
  server = await startServer();
  pool = new pg.Pool({ connectionString: server.url, max: 2 });
  pool.on('error', () => {});
  await migrateStores(pool);
  messenger = openMessenger(pool, secret);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

async function announce(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await announceParcel(messenger, `+44770090${String(announced).padStart(4, '0')}`, `${announced}`);
    announced += 1;
  }
}

/** Starts an example as its readers would. */
function start(
  name: string,
  env: Record<string, string> = {},
): { readonly child: ChildProcess; readonly printed: Promise<string>; printedLine(): Promise<void> } {
  const child = spawn(process.execPath, ['--import', './test/package/source-imports.ts', `examples/workers/${name}.ts`], {
    env: { ...process.env, DATABASE_URL: server.url, LICET_SECRET: secret.toString('base64'), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const first = Promise.withResolvers<void>();
  child.stdout!.on('data', (data: Buffer) => {
    text += data.toString();
    first.resolve();
  });
  const printed = new Promise<string>((resolve) => child.once('close', (code) => resolve(`${text}exit ${code}`)));
  return { child, printed, printedLine: () => first.promise };
}

describe('the examples of workers', () => {
  it('pg-boss: works and stops', { timeout: 60_000 }, async () => {
    await announce(5);
    const { child, printed, printedLine } = start('pg-boss');
    await printedLine();
    await untilReached(messenger, announced, 20_000);
    child.kill('SIGTERM');
    expect(await printed).toBe('working\nstopped, nothing left open\nexit 0');
  });

  it.skipIf(missing !== undefined)(`BullMQ: works and stops${missing === undefined ? '' : ` (${missing})`}`, { timeout: 60_000 }, async () => {
    const redis = redisServer();
    await redis.start();
    try {
      await announce(5);
      const { child, printed, printedLine } = start('bullmq', { REDIS: redis.path });
      await printedLine();
      await untilReached(messenger, announced, 20_000);
      child.kill('SIGTERM');
      expect(await printed).toBe('working\nstopped, nothing left open\nexit 0');
    } finally {
      await redis.stop();
    }
  });

  it('cron: works off what is due and ends', { timeout: 60_000 }, async () => {
    await announce(3);
    expect(await start('cron').printed).toBe('3 deliveries handled\nexit 0');
    expect(await start('cron').printed).toBe('0 deliveries handled\nexit 0');
    await untilReached(messenger, announced, 1_000);
  });

  it('an engine that replays: works off, sleeps until it is time or signalled, and begins anew before its history is long', async () => {
    await announce(4);
    const waits: number[] = [];
    let activities = 0;
    const { workOff } = licetActivities(messenger);
    const engine: WorkflowEngine = {
      async workOff(batches) {
        activities += 1;
        // The first one is cut off after it did its work, and repeated, as engines do.
        if (activities === 1) await workOff(batches);
        return workOff(batches);
      },
      nowMs: () => 0,
      async waitForWork(timeoutMs) {
        waits.push(timeoutMs);
        if (waits.length === 2) await announce(1);
      },
      continueAsNew: () => Promise.reject(new Error('begun anew')),
    };
    await expect(licetWorkflow(engine, 4)).rejects.toThrow('begun anew');
    expect(waits).toEqual([60_000, 60_000, 60_000, 60_000]);
    await untilReached(messenger, announced, 1_000);
  });

  it('an engine: many things due at once are one signal', async () => {
    const events = createEmitter();
    let signals = 0;
    signalWork({ events }, async () => {
      signals += 1;
    });
    for (let number = 0; number < 100; number += 1) events.emit('work-due', {});
    await expect.poll(() => signals, { timeout: 5_000 }).toBe(1);
  });
});
