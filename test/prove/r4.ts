import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Claimed, definePlan } from '../../src/cascade/index.ts';
import type { Messenger } from '../../src/index.ts';
import { migrateStores, postgresStores, type SqlClient } from '../../src/postgres/index.ts';
import { dice, fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { grantTo, openHouse, TENANT, witness } from './house.ts';
import { type ProveServer, startProveServer } from './server.ts';

const plan = definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' });
const WRITERS = 6;
const INTENTS = 10;

/** What callers were told is stored. */
interface Told {
  readonly records: string[];
  readonly planned: string[];
  readonly intents: string[];
}

/**
 * kill -9 of the whole server under load, on a server that answers commits before they are written (`synchronous_commit=off`): everything that
 * was acknowledged is there afterwards. Naive: a client that leaves durability to the server's settings.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const kills = full ? 1_000 : 75;
  const roll = dice(seed);
  const server = await startProveServer(['synchronous_commit=off', 'shared_buffers=32MB']);
  const told: Told = { records: [], planned: [], intents: [] };
  try {
    await migrate(server, broken);
    for (let round = 0; round < kills; round += 1) {
      const pool = server.pool(2 * WRITERS);
      const client = broken ? trusting(pool) : pool;
      const writers = Array.from({ length: WRITERS }, (_, index) => keepWriting(client, `${round}-${index}`, roll, told));
      await sleep(60 + roll() * 200);
      await server.kill();
      await Promise.all(writers);
      await pool.end();
      await server.restart();
    }
    return await judge(server, told, kills);
  } finally {
    await server.stop();
  }
}

async function migrate(server: ProveServer, broken: boolean): Promise<void> {
  const connection = new pg.Client({ connectionString: server.url });
  await connection.connect();
  await migrateStores(broken ? trusting(connection) : connection);
  await connection.end();
}

/** A client that takes out every demand for durability. */
function trusting(client: SqlClient): SqlClient {
  const demand = "set_config('synchronous_commit', 'on', true)";
  return { query: (text, params) => client.query(text.replaceAll(demand, demand.replace("'on'", "'off'")), params) };
}

/** Grants, withdraws and starts attempts until the server is gone. */
async function keepWriting(client: SqlClient, name: string, roll: () => number, told: Told): Promise<void> {
  const messenger = openHouse({ client, provider: witness([], () => 0), worker: name });
  try {
    for (let act = 0; ; act += 1) {
      const address = fictionPhone(Math.floor(roll() * 500));
      const choice = roll();
      if (choice < 0.35) told.records.push((await messenger.consent.grant({ ...grantTo(address), id: `${name}-${act}` })).id);
      else if (choice < 0.7) await withdraw(messenger, address, `${name}-${act}`, told);
      else await startAttempts(client, `${name}-${act}`, told);
    }
  } catch {
    // The server is gone: what was not acknowledged may be lost.
  }
}

async function withdraw(messenger: Messenger, address: string, id: string, told: Told): Promise<void> {
  const { recordId } = await messenger.consent.withdraw({ address, id, evidence: { method: 'reply', grade: 'A' }, drainMs: 0 });
  told.records.push(recordId);
}

async function startAttempts(client: SqlClient, name: string, told: Told): Promise<void> {
  const { deliveryStore } = postgresStores({ client, tenant: `${TENANT}-${name}` });
  const ids = Array.from({ length: INTENTS }, (_, index) => `${name}-${index}`);
  await deliveryStore.insert(ids.map((id) => ({ request: requestOf(id) })));
  told.planned.push(...ids);
  const { claimed } = await deliveryStore.claim({ limit: INTENTS, leaseMs: 60_000, worker: name });
  const outcomes = await deliveryStore.startAttempts(claimed.map(intentOf));
  told.intents.push(...claimed.filter((_, index) => outcomes[index] === 'started').map(({ lease }) => lease.id));
}

function requestOf(id: string) {
  return {
    id,
    idempotencyKey: id,
    subject: id as Claimed['delivery']['request']['subject'],
    phone: fictionPhone(0),
    country: 'GB',
    kind: 'marketing',
    sender: 'acme',
    template: 'sale',
    values: {},
    plan: { id: plan.id, version: plan.version },
    validUntil: new Date('2035-01-01'),
  } as const;
}

function intentOf({ lease, delivery, epoch }: Claimed) {
  const evidence = {
    clearanceId: lease.id,
    contentHash: 'c0ffee',
    packs: ['gb@1'],
    ground: { basis: 'consent', recordId: 'record-1', sequence: 1 },
    segments: 1,
    priceMicros: 0,
  } as const;
  const attempt = { number: 1, channel: 'sms', provider: 'wire', startedAt: new Date('2026-11-23'), evidence } as const;
  return { lease, subject: delivery.request.subject, epoch, step: 0, waitFor: 'accepted', attempt } as const;
}

async function recordIds(client: SqlClient): Promise<ReadonlySet<string>> {
  const { consentStore } = postgresStores({ client, tenant: TENANT });
  const ids = new Set<string>();
  for (let from = 0; ; ) {
    const { records, next } = await consentStore.scan(from, 10_000);
    if (records.length === 0) return ids;
    for (const { body } of records) ids.add((JSON.parse(body) as { readonly id: string }).id);
    from = next;
  }
}

async function judge(server: ProveServer, told: Told, kills: number): Promise<Outcome> {
  const pool = server.pool(1);
  const column = async (text: string): Promise<ReadonlySet<string>> => new Set((await pool.query<{ id: string }>(text)).rows.map(({ id }) => id));
  const records = await recordIds(pool);
  const planned = await column('select id from licet_delivery');
  const intents = await column('select delivery_id as id from licet_attempt');
  await pool.end();
  const lost = {
    records: told.records.filter((id) => !records.has(id)).length,
    planned: told.planned.filter((id) => !planned.has(id)).length,
    intents: told.intents.filter((id) => !intents.has(id)).length,
  };
  // A run that was told of nothing proves nothing.
  const busy = Math.min(told.records.length, told.intents.length) >= kills;
  return {
    ok: busy && lost.records + lost.planned + lost.intents === 0,
    figures: { kills, acknowledged: { records: told.records.length, planned: told.planned.length, intents: told.intents.length }, lost },
  };
}
