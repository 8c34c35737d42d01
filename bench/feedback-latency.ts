import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateStores } from '../src/postgres/index.ts';
import { fictionPhone, quantile } from '../test/prove/claim.ts';
import { type Call, grantTo, openHouse, saleCampaign, witness } from '../test/prove/house.ts';
import { startProveServer } from '../test/prove/server.ts';

/**
 * From the bytes of a webhook that says STOP to the answer that it is durable, on PostgreSQL synced to disk: alone, and beside a worker process that
 * sends as fast as it can, in turns in one run. `node bench/feedback-latency.ts [rounds] [replies a round]`. Ends non-zero when the slowest
 * hundredth beside the campaign takes more than ten times that of an idle system.
 */
const role = process.env.FEEDBACK_BENCH_URL;
if (role !== undefined) await campaignWorker(role);
else await measure(Number(process.argv[2] ?? 4), Number(process.argv[3] ?? 250));

async function measure(rounds: number, replies: number): Promise<void> {
  const server = await startProveServer(['fsync=on', 'shared_buffers=256MB', 'max_wal_size=4GB']);
  // few connections of its own: a campaign cannot take them
  const pool = server.pool(2);
  await migrateStores(pool);
  const messenger = openHouse({ client: pool, provider: witness([], () => 0), worker: 'hooks' });
  const people = (rounds * 2 + 1) * replies;
  if (people > 18_000) throw new Error('There are too few people for so many replies.');
  const everybody = Array.from({ length: people }, (_, index) => fictionPhone(index));
  for (let done = 0; done < people; done += 500) await messenger.consent.grantMany(everybody.slice(done, done + 500).map(grantTo));
  const worker = fork(new URL(import.meta.url), {
    env: { ...process.env, FEEDBACK_BENCH_URL: server.url },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const took: Record<'idle' | 'busy', number[]> = { idle: [], busy: [] };
  let [sent, busyMs] = [0, 0];
  let next = 0;
  const stopMany = async (into: number[]): Promise<void> => {
    for (let i = 0; i < replies; i++) {
      const startedMs = performance.now();
      const answer = await messenger.webhook('wire', stopOf(everybody[next]!, next));
      into.push(performance.now() - startedMs);
      if (answer.status !== 200) throw new Error(`A reply was answered with ${answer.status}.`);
      next += 1;
      await sleep(5);
    }
  };
  try {
    await told(worker, 'ready');
    await stopMany([]); // warms up
    for (let round = 0; round < rounds; round++) {
      await stopMany(took.idle);
      worker.send('go');
      await told(worker, 'going');
      const startedMs = performance.now();
      await stopMany(took.busy);
      busyMs += performance.now() - startedMs;
      worker.send('rest');
      sent += await told(worker, 'resting');
    }
    const lost = await notWithdrawn(everybody.slice(0, next), messenger);
    const figures = { idle: spread(took.idle), busy: spread(took.busy) };
    const ratio = Math.round((figures.busy.p99 / figures.idle.p99) * 100) / 100;
    const line = { cpus: cpus()[0]?.model, replies: next, ...figures, ratio, sentPerSecond: Math.round(sent / (busyMs / 1_000)), lost };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (ratio > 10 || lost > 0 || sent === 0) process.exitCode = 1;
  } finally {
    worker.kill();
    await pool.end();
    await server.stop();
  }
}

function spread(times: readonly number[]): { readonly p50: number; readonly p99: number; readonly max: number } {
  return { p50: quantile(times, 0.5)!, p99: quantile(times, 0.99)!, max: quantile(times, 1)! };
}

function stopOf(recipient: string, index: number): Request {
  return new Request('https://hooks.example.test/hooks/wire', {
    method: 'POST',
    body: JSON.stringify({ events: [{ kind: 'inbound', recipient, messageId: `in-${index}`, text: 'STOP' }] }),
    headers: { 'content-type': 'application/json' },
  });
}

async function notWithdrawn(people: readonly string[], { consent }: ReturnType<typeof openHouse>): Promise<number> {
  const chains = await consent.load(people.map(consent.subject));
  return [...chains.values()].filter((chain) => chain.at(-1)?.kind !== 'withdrawn').length;
}

/** Waits for a word of the worker; its number, if it says one. */
async function told(worker: ChildProcess, word: string): Promise<number> {
  for (;;) {
    const [said] = (await once(worker, 'message')) as [{ readonly word: string; readonly count: number }];
    if (said.word === word) return said.count;
  }
}

/** Sends campaign after campaign, to people who do not write, between "go" and "rest". */
async function campaignWorker(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  pool.on('error', () => {});
  const calls: Call[] = [];
  const messenger = openHouse({ client: pool, provider: witness(calls, () => 1), worker: 'sends' });
  const audience = Array.from({ length: 12_000 }, (_, index) => fictionPhone(18_000 + index));
  for (let done = 0; done < audience.length; done += 500) await messenger.consent.grantMany(audience.slice(done, done + 500).map(grantTo));
  let campaigns = 0;
  const plan = async (): Promise<void> => {
    campaigns += 1;
    await messenger.campaign({ ...saleCampaign(), id: `load-${campaigns}`, audience: audience.map((to) => ({ to })) });
  };
  await plan();
  let going = false;
  process.on('message', (order) => {
    going = order === 'go';
    if (going) void work();
  });
  process.send?.({ word: 'ready', count: 0 });

  async function work(): Promise<void> {
    const before = calls.length;
    process.send?.({ word: 'going', count: 0 });
    while (going) {
      const { done } = await messenger.tick({ limit: 500 });
      if (done === 0) await plan();
    }
    process.send?.({ word: 'resting', count: calls.length - before });
  }
}
