import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pgBossDriver } from '../../src/drivers/pg-boss/index.ts';
import type { Messenger } from '../../src/index.ts';
import { migrateStores } from '../../src/postgres/index.ts';
import { startServer } from '../postgres/consent-server.ts';
import { hire, untilReached } from './crew.ts';
import { openWorld, planParcels, readLedger } from './world.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let pool: pg.Pool;
let boss: PgBoss;
let messenger: Messenger;
let planned = 0;
const folder = mkdtempSync(join(tmpdir(), 'licet-drivers-'));
const ledger = join(folder, 'ledger');

beforeAll(async () => {
  server = await startServer();
  pool = new pg.Pool({ connectionString: server.url, max: 4 });
  pool.on('error', () => {});
  await migrateStores(pool);
  boss = await new PgBoss({ connectionString: server.url, max: 2, schedule: false, supervise: false }).start();
  boss.on('error', () => {});
  writeFileSync(ledger, '');
  messenger = openWorld(pool, ledger);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function plan(count: number): Promise<number> {
  await planParcels(messenger, planned, count);
  planned += count;
  return planned;
}

const jobs = async () => (await pool.query<{ state: string; singleton_key: string; name: string }>('select * from pgboss.job')).rows;

describe('pg-boss against a real server', () => {
  it('several processes are woken, fall back when it is time, and end at SIGTERM without an open lease', { timeout: 90_000 }, async () => {
    const order = { database: server.url, ledger, lookMs: 60_000 };
    const crew = [await hire(order), await hire(order)];
    // This process takes requests and does not work.
    const unfollow = pgBossDriver({ boss }).follow(messenger);
    await plan(150);
    const late = await hire(order);
    await plan(50);
    unfollow();
    // The second half of every cascade is a wake-up at its time: nobody looks by itself within this test.
    await untilReached(messenger, planned, 40_000);
    const codes = await Promise.all([...crew, late].map((member) => member.leave()));
    expect(codes).toEqual([0, 0, 0]);
    const { wa, gateway, twice, processes } = readLedger(ledger);
    expect({ wa, gateway, twice }).toEqual({ wa: planned, gateway: planned, twice: 0 });
    expect(processes).toBeGreaterThan(1);
    const { rows } = await pool.query<{ open: string }>('select count(*) as open from licet_standing where leased_until_ms > 0');
    expect(Number(rows[0]!.open)).toBe(0);
  });

  it('a process that ends in the middle leaves its work to the others, nothing unknown, nothing twice', { timeout: 90_000 }, async () => {
    const order = { database: server.url, ledger, lookMs: 60_000 };
    const leaving = await hire(order);
    const staying = await hire(order);
    const unfollow = pgBossDriver({ boss }).follow(messenger);
    await plan(200);
    unfollow();
    expect(await leaving.leave()).toBe(0);
    await untilReached(messenger, planned, 40_000);
    expect(await staying.leave()).toBe(0);
    expect(readLedger(ledger)).toMatchObject({ wa: planned, gateway: planned, twice: 0 });
    expect((await messenger.counts()).states).toMatchObject({ reached: planned, unknown: 0, parked: 0 });
  });

  it('wake-ups that are lost hold nothing up for longer than a look', { timeout: 90_000 }, async () => {
    const member = await hire({ database: server.url, ledger, lookMs: 500 });
    await plan(20);
    // Planned by a process that wakes nobody, and whatever was asked for is thrown away.
    await boss.deleteAllJobs('licet');
    await untilReached(messenger, planned, 20_000);
    expect(await member.leave()).toBe(0);
  });

  it('keeps one waiting wake-up of a kind, however often it is asked for', async () => {
    const driver = pgBossDriver({ boss });
    await boss.deleteAllJobs('licet');
    for (let time = 0; time < 50; time += 1) await driver.wake();
    const waiting = (await jobs()).filter(({ name, state }) => name === 'licet' && state === 'created');
    expect(waiting.map(({ singleton_key }) => singleton_key)).toEqual(['now']);
  });
});
