import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConsentBook,
  createConsentBook,
  noFence,
  openRecord,
  RecordUnreadableError,
  type StoredRecord,
  type SubjectRef,
} from '../../src/consent/index.ts';
import { postgresConsentStore } from '../../src/postgres/consent-store.ts';
import { postgresKeyStore } from '../../src/postgres/key-store.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { consentMigrations } from '../../src/postgres/migrations/consent.ts';
import type { SqlClient } from '../../src/postgres/sql-client.ts';
import { inTransaction } from '../../src/postgres/transaction.ts';
import { consentStoreContract } from '../../src/testing/consent-store-contract.ts';
import { describeContract } from '../../src/testing/contract.ts';
import { countingIds, handClock } from '../consent/support.ts';
import { startServer } from './consent-server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let pool: pg.Pool;
beforeAll(async () => {
  server = await startServer(['-c', 'synchronous_commit=off']);
  pool = new pg.Pool({ connectionString: server.url, max: 24 });
  pool.on('error', () => {});
}, 60_000);
afterAll(async () => {
  await pool.end();
  await server.stop();
}, 30_000);

describe('migrate', () => {
  it('is harmless when twenty processes run it at once', async () => {
    const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(pool, consentMigrations)));
    expect(applied.filter((ids) => ids.length > 0)).toEqual([consentMigrations.map((step) => step.id)]);
    expect(await migrate(pool, consentMigrations)).toEqual([]);
  });

  it('applies a step all or not at all', async () => {
    const half = [{ id: '9000-half', sql: ['create table licet_half (a int)', 'this is not sql'] }];
    await expect(migrate(pool, half)).rejects.toMatchObject({ code: '42601' });
    expect((await pool.query("select to_regclass('licet_half') as found")).rows).toEqual([{ found: null }]);
    const whole = [{ id: '9000-half', sql: ['create table licet_half (a int)'] }];
    expect(await migrate(pool, whole)).toEqual(['9000-half']);
  });
});

let opened = 0;
describeContract({ describe, it }, 'PostgreSQL server', consentStoreContract, () => {
  opened += 1;
  return {
    store: postgresConsentStore({ client: pool, tenant: `t${opened}` }),
    otherTenant: postgresConsentStore({ client: pool, tenant: `other${opened}` }),
  };
});

describe('a load without texts', () => {
  it('gives the same records to decide on, and refuses to give a text that it has not read', async () => {
    const book = openBook('textless', pool);
    const store = postgresConsentStore({ client: pool, tenant: 'textless' });
    const evidence = {
      method: 'web-form',
      grade: 'B',
      proofHash: 'ab'.repeat(32),
      notice: { hash: 'cd'.repeat(32), version: '1', language: 'ru' },
    } as const;
    const people = ['+447700900001', '+447700900002'];
    for (const address of people) {
      await book.grant({ address, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence, note: 'x', validUntil: new Date('2031-01-01') });
      await book.withdraw({ address, evidence: { method: 'reply', grade: 'A' } });
    }
    const subjects = people.map((address) => book.subject(address));
    for (const asked of [subjects, subjects.slice(1)]) {
      const [whole, bare] = [await store.load(asked), await store.load(asked, { withoutText: true })];
      expect([...bare.keys()].toSorted()).toEqual([...whole.keys()].toSorted());
      for (const [subject, chain] of bare) {
        const opened = (records: readonly StoredRecord[]) => records.map((record) => openRecord('textless', record));
        expect(opened(chain)).toEqual(
          whole.get(subject)!.map(({ subject, sequence, hash, body }) => openRecord('textless', { subject, sequence, hash, body })),
        );
        for (const record of chain) expect(() => record.body).toThrow(RecordUnreadableError);
      }
    }
  });

  it('gives a record that is kept as it is with its text', async () => {
    const store = postgresConsentStore({ client: pool, tenant: 'as-is' });
    const record = { subject: 'someone of an older system' as SubjectRef, sequence: 1, hash: 'f'.repeat(64), body: '{"kind":"other"}' };
    await store.append([record]);
    expect((await store.load([record.subject], { withoutText: true })).get(record.subject)?.map(({ body }) => body)).toEqual([record.body]);
  });
});

describe('the consent tables', () => {
  it('refuse to be changed or cut', async () => {
    for (const statement of ["update licet_consent set body = 'x'", 'delete from licet_consent', 'truncate licet_consent']) {
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('are written durably though the server does not do so by itself', async () => {
    const seen: unknown[] = [];
    const spying = {
      async query(text: string, params?: unknown[]) {
        return inTransaction(pool, async (tx) => {
          const answer = await tx.query(text, params);
          seen.push((await tx.query("select current_setting('synchronous_commit') as now")).rows[0]);
          return answer;
        });
      },
    };
    const book = openBook('durable', spying);
    await book.withdraw({ address: '+447700900123', evidence: { method: 'reply', grade: 'A' } });
    expect(seen.at(-1)).toEqual({ now: 'on' });
    expect((await pool.query("select current_setting('synchronous_commit') as now")).rows).toEqual([{ now: 'off' }]);
  });
});

function openBook(tenant: string, client: SqlClient, ids = 'id'): ConsentBook {
  return createConsentBook({
    store: postgresConsentStore({ client, tenant }),
    keys: postgresKeyStore({ client, tenant }),
    tenant,
    secret: Buffer.alloc(32, 7),
    clock: handClock(),
    newId: countingIds(ids),
    fence: noFence,
  });
}

describe('a consent book on PostgreSQL', () => {
  it('lets many workers write the chains of a few people without losing one record', async () => {
    const workers = Array.from({ length: 8 }, (_, i) => openBook('workers', pool, `worker ${i}`));
    await Promise.all(
      workers.flatMap((book) =>
        Array.from({ length: 15 }, (_, i) => book.withdraw({ address: `person ${i % 3}`, evidence: { method: 'reply', grade: 'A' } })),
      ),
    );
    const book = workers[0]!;
    for (let person = 0; person < 3; person += 1) {
      const chain = await book.history(book.subject(`person ${person}`));
      expect(chain.map((r) => r.sequence)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      for (const [i, record] of chain.entries()) expect(record.previousHash).toBe(i === 0 ? null : chain[i - 1]!.hash);
    }
  });

  it('leaves no trace of an erased person in a dump of all rows', async () => {
    const book = openBook('erasing', pool);
    const address = '+447700900987';
    const evidence = { method: 'web-form', grade: 'B', sourceUrl: 'https://shop.example/?who=sentinel-url' } as const;
    await book.grant({
      address,
      sender: 'acme',
      channels: ['sms'],
      purposes: ['offers'],
      evidence,
      note: 'Sentinel Name',
      details: { ip: 'sentinel-ip' },
    });
    const before = await book.history(book.subject(address));
    expect(before[0]?.personal?.note).toBe('Sentinel Name');
    const subject = book.subject(address);
    const share = Buffer.from((await postgresKeyStore({ client: pool, tenant: 'erasing' }).get([subject])).get(subject)!).toString('hex');
    const dumped = async (): Promise<string> =>
      JSON.stringify([(await pool.query('select c::text from licet_consent c')).rows, (await pool.query('select k::text from licet_key k')).rows]);
    expect(await dumped()).toContain(share);
    await book.erase({ address, evidence: { method: 'staff', grade: 'B' }, reason: 'request' });
    const dump = await dumped();
    for (const trace of ['7700900987', 'sentinel', 'Sentinel', share]) expect(dump).not.toContain(trace);
    expect((await book.history(book.subject(address))).map((r) => r.personal)).toEqual([null, undefined]);
  });
});

describe('postgresKeyStore', () => {
  it('gives two callers at once the same share', async () => {
    const store = postgresKeyStore({ client: pool, tenant: 'keys' });
    const book = openBook('keys', pool);
    const people = Array.from({ length: 20 }, (_, i) => book.subject(`person ${i}`));
    const offers = Array.from({ length: 6 }, (_, caller) => new Map(people.map((person) => [person, Buffer.alloc(32, caller + 1)])));
    const answers = await Promise.all(offers.map((offer) => store.getOrCreate(offer)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await store.destroy(people.slice(0, 5));
    expect((await store.get(people)).size).toBe(15);
    expect((await postgresKeyStore({ client: pool, tenant: 'other' }).get(people)).size).toBe(0);
  });
});

describe('inTransaction', () => {
  it('rolls back and gives the connection back, also when the caller throws', async () => {
    await pool.query('create table tx_try (a int)');
    for (let i = 0; i < 60; i += 1) {
      await expect(
        inTransaction(pool, async (tx) => {
          await tx.query('insert into tx_try values (1)');
          throw new Error('caller');
        }),
      ).rejects.toThrow('caller');
    }
    expect((await pool.query('select count(*)::int as n from tx_try')).rows).toEqual([{ n: 0 }]);
    expect(pool.totalCount - pool.idleCount).toBe(0);
    const single = new pg.Client({ connectionString: server.url });
    await single.connect();
    await inTransaction(single, (tx) => tx.query('insert into tx_try values (2)'));
    await single.end();
    expect((await pool.query('select a from tx_try')).rows).toEqual([{ a: 2 }]);
  });

  it('does not put a connection back that broke', async () => {
    await expect(inTransaction(pool, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'))).rejects.toMatchObject({
      code: expect.stringMatching(/57P01|ECONN/),
    });
    expect(await inTransaction(pool, async (tx) => (await tx.query('select 1 as one')).rows)).toEqual([{ one: 1 }]);
  });
});

describe('a server that is gone', () => {
  it('is named as such', async () => {
    const lost = new pg.Pool({ connectionString: 'postgres://postgres:x@127.0.0.1:1/postgres', connectionTimeoutMillis: 1_000 });
    await expect(postgresConsentStore({ client: lost, tenant: 't' }).scan(0, 1)).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(postgresKeyStore({ client: lost, tenant: 't' }).get([openBook('t', lost).subject('a')])).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await lost.end();
  });
});
