import { createSecretKey, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createConsentBook, importConsents, noFence, type RecordDraft, type SubjectRef, sealRecord } from '../src/consent/index.ts';
import { packParts } from '../src/consent/record/pack-record.ts';
import { subjectRef } from '../src/ledger/index.ts';
import { migrateStores, postgresConsentStore, postgresKeyStore, type SqlClient } from '../src/postgres/index.ts';
import { startProveServer } from '../test/prove/server.ts';
import { rounds } from './consent-rounds.ts';

/**
 * The consent ledger on PostgreSQL against the smallest statements that do the same rows: decisions, appends, an import, bytes on disk.
 * `node bench/consent-postgres.ts [people] [rows of the import]`
 */
const people = Number(process.argv[2] ?? 20_000);
const BATCH = 1_000;
const server = await startProveServer(['shared_buffers=256MB', 'max_wal_size=2GB', 'autovacuum=off']);
const pool: pg.Pool = server.pool(4);
await migrateStores(pool);
const secret = createSecretKey(Buffer.alloc(32, 7));
const openBook = (tenant: string, client: SqlClient = pool) =>
  createConsentBook({
    store: postgresConsentStore({ client, tenant }),
    keys: postgresKeyStore({ client, tenant }),
    tenant,
    secret,
    clock: { now: () => new Date(), monotonicMs: () => performance.now(), sleep: async () => {} },
    newId: () => crypto.randomUUID(),
    fence: noFence,
  });

/** What a host keeps as evidence, about 300 bytes. The shares of what packs well differ: the last does not pack at all. */
const webForm = (number: number) =>
  JSON.stringify({
    page: `https://shop.example/account/newsletter?step=2&session=${number}`,
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    address: `192.0.2.${number % 250}`,
    box: 'I agree to receive offers of Example Ltd by SMS; I can stop at any time.',
    form: 'newsletter/7',
    row: number,
  });
const callNote = (number: number) =>
  `Клиент позвонил сам, линия ${number % 40}, разговор ${number}. Спросил про доставку в Тверь, разрешил присылать цены на кровлю и утеплитель, просил не раньше десяти утра. Записала Марина, смена ${number % 3}`;
const signature = (number: number) => [0, 1, 2, 3].map((part) => hash('sha512', `${number}/${part}`, 'base64').slice(0, 75)).join('');
const kindsOfEvidence = { 'web form': webForm, 'call note': callNote, signature };
const phoneOf = (number: number) => `+7999${String(number).padStart(7, '0')}`;
const grantOf = (number: number) =>
  ({
    address: phoneOf(number),
    sender: 'acme',
    channels: ['sms'],
    purposes: ['offers'],
    evidence: { method: 'web-form', grade: 'B' },
    note: webForm(number),
  }) as const;

/** The tenant whose consents are decided on. */
const DECIDED = 'bytes web form';
const BARE = 'select position, sequence, person, body, personal from licet_consent where tenant = $1 and person = any ($2::bytea[])';

await bytesOnDisk();
await decisions();
await singleDecisions();
await appends();
await imports();
await pool.end();
await server.stop();

async function bytesOnDisk(): Promise<void> {
  for (const [name, evidence] of Object.entries(kindsOfEvidence)) {
    const tenant = `bytes ${name}`;
    const book = openBook(tenant);
    const before = await sizes();
    await pool.query(`create table "plain ${name}" (tenant text not null, phone text not null, channel text not null, purpose text not null,
      sender text not null, granted_at timestamptz not null, recorded_at timestamptz not null, evidence text not null, primary key (tenant, phone, purpose))`);
    for (let from = 0; from < people; from += BATCH) {
      const numbers = Array.from({ length: BATCH }, (_, index) => from + index);
      await book.grantMany(numbers.map((number) => ({ ...grantOf(number), note: evidence(number) })));
      await pool.query(
        `insert into "plain ${name}" select $1, phone, 'sms', 'offers', 'acme', now(), now(), evidence from unnest($2::text[], $3::text[]) as g (phone, evidence)`,
        [tenant, numbers.map(phoneOf), numbers.map(evidence)],
      );
    }
    const after = await sizes();
    const [ledger, keys] = [(after.ledger - before.ledger) / people, (after.keys - before.keys) / people];
    const plain = Number((await pool.query(`select pg_total_relation_size('"plain ${name}"') as n`)).rows[0].n) / people;
    console.log(
      `bytes on disk a consent, ${name} of ${Buffer.byteLength(evidence(1))} bytes: licet ${ledger.toFixed(0)} (${(ledger / plain).toFixed(2)} ×), with keys ${(ledger + keys).toFixed(0)} (${((ledger + keys) / plain).toFixed(2)} ×), plain table ${plain.toFixed(0)}`,
    );
  }
}

async function sizes(): Promise<{ readonly ledger: number; readonly keys: number }> {
  const { rows } = await pool.query("select pg_total_relation_size('licet_consent') as ledger, pg_total_relation_size('licet_key') as keys");
  return { ledger: Number(rows[0].ledger), keys: Number(rows[0].keys) };
}

async function decisions(): Promise<void> {
  const book = openBook(DECIDED);
  await pool.query('vacuum analyze licet_consent');
  const number = await numberOf(DECIDED);
  const subjects = Array.from({ length: people }, (_, person) => book.subject(phoneOf(person)));
  const chunk = (round: number): readonly SubjectRef[] => {
    const from = (round * BATCH * 7) % (people - BATCH);
    return subjects.slice(from, from + BATCH);
  };
  const at = new Date(Date.now() + 1_000);
  await rounds(
    `decide ${BATCH} questions in one call, per question`,
    BATCH,
    {
      licet: async (round) => {
        const asked = chunk(round).map((subject) => ({ subject, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at }) as const);
        if ((await book.decide(asked)).some(({ allowed }) => !allowed)) throw new Error('A consent was not found.');
      },
      'bare = any': async (round) => {
        const persons = chunk(round).map((subject) => Buffer.from(subject, 'base64url'));
        if ((await pool.query({ name: 'bare-any', text: BARE, values: [number, persons] })).rows.length !== BATCH)
          throw new Error('A row is missing.');
      },
    },
    60,
  );
}

async function singleDecisions(): Promise<void> {
  const client = await pool.connect();
  const book = openBook(DECIDED, client);
  const number = await numberOf(DECIDED);
  const at = new Date(Date.now() + 1_000);
  const text = 'select position, sequence, person, body, personal from licet_consent where tenant = $1 and person = $2';
  const PART = 200;
  const subjectOf = (round: number, index: number): SubjectRef => book.subject(phoneOf((round * PART * 7 + index) % people));
  await rounds(
    'decide one question after another on one connection, per question',
    PART,
    {
      licet: async (round) => {
        for (let index = 0; index < PART; index += 1) {
          const subject = subjectOf(round, index);
          const [decision] = await book.decide([{ subject, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at }]);
          if (!decision!.allowed) throw new Error('A consent was not found.');
        }
      },
      'prepared select': async (round) => {
        for (let index = 0; index < PART; index += 1) {
          const person = Buffer.from(subjectOf(round, index), 'base64url');
          if ((await client.query({ name: 'bare-one', text, values: [number, person] })).rows.length !== 1) throw new Error('A row is missing.');
        }
      },
    },
    31,
  );
  client.release();
}

async function numberOf(tenant: string): Promise<number> {
  return (await pool.query('select number from licet_consent_head where tenant = $1', [tenant])).rows[0].number;
}

async function appends(): Promise<void> {
  const store = postgresConsentStore({ client: pool, tenant: 'appends' });
  await pool.query(`create table bare_consent (position bigint not null, tenant integer not null, sequence integer not null, person bytea not null,
    body bytea not null, personal bytea, primary key (tenant, person, sequence))`);
  await pool.query('create unique index on bare_consent (tenant, position)');
  const bare = `insert into bare_consent (position, tenant, sequence, person, body, personal)
    select $1::bigint + given.n, 1, given.sequence, given.person, given.body, given.personal
    from unnest($2::int[], $3::bytea[], $4::bytea[], $5::bytea[]) with ordinality as given (sequence, person, body, personal, n)`;
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
    personal: Buffer.from(webForm(number).slice(0, 150)).toString('base64'),
  });
  const drafts = (round: number) => Array.from({ length: BATCH }, (_, index) => draftOf(round * BATCH + index));
  const prepared = Array.from({ length: 42 }, (_, round) => drafts(round));
  const rows = prepared.map((batch) =>
    batch.map(sealRecord).map((record) => ({ person: Buffer.from(record.subject, 'base64url'), ...packParts(record) })),
  );
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
        const batch = rows[bareNext]!;
        await pool.query(bare, [
          bareNext * BATCH,
          batch.map(() => 1),
          batch.map(({ person }) => person),
          batch.map(({ body }) => body),
          batch.map(({ personal }) => personal),
        ]);
      },
    },
    31,
  );
}

async function imports(): Promise<void> {
  const count = Number(process.argv[3] ?? Math.min(people, 20_000));
  await pool.query('create table copied (phone text not null, agreed_at timestamptz not null, evidence text not null, primary key (phone))');
  async function* rows(round: number) {
    for (let number = 0; number < count; number += 1)
      yield { line: number + 1, columns: { phone: phoneOf(round * count + number), at: '2026-03-01T10:00:00Z', evidence: webForm(number) } };
  }
  async function* lines(round: number) {
    let text = '';
    for await (const { columns } of rows(round)) {
      text += `${columns.phone}\t${columns.at}\t${columns.evidence}\n`;
      if (text.length < 65_536) continue;
      yield text;
      text = '';
    }
    yield text;
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
        const client = await pool.connect();
        await pipeline(Readable.from(lines(round)), client.query(copyFrom('copy copied from stdin')));
        client.release();
      },
    },
    count > 200_000 ? 1 : 3,
  );
}
