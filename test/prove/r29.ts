import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Delivery } from '../../src/cascade/index.ts';
import { migrateStores, missingMigrations, type SqlClient } from '../../src/postgres/index.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { migrations } from '../../src/postgres/postgres-stores.ts';
import { fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { type History, repeats } from './house/histories.ts';
import { grantTo, openHouse, saleCampaign, witness } from './house.ts';
import { type ProveServer, startProveServer } from './server.ts';

const MIGRATORS = 20;

/**
 * Twenty migrators at once, from every step of the schema on: each missing step is applied once, nobody fails, and a campaign runs on what they
 * made. And every history recorded under an earlier version is read and judged as it was then. Naive: migrators without a lock, standings read as they lie.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const server = await startProveServer();
  try {
    const migrated = { rounds: 0, failed: 0, appliedTwice: 0, missing: 0 };
    for (let repeat = 0; repeat < (full ? 10 : 1); repeat++)
      for (let from = 0; from <= migrations.length; from++) {
        const round = await migrateTogether(server, `schema_${repeat}_${from}`, { from, broken });
        migrated.rounds += 1;
        migrated.failed += round.failed;
        migrated.appliedTwice += round.appliedTwice;
        migrated.missing += round.missing;
      }
    const reached = broken ? 0 : await campaignOn(server, 'schema_0_0');
    const histories = recorded();
    const changed = histories.filter((history) => !(broken ? repeats(history, asItLies) : repeats(history)));
    const wrong = migrated.failed + migrated.appliedTwice + migrated.missing + changed.length;
    return {
      ok: wrong === 0 && histories.length > 0 && reached === 50,
      figures: {
        migrators: MIGRATORS,
        steps: migrations.length,
        ...migrated,
        reachedAfterwards: reached,
        histories: histories.length,
        changed: changed.length,
      },
    };
  } finally {
    await server.stop();
  }
}

/** Twenty connections bring one schema up to date that has its first steps already. */
async function migrateTogether(server: ProveServer, schema: string, { from, broken }: { readonly from: number; readonly broken: boolean }) {
  const first = await connectionTo(server, schema);
  await first.query(`create schema ${schema}`);
  await migrate(first, migrations.slice(0, from));
  const clients = await Promise.all(Array.from({ length: MIGRATORS }, () => connectionTo(server, schema)));
  const results = await Promise.allSettled(clients.map((client) => migrateStores(broken ? withoutLock(client) : client)));
  const applied = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const missing = await missingMigrations(first);
  await Promise.all([first, ...clients].map((client) => client.end()));
  return {
    failed: results.filter(({ status }) => status === 'rejected').length,
    appliedTwice: applied.length - new Set(applied).size,
    missing: missing.length + (migrations.length - from - new Set(applied).size),
  };
}

async function connectionTo(server: ProveServer, schema: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.url, options: `-c search_path=${schema}` });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Migrators that trust to luck. */
function withoutLock(client: SqlClient): SqlClient {
  return { query: (text, params) => (text.includes('pg_advisory_xact_lock($1)') ? Promise.resolve({ rows: [] }) : client.query(text, params)) };
}

/** Sends to fifty people on a schema the twenty made. @returns how many were reached. */
async function campaignOn(server: ProveServer, schema: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: server.url, max: 4, options: `-c search_path=${schema}` });
  pool.on('error', () => {});
  try {
    const messenger = openHouse({ client: pool, provider: witness([], () => 0), worker: 'after' });
    const people = Array.from({ length: 50 }, (_, index) => fictionPhone(index));
    await messenger.consent.grantMany(people.map(grantTo));
    await messenger.campaign({ ...saleCampaign(), id: 'after', audience: people.map((to) => ({ to })) });
    await messenger.run({ signal: AbortSignal.timeout(30_000), untilIdle: true });
    return (await messenger.counts('after')).states.reached;
  } finally {
    await pool.end();
  }
}

/** All histories of all versions. */
function recorded(): readonly History[] {
  const folder = join(import.meta.dirname, 'fixtures');
  return readdirSync(folder)
    .filter((file) => file.startsWith('histories-'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line));
}

/** Instants stay the texts they are stored as. */
const asItLies = (request: string, progress: string, createdMs: number): Delivery => ({
  ...JSON.parse(progress),
  request: JSON.parse(request),
  createdAt: new Date(createdMs),
});
