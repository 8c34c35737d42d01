import { cpus } from 'node:os';
import type pg from 'pg';
import { migrateStores, postgresStores, type SqlClient } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { startJobQueue } from './bullmq-floor.ts';
import { rounds } from './consent-rounds.ts';
import { deliveryFloor } from './delivery-floor.ts';
import { deliveryWorld, noonClock } from './delivery-world.ts';

/**
 * A whole lawful delivery on PostgreSQL, synced to disk before anything is sent, against BullMQ's jobs that do nothing and the smallest statements that do
 * the necessary. `node bench/delivery-postgres.ts [people] [rounds] [few]`; `few`: wordings without a code for each person, which are linted once.
 */
const people = Number(process.argv[2] ?? 4_000);
const count = Number(process.argv[3] ?? 7);
const fewTexts = process.argv[4] === 'few';
const server = await startProveServer(['fsync=on', 'shared_buffers=256MB', 'max_wal_size=4GB']);
const pool: pg.Pool = server.pool(4);
await migrateStores(pool);
let statements = 0;
const counted: SqlClient = {
  query(text, params) {
    statements += 1;
    return pool.query(text, params);
  },
};
const clock = noonClock();
const floor = await deliveryFloor(pool);
const jobs = await startJobQueue();
const worlds = Object.fromEntries(
  [1, 2].map((workers) => [
    workers,
    deliveryWorld({
      stores: postgresStores({ client: counted, tenant: `world-${workers}`, clock }),
      clock,
      workers,
      limit: 1_000 / workers,
      fewTexts,
    }),
  ]),
);
const version = (await pool.query('show server_version')).rows[0].server_version;
console.log(`Node ${process.version}, PostgreSQL ${version}, ${cpus().length} × ${cpus()[0]?.model}; ${people} deliveries a round, ${count} rounds`);

await rounds(
  'whole deliveries, per delivery',
  people,
  {
    'licet, one tick at a time': (round) => worlds[1]!.drain(String(round), people),
    'licet, two ticks at a time': (round) => worlds[2]!.drain(String(round), people),
    'BullMQ, jobs that do nothing': () => jobs.drain(people),
    'own floor': () => floor.drain(people),
  },
  count,
  async (name, round) => {
    if (name.startsWith('licet')) await worlds[name.includes('one') ? 1 : 2]!.plan(String(round), people);
    else if (name.startsWith('BullMQ')) await jobs.plan(people);
    else await floor.plan(round, people);
    await pool.query('analyze');
  },
);

await worlds[1]!.plan('90', people);
const before = await written();
statements = 0;
await worlds[1]!.drain('90', people);
const asked = statements;
const after = await written();
for (const [table, { rows, hot }] of after) {
  const was = before.get(table) ?? { rows: 0, hot: 0 };
  if (rows > was.rows)
    console.log(
      `  ${table.padEnd(26)} ${((rows - was.rows) / people).toFixed(2)} rows written, of them ${((hot - was.hot) / people).toFixed(2)} in place`,
    );
}
console.log(`  ${asked} statements, ${(asked / people).toFixed(4)} round trips a delivery`);
await jobs.stop();
await pool.end();
await server.stop();

/** Rows written so far by table; `hot`: updates that touched no index. */
async function written(): Promise<ReadonlyMap<string, { readonly rows: number; readonly hot: number }>> {
  // Every connection tells what it has counted so far.
  await Promise.all(Array.from({ length: 4 }, () => pool.query('select pg_stat_force_next_flush(), pg_sleep(0.2)')));
  const { rows } = await pool.query(
    "select relname, n_tup_ins + n_tup_upd + n_tup_del as n, n_tup_hot_upd as hot from pg_stat_user_tables where relname like 'licet%'",
  );
  return new Map(rows.map((row) => [row.relname, { rows: Number(row.n), hot: Number(row.hot) }]));
}
