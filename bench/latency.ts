import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import pg from 'pg';
import { memoryProvider } from '../src/channels/memory/index.ts';
import { type ChannelProvider, createMessenger, definePlan, systemClock } from '../src/index.ts';
import { gb } from '../src/law/packs/gb.ts';
import { migrateStores, postgresStores } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { startRedis } from './bullmq-floor.ts';

/** One urgent message on an idle system, from `send` to the provider's call: interleaved with BullMQ and with insert, notify and claim. `node bench/latency.ts [messages]` */
const count = Number(process.argv[2] ?? 200);
const server = await startProveServer(['fsync=on']);
const redis = await startRedis();
try {
  const pool = server.pool(4);
  await migrateStores(pool);

  let arrived: (at: number) => void = () => {};
  const arrival = (): Promise<number> =>
    new Promise((resolve) => {
      arrived = resolve;
    });

  const { capabilities, parseWebhook } = memoryProvider();
  const wire: ChannelProvider = {
    id: 'wire',
    provider: 'memory',
    channels: ['sms'],
    capabilities,
    parseWebhook,
    async submit(_, { attempt }) {
      arrived(performance.now());
      return { outcome: 'accepted', providerMessageId: attempt.stepKey, status: 'accepted' };
    },
  };
  const messenger = createMessenger({
    ...postgresStores({ client: pool, tenant: 'latency' }),
    clock: systemClock,
    secret: Buffer.alloc(32, 7),
    law: [gb()],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME' }],
    channels: [wire],
    templates: [{ id: 'code', kind: 'auth', variants: [{ channel: 'sms', locale: 'en', text: 'ACME: your code is {{code}}.' }] }],
    plans: [definePlan('code', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
  });
  const stop = new AbortController();
  const running = messenger.run({ signal: stop.signal });

  const working = redis.connection.duplicate();
  const queue = new Queue('urgent', { connection: redis.connection });
  const worker = new Worker('urgent', async () => arrived(performance.now()), { connection: working });
  await worker.waitUntilReady();

  await pool.query('create table urgent (id bigint generated always as identity primary key, state smallint not null default 0)');
  await pool.query('create index urgent_due on urgent (id) where state = 0');
  const listener = new pg.Client({ connectionString: server.url });
  await listener.connect();
  await listener.query('listen urgent');
  listener.on('notification', async () => {
    const { rowCount } = await pool.query(
      'update urgent set state = 1 where id in (select id from urgent where state = 0 order by id limit 100 for update skip locked)',
    );
    if (rowCount) arrived(performance.now());
  });

  const submit: Readonly<Record<string, (index: number) => Promise<unknown>>> = {
    licet: (index) =>
      messenger.send(
        {
          to: `+447700900${String(index % 1_000).padStart(3, '0')}`,
          country: 'GB',
          kind: 'auth',
          sender: 'acme',
          template: 'code',
          plan: 'code',
          values: { code: '4711' },
        },
        { idempotencyKey: `code-${index}` },
      ),
    BullMQ: () => queue.add('code', {}),
    'insert, notify, claim': () =>
      pool.query("with added as (insert into urgent default values returning id) select pg_notify('urgent', '') from added"),
  };
  const times = new Map<string, number[]>(Object.keys(submit).map((name) => [name, []]));
  for (let index = -10; index < count; index += 1)
    for (const [name, run] of Object.entries(submit)) {
      const there = arrival();
      const start = performance.now();
      await run(index + 10);
      const at = await Promise.race([there, once(AbortSignal.timeout(5_000), 'abort').then(() => Number.NaN)]);
      if (index >= 0) times.get(name)!.push(at - start);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  const quantile = (name: string, share: number): number => times.get(name)!.toSorted((a, b) => a - b)[Math.floor((count - 1) * share)]!;
  const floor = 'insert, notify, claim';
  console.log(`one urgent message, from the call to the provider, ${count} each`);
  for (const name of times.keys()) {
    const [p50, p99] = [quantile(name, 0.5), quantile(name, 0.99)];
    console.log(
      `  ${name.padEnd(24)} p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms: ${(p50 / quantile(floor, 0.5)).toFixed(2)} × and ${(p99 / quantile(floor, 0.99)).toFixed(2)} × ${floor}`,
    );
  }
  stop.abort();
  await running;
  await worker.close();
  await queue.close();
  working.disconnect();
  await listener.end();
  await pool.end();
} finally {
  redis.stop();
  await server.stop();
}
