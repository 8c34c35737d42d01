import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { dice, fictionPhone, type Outcome, PEOPLE, type ProveOptions, quantile } from './claim.ts';
import type { Hired } from './house/crew.ts';
import { gatewayProvider } from './house/gateway-provider.ts';
import { acceptedBy, duplicatesIn } from './house/ledger.ts';
import { keepFed, type Stage, setStage, statesOf } from './house/stage.ts';
import { startProxy, type TcpProxy } from './house/tcp-proxy.ts';
import { LEASE_MS, stubborn } from './house/worker-setup.ts';
import { grantTo, openHouse, saleCampaign } from './house.ts';

const VALID_MS = 120_000;
const OUTAGE_MS = 5_000;
/** Until work goes on after a trouble is over; until an opt-out is through. */
const RECOVERY_MS = 5_000;
const OPT_OUT_MS = 1_000;
const CALLERS = 50;
const WORKERS = 2;

/**
 * Trouble between workers and their database: every connection ended ten times, connections that take everything and answer nothing, an outage of
 * five seconds. No worker ends, nobody is lost or gets two messages, and work goes on within five seconds. Then fifty callers on a pool of two, and
 * opt-outs beside a campaign on the same pool. Naive: a worker that ends at the first failure.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const rounds = full ? 50 : 10;
  const stage = await setStage({ seed, honoursKeys: true, answersLookups: false, answerMs: [2, 12] });
  const proxy = await startProxy(Number(new URL(stage.server.url).port));
  try {
    const crowd = await fiftyCallers(stage);
    const optOuts = await optOutsBesideACampaign(stage, full ? 100 : 25);
    const url = new URL(stage.server.url);
    url.port = String(proxy.port);
    const workers = Array.from({ length: WORKERS }, () =>
      stage.hire({ url: url.href, recourse: 'key', limit: 20, naive: broken ? 'fragile' : undefined }),
    );
    for (const worker of workers) await worker.ready.then(() => worker.go());
    const feeding = new AbortController();
    const fed = keepFed(stage, VALID_MS, feeding.signal);
    const recovery = await troubles({ stage, proxy, rounds, roll: dice(seed) }, workers);
    feeding.abort();
    await fed;
    const crashes = workers.filter((worker) => worker.isGone()).length;
    const finished = crashes < WORKERS && (await stage.finished(60_000 + 3 * LEASE_MS));
    const accepted = acceptedBy(stage.gateway.ledger());
    const states = await statesOf(stage.host);
    const figures = {
      crashes,
      people: stage.audience.length,
      lost: stage.audience.filter((person) => !accepted.has(person)).length,
      duplicates: duplicatesIn(accepted),
      unknown: [...states.values()].filter(({ state }) => state === 'unknown').length,
      recoveredMs: recovery,
      crowd,
      optOuts,
    };
    const clean = figures.crashes + figures.lost + figures.duplicates + figures.unknown + crowd.failed + optOuts.sentAfter === 0;
    const quick = Object.values(recovery).every((ms) => ms !== null && ms <= RECOVERY_MS) && (optOuts.slowestMs ?? 0) <= OPT_OUT_MS;
    return { ok: finished && clean && quick, figures };
  } finally {
    proxy.stop();
    await stage.strike();
  }
}

interface Trouble {
  readonly stage: Stage;
  readonly proxy: TcpProxy;
  readonly rounds: number;
  readonly roll: () => number;
}

/** The slowest recovery from each kind of trouble, in milliseconds; infinite where work did not go on. */
async function troubles({ stage, proxy, rounds, roll }: Trouble, workers: readonly Hired[]): Promise<Readonly<Record<string, number | null>>> {
  const took: Record<'terminated' | 'halfOpen' | 'outage', number[]> = { terminated: [], halfOpen: [], outage: [] };
  for (let round = 0; round < rounds; round++) {
    await working(stage);
    await sleep(roll() * 300);
    await stage.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'worker-%'");
    took.terminated.push(await working(stage));
    if (workers.every((worker) => worker.isGone())) break;
  }
  for (let round = 0; round < 2; round++) {
    await sleep(500 + roll() * 300);
    proxy.freeze();
    took.halfOpen.push(await working(stage));
  }
  await sleep(500);
  proxy.cutFor(OUTAGE_MS);
  await sleep(OUTAGE_MS);
  took.outage.push(await working(stage));
  return Object.fromEntries(Object.entries(took).map(([kind, times]) => [kind, quantile(times, 1)]));
}

/** How long it takes until the provider hears of a worker again. */
async function working({ gateway, pool }: Stage): Promise<number> {
  const [before, startedMs] = [gateway.calls(), performance.now()];
  while (gateway.calls() < before + 2 && performance.now() - startedMs < 2 * RECOVERY_MS) {
    await pool.query('select 1');
    await sleep(5);
  }
  return performance.now() - startedMs;
}

/** Everybody on two connections: nobody waits for ever. */
async function fiftyCallers({
  server,
  host,
}: Stage): Promise<{ readonly calls: number; readonly failed: number; readonly slowestMs: number | null }> {
  const pool = new pg.Pool({ connectionString: server.url, max: 2, connectionTimeoutMillis: 30_000 });
  pool.on('error', () => {});
  const messenger = openHouse({ client: pool, provider: nobody, worker: 'crowd', further: { plans: stubborn.plans } });
  let failed = 0;
  const took: number[] = [];
  const call = async (act: () => Promise<unknown>): Promise<void> => {
    const startedMs = performance.now();
    await act().catch(() => {
      failed += 1;
    });
    took.push(performance.now() - startedMs);
  };
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      const address = fictionPhone(PEOPLE - 1 - caller);
      await call(() => messenger.consent.grant(grantTo(address)));
      await call(() => messenger.consent.withdraw({ address, evidence: { method: 'reply', grade: 'A' } }));
      await call(() =>
        messenger.send(
          {
            to: address,
            kind: 'marketing',
            purpose: 'offers',
            sender: 'acme',
            template: 'sale',
            plan: 'promo',
            validUntil: new Date(Date.now() + 1_000),
          },
          { idempotencyKey: `crowd/${caller}` },
        ),
      );
      await call(() => messenger.counts());
    }),
  );
  await pool.end();
  // What the crowd planned must not be taken for the campaign's: it was withdrawn from, and is over.
  await sleep(1_500);
  await host.tick();
  return { calls: took.length, failed, slowestMs: quantile(took, 1) };
}

const nobody = gatewayProvider({ gateway: 'http://127.0.0.1:9', recourse: 'key' });

/** Opt-outs on the very pool, in the very process, in which a campaign runs. */
async function optOutsBesideACampaign(
  { server, gateway, host }: Stage,
  count: number,
): Promise<{ readonly count: number; readonly medianMs: number | null; readonly slowestMs: number | null; readonly sentAfter: number }> {
  const pool = new pg.Pool({ connectionString: server.url, max: 4 });
  pool.on('error', () => {});
  const provider = gatewayProvider({ gateway: gateway.url, recourse: 'key', concurrency: 16 });
  const messenger = openHouse({ client: pool, provider, worker: 'campaign', further: { plans: stubborn.plans } });
  const people = Array.from({ length: 4_000 }, (_, index) => fictionPhone(PEOPLE - 100 - index));
  await host.consent.grantMany(people.map(grantTo));
  await messenger.campaign({ ...saleCampaign(), id: 'beside', audience: people.map((to) => ({ to })) });
  const end = new AbortController();
  const running = messenger.run({ signal: end.signal });
  const took: number[] = [];
  const acknowledged = new Map<string, number>();
  await sleep(300);
  for (let index = 0; index < count; index++) {
    const address = people[people.length - 1 - index]!;
    const startedMs = performance.now();
    await messenger.consent.withdraw({ address, evidence: { method: 'reply', grade: 'A' } });
    took.push(performance.now() - startedMs);
    acknowledged.set(address, Number(process.hrtime.bigint()) / 1e6);
    await sleep(30);
  }
  const stillRuns = (await messenger.counts('beside')).states.planned > 0;
  await messenger.control({ level: 'campaign', id: 'beside' }, 'stopped');
  end.abort();
  await running;
  await host.run({ signal: new AbortController().signal, untilIdle: true });
  await pool.end();
  if (!stillRuns) throw new Error('The campaign was over before the opt-outs were: nothing was shown.');
  const sentAfter = gateway
    .ledger()
    .filter(({ kind, to, atMs }) => kind === 'accepted' && atMs > (acknowledged.get(to ?? '') ?? Number.POSITIVE_INFINITY));
  return { count, medianMs: quantile(took, 0.5), slowestMs: quantile(took, 1), sentAfter: sentAfter.length };
}
