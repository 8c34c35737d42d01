import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consent } from '../../src/cli/consent.ts';
import { startServer } from '../postgres/consent-server.ts';
import { type Run, run } from './run.ts';

const anna = '+79990000061';
const folder = mkdtempSync(join(tmpdir(), 'consent-database-'));
const keys = join(folder, 'keys');
const list = join(folder, 'list.csv');
let server: Awaited<ReturnType<typeof startServer>>;

const licet = (...args: readonly string[]): Promise<Run> => run(consent, [args[0]!, '--database-url', server.url, '--keys', keys, ...args.slice(1)]);

const sql = async (text: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
};

beforeAll(async () => {
  server = await startServer();
  writeFileSync(list, `phone,event,occurred_at,sender,purposes,channels\n${anna},granted,2026-02-01,acme,offers,sms\n`);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('licet consent on a PostgreSQL server', () => {
  it('reads nothing from, and makes nothing in, a database without its tables', async () => {
    for (const [command, ...args] of [
      ['check', anna, '--sender', 'acme', '--channel', 'sms'],
      ['history', anna],
      ['export'],
      ['prove', anna, '--output', join(folder, 'none')],
      ['import', list, '--dry-run'],
    ]) {
      const { code, err } = await licet(command!, ...args);
      expect({ command, code, says: err.includes('no tables of licet') }).toEqual({ command, code: 2, says: true });
    }
    expect(await sql("select relname from pg_class where relname like 'licet%'")).toEqual([]);
  });

  it('imports, answers, withdraws and proves, each tenant for itself', async () => {
    const scope = ['--sender', 'acme', '--channel', 'sms', '--purpose', 'offers'];
    expect((await licet('import', list, '--tenant', 'acme')).out).toContain('1 added');
    expect((await licet('check', anna, ...scope)).code).toBe(0);
    expect((await licet('import', list, '--tenant', 'other', '--keys', join(folder, 'other-keys'))).out).toContain('1 added');
    expect((await licet('check', anna, ...scope)).err).toContain('several tenants; give --tenant, one of acme, other');
    const withdrawn = await licet('withdraw', anna, '--tenant', 'acme', '--format', 'jsonl');
    expect(JSON.parse(withdrawn.out)).toMatchObject({ complete: true, inFlight: [] });
    expect((await licet('check', anna, ...scope, '--tenant', 'acme')).code).toBe(1);
    expect((await licet('check', anna, ...scope, '--tenant', 'other', '--keys', join(folder, 'other-keys'))).code).toBe(0);
    expect((await licet('check', anna, ...scope, '--tenant', 'other')).err).toContain('not the one this ledger was written with');
    expect((await licet('prove', anna, '--tenant', 'acme', '--output', join(folder, 'proof'))).out).toContain('2 records proven');
  });

  it('reads with a role that may only read', async () => {
    await sql("create role reader login password 'reader'");
    await sql('grant select on all tables in schema public to reader');
    const url = new URL(server.url);
    [url.username, url.password] = ['reader', 'reader'];
    const asReader = (...args: readonly string[]): Promise<Run> =>
      run(consent, [args[0]!, '--database-url', url.href, '--keys', keys, '--tenant', 'acme', ...args.slice(1)]);
    expect((await asReader('history', anna)).out).toContain('offers');
    expect((await asReader('check', anna, '--sender', 'acme', '--channel', 'sms', '--purpose', 'offers')).code).toBe(1);
    expect((await asReader('export')).out).toContain(anna);
    expect((await asReader('withdraw', anna)).err).toContain('cannot be opened (42501)');
    await sql('delete from licet_migration where id = (select max(id) from licet_migration)');
    expect((await asReader('history', anna)).err).toContain('tables of an older licet');
  });

  it('says that a server cannot be reached, without its password', async () => {
    const { code, err } = await run(consent, ['history', anna, '--database-url', 'postgres://someone:hidden@127.0.0.1:1/none', '--keys', keys]);
    expect(code).toBe(2);
    expect(err).toContain('cannot be opened (ECONNREFUSED)');
    expect(err).not.toMatch(/hidden|someone|127\.0\.0\.1/u);
  });
});
