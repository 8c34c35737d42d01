import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCampaign } from '../../src/cascade/index.ts';
import { definePlan } from '../../src/cascade/plan/define-plan.ts';
import { openPlanBook } from '../../src/cascade/plan/plan-book.ts';
import { report } from '../../src/cli/report.ts';
import { systemClock } from '../../src/clock.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { migrateStores, openPglite, postgresStores, type SqlClient } from '../../src/postgres/index.ts';
import { startServer } from '../postgres/consent-server.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const store = join(folder, 'store');
afterAll(() => rmSync(folder, { recursive: true }));

async function plan(tenant: string, id: string, people: number): Promise<void> {
  const client = await openPglite(store, { clock: systemClock });
  await planIn(client, tenant, id, people);
  await client.close();
}

async function planIn(client: SqlClient, tenant: string, id: string, people: number): Promise<void> {
  await migrateStores(client);
  const { deliveryStore, documentStore } = postgresStores({ client, tenant });
  const plans = openPlanBook([definePlan('promo', [{ channel: 'sms' }], { onUnknown: 'wait' })], documentStore);
  let made = 0;
  await startCampaign(
    {
      store: deliveryStore,
      documents: documentStore,
      plans,
      templates: [],
      now: () => new Date('2026-04-20T09:00:00Z'),
      newId: () => `${id}-${String(++made).padStart(4, '0')}`,
      resolve: ({ to }) => (to === 'broken' ? { ok: false } : { ok: true, phone: to, country: 'GB', subject: `subject-${to}` as SubjectRef }),
      subjectOfRow: (name) => `row-${name}` as SubjectRef,
    },
    {
      id,
      audience: [...Array.from({ length: people }, (_, index) => ({ to: `+447700900${100 + index}` })), { to: 'broken' }],
      kind: 'marketing',
      sender: 'acme',
      template: 'autumn-sale',
      plan: 'promo',
      validUntil: new Date('2026-04-22T00:00:00Z'),
    },
  );
}

beforeAll(() => plan('acme', 'autumn', 5), 60_000);

describe('licet report', () => {
  it('writes the store’s only campaign to a file', async () => {
    const output = join(folder, 'report.html');
    const { code, out, err } = await run(report, ['--store', store, '--output', output, '--currency', 'GBP']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('campaign autumn, 6 people');
    const page = readFileSync(output, 'utf8');
    expect(page).toContain('<p class="sub">autumn</p>');
    expect(page).toContain('6 rows, 0 of them repeat a number');
    expect(page).toContain('the number is broken');
    expect(page).toContain('GBP');
    expect(page).not.toContain('7700900');
  });

  it('speaks Russian on standard output', async () => {
    const { code, out } = await run(report, ['--store', store, '--language', 'ru']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="ru">/u);
    expect(out).toContain('номер неверен');
  });

  it('leaves the store as it was, and free for the next', async () => {
    const [first, second] = [await run(report, ['--store', store]), await run(report, ['--store', store])];
    expect(second.out).toBe(first.out);
  });

  it('names the campaigns there are when asked for another', async () => {
    const { code, err } = await run(report, ['--store', store, '--campaign', 'winter']);
    expect(code).toBe(2);
    expect(err).toMatch(/no campaign "winter".*one of autumn/u);
  });

  it('reports on all messages of several campaigns, and asks which of several tenants', async () => {
    await plan('acme', 'winter', 2);
    const { code, err } = await run(report, ['--store', store]);
    expect([code, err]).toEqual([0, 'Report on all messages of 2 campaigns, 9 people\n']);
    expect((await run(report, ['--store', store, '--campaign', 'winter'])).err).toContain('3 people');
    await plan('zeta', 'spring', 1);
    const unclear = await run(report, ['--store', store]);
    expect(unclear.code).toBe(2);
    expect(unclear.err).toMatch(/several tenants.*acme, zeta/u);
    expect((await run(report, ['--store', store, '--tenant', 'zeta'])).err).toContain('campaign spring, 2 people');
  }, 60_000);

  it('reads a PostgreSQL server as well', async () => {
    const server = await startServer();
    const pool = new Pool({ connectionString: server.url, max: 1 });
    pool.on('error', () => undefined);
    const empty = await run(report, ['--database-url', server.url]);
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('no tables of licet');
    await planIn(pool, 'acme', 'autumn', 4);
    const { code, out, err } = await run(report, ['--database-url', server.url]);
    await pool.end();
    await server.stop();
    expect([code, err]).toEqual([0, 'Report on campaign autumn, 5 people\n']);
    expect(out).toContain('<p class="sub">autumn</p>');
  }, 60_000);

  it('is refused while another process has the store', async () => {
    const client = await openPglite(store, { clock: systemClock });
    const { code, err } = await run(report, ['--store', store, '--tenant', 'acme']);
    await client.close();
    expect(code).toBe(2);
    expect(err).toContain('Another process');
  }, 30_000);

  it.each([
    ['no store at all', () => [], /either --store DIR/u],
    ['two stores', () => ['--store', store, '--database-url', 'postgres://127.0.0.1:1/x'], /either --store DIR/u],
    ['a folder that does not exist', () => ['--store', join(folder, 'nowhere')], /does not exist/u],
    ['a file', () => ['--store', fileIn('file')], /is not a folder/u],
    ['an empty folder, which stays empty', () => ['--store', emptyFolder()], /no store in/u],
    ['a server that does not answer', () => ['--database-url', 'postgres://user:hush@127.0.0.1:1/x'], /cannot be read/u],
    ['a language it does not speak', () => ['--store', store, '--language', 'de'], /--language takes en, ru/u],
    ['a currency that is none', () => ['--store', store, '--currency', '€'], /ISO 4217/u],
    ['a file it cannot write', () => ['--store', store, '--tenant', 'acme', '--output', join(folder, 'no', 'report.html')], /cannot be written/u],
  ])('exits with 2 for %s', async (_, args, message) => {
    const { code, out, err } = await run(report, args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('hush');
  });
});

function fileIn(name: string): string {
  writeFileSync(join(folder, name), 'x');
  return join(folder, name);
}

function emptyFolder(): string {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  return join(folder, 'empty');
}
