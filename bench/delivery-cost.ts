import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrateStores, postgresStores, type SqlClient } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { deliveryWorld, noonClock } from './delivery-world.ts';

/**
 * What one lawful delivery on PostgreSQL uses up, whatever else runs on the machine: time on the processor of the worker and of the server, log, room
 * on disk, round trips. Linux only: the server's time is read from /proc. `node bench/delivery-cost.ts [people] [rounds]`
 */
const people = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 5);
const TICKS_PER_SECOND = 100;
const server = await startProveServer(['fsync=on', 'shared_buffers=256MB', 'max_wal_size=4GB', 'autovacuum=off']);
const postmaster = readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0]!;
const pool = server.pool(4);
await migrateStores(pool);
let statements = 0;
const client: SqlClient = {
  query(text, params) {
    statements += 1;
    return pool.query(text, params);
  },
};
const clock = noonClock();
const costs: Record<string, { readonly plan: Cost; readonly drain: Cost }[]> = { 'a code for each person': [], 'a few wordings': [] };
for (const [name, measured] of Object.entries(costs)) {
  const fewTexts = name === 'a few wordings';
  const world = deliveryWorld({ stores: postgresStores({ client, tenant: name, clock }), clock, fewTexts });
  for (let round = -1; round < rounds; round += 1) {
    const offset = String(round + 1);
    const plan = await costOf(() => world.plan(offset, people));
    const drain = await costOf(() => world.drain(offset, people));
    if (round >= 0) measured.push({ plan, drain });
  }
}
console.log(`a lawful delivery: consent, plan, clearance, 1.3 attempts, receipts; ${people} people a round, median of ${rounds} rounds`);
for (const [name, measured] of Object.entries(costs))
  for (const part of ['plan', 'drain'] as const) {
    const of = (field: keyof Cost): string => {
      const values = measured.map((one) => one[part][field] / people).toSorted((a, b) => a - b);
      const at = (share: number): string => values[Math.floor((values.length - 1) * share)]!.toFixed(field === 'statements' ? 4 : 0);
      return `${at(0.5)} (${at(0)}–${at(1)})`;
    };
    const what = part === 'plan' ? 'consent and delivery stored' : 'sent and settled';
    console.log(
      `  ${`${name}, ${what}`.padEnd(52)} worker ${of('workerUs')} µs, server ${of('serverUs')} µs, log ${of('logBytes')} B, round trips ${of('statements')}`,
    );
  }
const { rows } = await pool.query<{ bytes: string }>(
  "select sum(pg_total_relation_size(oid)) as bytes from pg_class where relname like 'licet\\_%' and relkind = 'r'",
);
const all = people * (rounds + 1) * Object.keys(costs).length;
console.log(
  `  room on disk after ${all} deliveries, never vacuumed: ${(Number(rows[0]!.bytes) / all).toFixed(0)} B each, consent and indexes included`,
);
await pool.end();
await server.stop();

interface Cost {
  readonly workerUs: number;
  readonly serverUs: number;
  readonly logBytes: number;
  readonly statements: number;
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const before = { worker: process.cpuUsage(), server: serverUs(), log: await logPosition(), statements };
  await work();
  const { user, system } = process.cpuUsage(before.worker);
  return {
    workerUs: user + system,
    serverUs: serverUs() - before.server,
    logBytes: (await logPosition()) - before.log,
    statements: statements - before.statements,
  };
}

async function logPosition(): Promise<number> {
  const { rows } = await pool.query<{ at: string }>("select pg_current_wal_lsn() - '0/0'::pg_lsn as at");
  return Number(rows[0]!.at);
}

/** Time of the server and of its processes on the processor, those that have ended included. */
function serverUs(): number {
  let ticks = 0;
  for (const path of globSync('/proc/[0-9]*/stat')) {
    const fields = fieldsOf(path);
    if (path === `/proc/${postmaster}/stat`) ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    else if (fields[1] === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return (ticks / TICKS_PER_SECOND) * 1e6;
}

/** The fields behind the name; none when the process has just gone. */
function fieldsOf(path: string): readonly string[] {
  try {
    const text = readFileSync(path, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
