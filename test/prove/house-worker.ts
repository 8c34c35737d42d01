import { startupSnapshot } from 'node:v8';
import pg from 'pg';
import type { ChannelProvider, MessengerOptions, MessengerStores } from '../../src/index.ts';
import { campaignBudget, memoryCounterStore } from '../../src/limits/index.ts';
import { postgresStores } from '../../src/postgres/index.ts';
import { gatewayProvider } from './house/gateway-provider.ts';
import { type Hostile, LEASE_MS, pace, stubborn, type WorkerNews, type WorkerSetup } from './house/worker-setup.ts';
import { openHouseOn, TENANT } from './house.ts';

/** Connections without a listener end the process when the server does. */
function openPool({ url, name, poolSize = 4 }: WorkerSetup): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, application_name: name, query_timeout: 2_000, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {});
  return pool;
}

/** What the setup asks of the messenger. */
function optionsOf({ perSecond, money, hostile, maxStrikes = stubborn.maxStrikes }: WorkerSetup): Partial<MessengerOptions> {
  return {
    clearedForMs: 500,
    policy: { leaseMs: LEASE_MS, lookupGraceMs: 1_500, receiptGraceMs: 1_000, maxStrikes },
    plans: stubborn.plans,
    ...(hostile === undefined ? {} : { suppressions: async (requests) => requests.map(({ phone }) => dieFor(hostile.diesClearing, phone)) }),
    ...(perSecond === undefined ? {} : { limits: () => ({ perSecond }), ...pace }),
    ...(money === undefined
      ? {}
      : {
          prices: { worstCase: ({ segments }) => segments * money.segmentMicros },
          budgets: () => [campaignBudget('prove', money.maxMicros, new Date(Date.now() + 3_600_000))],
        }),
  };
}

/** The process is gone before the next line. */
function dieFor(people: readonly string[], phone: string): null {
  if (people.includes(phone)) process.kill(process.pid, 'SIGKILL');
  return null;
}

function breakable(provider: ChannelProvider, hostile: Hostile | undefined): ChannelProvider {
  if (hostile === undefined) return provider;
  return {
    ...provider,
    async submit(message, context) {
      if (hostile.throwsFor.includes(message.to)) throw new Error('This adapter was not made for that.');
      dieFor(hostile.diesCalling, message.to);
      return provider.submit(message, context);
    },
  };
}

/** Stores as somebody would have them who thinks of the good case only. */
function naively(stores: MessengerStores, naive: WorkerSetup['naive']): MessengerStores {
  if (naive === 'own-counters') return { ...stores, counterStore: memoryCounterStore() };
  if (naive !== 'send-anyway') return stores;
  const { deliveryStore } = stores;
  const startAttempts: typeof deliveryStore.startAttempts = (intents) =>
    deliveryStore.startAttempts(intents).catch(() => intents.map(() => 'started'));
  return { ...stores, deliveryStore: { ...deliveryStore, startAttempts } };
}

async function work(): Promise<void> {
  const setup: WorkerSetup = JSON.parse(process.argv[2]!);
  const pool = openPool(setup);
  const stores: MessengerStores = postgresStores({ client: pool, tenant: TENANT });
  const messenger = openHouseOn(naively(stores, setup.naive), {
    provider: breakable(gatewayProvider(setup), setup.hostile),
    worker: setup.name,
    further: optionsOf(setup),
  });
  // One look for work, at the work of few: what is loaded and compiled at the first is there when it counts.
  await messenger.tick({ limit: 1, shard: { index: 0, count: 1_024 } });
  const end = new AbortController();
  process.on('SIGTERM', () => (setup.naive === 'abrupt' ? process.exit(0) : end.abort()));
  process.once('disconnect', () => process.exit(1));
  process.once('message', async () => {
    if (setup.naive === 'fragile') for (;;) await messenger.tick({ limit: setup.limit });
    await messenger.run({ signal: end.signal, limit: setup.limit });
    await pool.end();
    process.removeAllListeners('disconnect');
    process.disconnect();
  });
  process.send!('ready' satisfies WorkerNews);
}

// A worker is started from a snapshot of the loaded program: it is there in a twentieth of a second, so that many can be killed in one.
if (startupSnapshot.isBuildingSnapshot()) startupSnapshot.setDeserializeMainFunction(() => void work());
else void work();
