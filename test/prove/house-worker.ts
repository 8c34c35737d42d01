import { startupSnapshot } from 'node:v8';
import pg from 'pg';
import type { MessengerOptions, MessengerStores } from '../../src/index.ts';
import { campaignBudget, memoryCounterStore } from '../../src/limits/index.ts';
import { postgresStores } from '../../src/postgres/index.ts';
import { gatewayProvider } from './house/gateway-provider.ts';
import { LEASE_MS, stubborn, type WorkerNews, type WorkerSetup } from './house/worker-setup.ts';
import { openHouseOn, TENANT } from './house.ts';

/** Connections without a listener end the process when the server does. */
function openPool({ url, name, poolSize = 4 }: WorkerSetup): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, application_name: name, query_timeout: 2_000, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {});
  return pool;
}

/** What the setup asks of the messenger. */
function optionsOf({ perSecond, money, maxStrikes = stubborn.maxStrikes }: WorkerSetup): Partial<MessengerOptions> {
  return {
    clearedForMs: 500,
    policy: { leaseMs: LEASE_MS, lookupGraceMs: 1_500, receiptGraceMs: 1_000, maxStrikes },
    plans: stubborn.plans,
    ...(perSecond === undefined ? {} : { limits: () => ({ perSecond }), slackMs: 30 }),
    ...(money === undefined
      ? {}
      : {
          prices: { worstCase: ({ segments }) => segments * money.segmentMicros },
          budgets: () => [campaignBudget('prove', money.maxMicros, new Date(Date.now() + 3_600_000))],
        }),
  };
}

async function work(): Promise<void> {
  const setup: WorkerSetup = JSON.parse(process.argv[2]!);
  const pool = openPool(setup);
  const stores: MessengerStores = postgresStores({ client: pool, tenant: TENANT });
  const messenger = openHouseOn(setup.naive === 'own-counters' ? { ...stores, counterStore: memoryCounterStore() } : stores, {
    provider: gatewayProvider(setup),
    worker: setup.name,
    further: optionsOf(setup),
  });
  // One look for work, at the work of few: what is loaded and compiled at the first is there when it counts.
  await messenger.tick({ limit: 1, shard: { index: 0, count: 1_024 } });
  const end = new AbortController();
  process.on('SIGTERM', () => (setup.naive === 'abrupt' ? process.exit(0) : end.abort()));
  process.once('disconnect', () => process.exit(1));
  process.once('message', async () => {
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
