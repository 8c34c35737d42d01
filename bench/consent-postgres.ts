import { createSecretKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import {
  createConsentBook,
  importConsents,
  noFence,
  type RecordDraft,
  type SealedRecord,
  type SubjectRef,
  sealRecord,
} from '../src/consent/index.ts';
import { subjectRef } from '../src/ledger/index.ts';
import { migrateStores, postgresConsentStore, postgresKeyStore } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { rounds } from './consent-rounds.ts';

/**
 * The consent ledger on PostgreSQL against the smallest statements that do the same rows: decisions, appends, an import, bytes on disk.
 * `node bench/consent-postgres.ts [people]`
 */
const people = Number(process.argv[2] ?? 20_000);
const BATCH = 1_000;
const server = await startProveServer(['shared_buffers=256MB', 'max_wal_size=2GB', 'autovacuum=off']);
const pool: pg.Pool = server.pool(4);
await migrateStores(pool);
const secret = createSecretKey(Buffer.alloc(32, 7));
const openBook = (tenant: string) =>
  createConsentBook({
    store: postgresConsentStore({ client: pool, tenant }),
    keys: postgresKeyStore({ client: pool, tenant }),
    tenant,
    secret,
    clock: { now: () => new Date(), monotonicMs: () => performance.now(), sleep: async () => {} },
    newId: () => crypto.randomUUID(),
    fence: noFence,
  });

/** About 300 bytes that a host keeps as evidence of a form. */
const evidenceOf = (number: number) =>
  JSON.stringify({
    page: `https://shop.example/account/newsletter?step=2&session=${number}`,
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    address: `192.0.2.${number % 250}`,
    box: 'I agree to receive offers of Example Ltd by SMS; I can stop at any time.',
    form: 'newsletter/7',
    row: number,
  });
const phoneOf = (number: number) => `+7999${String(number).padStart(7, '0')}`;
const grantOf = (number: number) =>
  ({
    address: phoneOf(number),
    sender: 'acme',
    channels: ['sms'],
    purposes: ['offers'],
    evidence: { method: 'web-form', grade: 'B' },
    note: evidenceOf(number),
  }) as const;

await bytesOnDisk();
await decisions();
await appends();
await imports();
await pool.end();
await server.stop();

async function bytesOnDisk(): Promise<void> {
  const book = openBook('bytes');
  await pool.query(`create table plain_consent (tenant text not null, phone text not null, channel text not null, purpose text not null,
    sender text not null, granted_at timestamptz not null, recorded_at timestamptz not null, evidence text not null, primary key (tenant, phone, purpose))`);
  for (let from = 0; from < people; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, index) => from + index);
    await book.grantMany(numbers.map(grantOf));
    await pool.query(
      `insert into plain_consent select 'bytes', phone, 'sms', 'offers', 'acme', now(), now(), evidence from unnest($1::text[], $2::text[]) as g (phone, evidence)`,
      [numbers.map(phoneOf), numbers.map(evidenceOf)],
    );
  }
  const size = async (table: string) => Number((await pool.query(`select pg_total_relation_size('${table}') as n`)).rows[0].n) / people;
  const [ledger, keys, plain] = [await size('licet_consent'), await size('licet_key'), await size('plain_consent')];
  const body = (await pool.query('select avg(octet_length(body))::int as body, avg(pg_column_size(c.*))::int as row from licet_consent c')).rows[0];
  console.log(
    `bytes on disk a consent with ${evidenceOf(1).length} bytes of evidence: licet ${ledger.toFixed(0)} (text ${body.body}, row ${body.row}, keys ${keys.toFixed(0)} more), plain table ${plain.toFixed(0)}: ${(ledger / plain).toFixed(2)} ×`,
  );
}

async function decisions(): Promise<void> {
  const book = openBook('bytes');
  await pool.query('vacuum analyze licet_consent');
  const subjects = Array.from({ length: people }, (_, number) => book.subject(phoneOf(number)));
  const chunk = (round: number): readonly SubjectRef[] => {
    const from = (round * BATCH * 7) % (people - BATCH);
    return subjects.slice(from, from + BATCH);
  };
  const at = new Date(Date.now() + 1_000);
  const bare = `select position, sequence, subject, encode(hash, 'hex') as hash, body from licet_consent where tenant = $1 and subject = any ($2::text[])`;
  await rounds(
    `decide ${BATCH} questions in one call, per question`,
    BATCH,
    {
      licet: async (round) => {
        const asked = chunk(round).map((subject) => ({ subject, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at }) as const);
        if ((await book.decide(asked)).some(({ allowed }) => !allowed)) throw new Error('A consent was not found.');
      },
      'bare = any': async (round) => (await pool.query(bare, ['bytes', chunk(round)])).rows.length,
    },
    60,
  );
}

async function appends(): Promise<void> {
  const store = postgresConsentStore({ client: pool, tenant: 'appends' });
  await pool.query(`create table bare_consent (position bigint not null, sequence integer not null, tenant text not null, subject text collate "C" not null,
    hash bytea not null, body text not null, primary key (tenant, subject, sequence))`);
  await pool.query('create unique index on bare_consent (tenant, position)');
  const bare = `insert into bare_consent (position, sequence, tenant, subject, hash, body)
    select $6::bigint + given.n, given.sequence, $1, given.subject, decode(given.hash, 'hex'), given.body
    from unnest($2::text[], $3::int[], $4::text[], $5::text[]) with ordinality as given (subject, sequence, hash, body, n)`;
  const draftOf = (number: number): RecordDraft => ({
    id: crypto.randomUUID(),
    kind: 'granted',
    subject: subjectRef(secret, 'appends', phoneOf(number)),
    sender: 'acme',
    channels: ['sms'],
    purposes: ['offers'],
    evidence: { method: 'web-form', grade: 'B' },
    occurredAt: new Date(),
    recordedAt: new Date(),
    sequence: 1,
    previousHash: null,
    salt: Buffer.alloc(16, number).toString('base64'),
    personal: Buffer.from(evidenceOf(number)).toString('base64'),
  });
  const drafts = (round: number) => Array.from({ length: BATCH }, (_, index) => draftOf(round * BATCH + index));
  const prepared = Array.from({ length: 42 }, (_, round) => drafts(round));
  const sealed: readonly (readonly SealedRecord[])[] = prepared.map((batch) => batch.map(sealRecord));
  let next = 0;
  let bareNext = 0;
  await rounds(
    `append ${BATCH} records in one call, per record`,
    BATCH,
    {
      'licet, sealing and hashing included': async () => {
        next += 1;
        await store.append(prepared[next]!.map(sealRecord));
      },
      'bare unnest of the same bytes': async () => {
        bareNext += 1;
        const records = sealed[bareNext]!;
        const columns = [records.map((r) => r.subject), records.map((r) => r.sequence), records.map((r) => r.hash), records.map((r) => r.body)];
        await pool.query(bare, ['appends', ...columns, bareNext * BATCH]);
      },
    },
    31,
  );
}

async function imports(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'));
  chmodSync(folder, 0o755);
  const count = Math.min(people, 20_000);
  await pool.query('create table copied (phone text not null, agreed_at timestamptz not null, evidence text not null, primary key (phone))');
  async function* rows(round: number) {
    for (let number = 0; number < count; number += 1)
      yield { line: number + 1, columns: { phone: phoneOf(round * count + number), at: '2026-03-01T10:00:00Z', evidence: evidenceOf(number) } };
  }
  await rounds(
    `import ${count} consents with evidence, per row`,
    count,
    {
      licet: async (round) => {
        const options = { list: `list-${round}`, mapping: { phone: 'phone', occurredAt: 'at', note: 'evidence' }, sender: 'acme' };
        const summary = await importConsents(openBook(`import-${round}`), rows(round), {
          ...options,
          defaults: { channels: ['sms'], purposes: ['offers'] },
        });
        if (summary.added !== count) throw new Error('A row was not imported.');
      },
      COPY: async (round) => {
        const lines: string[] = [];
        for await (const { columns } of rows(round)) lines.push(`${columns.phone}\t${columns.at}\t${columns.evidence}`);
        const file = join(folder, `list-${round}`);
        writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 });
        await pool.query(`copy copied from '${file}'`);
      },
    },
    3,
  );
  rmSync(folder, { recursive: true });
}
