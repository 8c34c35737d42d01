import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Erasure, KeyStore, SubjectRef } from '../../src/consent/index.ts';
import type { Messenger, MessengerStores } from '../../src/index.ts';
import { migrateStores, postgresConsentStore, postgresKeyStore } from '../../src/postgres/index.ts';
import { createLedgerLog, createProofBundle, erasureAct, erasureActPage, memoryWitness, verifyBundle, verifyLedger } from '../../src/proof/index.ts';
import { fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { grantTo, openHouse, saleCampaign, TENANT, witness } from './house.ts';
import { publicKey, signer } from './ledgers.ts';
import { needleCounter } from './needles.ts';
import { type ProveServer, startProveServer } from './server.ts';

const AT_ONCE = 8;
/** People who stay, so that the proofs of the rest are there to be broken. */
const STAYING = 100;

/**
 * After an erasure nothing that identifies the person stands in a dump of any table, in exports, bundles, acts or events; no key that opens what is
 * left stands in the dump or, after a vacuum, in the tables' files; all proofs still verify and the act says what order 179 asks for. Naive: a key
 * store that marks shares as deleted.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const people = full ? 10_000 : 1_000;
  const server = await startProveServer(['autovacuum=off']);
  const pool = server.pool(AT_ONCE);
  try {
    await migrateStores(pool);
    const messenger = openHouse({ client: pool, provider: witness([], () => 0), worker: 'w', ...(broken ? { swap: softDelete } : {}) });
    const events = listen(messenger);
    const everybody = Array.from({ length: people + STAYING }, (_, index) => fictionPhone(index));
    const erased = everybody.slice(0, people);
    await live(messenger, everybody);
    const subjects = erased.map(messenger.consent.subject);
    const shares = await postgresKeyStore({ client: pool, tenant: TENANT }).get(subjects);
    if (shares.size !== people || (await find(pool, { 'a share': [hexOf(shares.values().next().value!)] }))['a share'] !== 1)
      throw new Error('The search does not find what is there.');
    const erasures = await eraseAll(messenger, erased);
    await runToTheEnd(messenger);
    for (const table of ['licet_key', 'licet_delivery', 'licet_attempt', 'licet_receipt', 'licet_document']) await pool.query(`vacuum full ${table}`);
    await pool.query('checkpoint');

    const needles = {
      phone: erased.map((phone) => phone.slice(1)),
      text: erased.flatMap((_, index) => wordsOf(index)),
      share: [...shares.values()].map(hexOf),
    };
    const inTables = await findByTable(pool, needles);
    const told = [...events, ...(await exported(messenger, erased.length)), ...erasures.flatMap(pagesOf)].join('\n');
    const inTexts = Object.fromEntries(Object.entries(needles).map(([name, all]) => [name, needleCounter(all)(told)]));
    const inFiles = sharesInFiles(server, [...shares.values()]);
    const proofs = await proofsThatFail(pool, messenger, everybody.slice(people - 50));
    const acts = erasures.filter((erasure) => !isComplete(erasure)).length;
    const ok =
      Object.keys(inTables).length === 0 && Object.values(inTexts).every((count) => count === 0) && inFiles === 0 && proofs === 0 && acts === 0;
    return {
      ok,
      figures: {
        erased: people,
        foundInTables: inTables,
        foundInTexts: inTexts,
        sharesInFiles: inFiles,
        proofsThatFail: proofs,
        actsIncomplete: acts,
      },
    };
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** Marks instead of destroying. */
function softDelete(stores: MessengerStores): MessengerStores {
  const gone = new Set<SubjectRef>();
  const keys = stores.keyStore!;
  const keyStore: KeyStore = {
    ...keys,
    get: async (subjects) => keys.get(subjects.filter((subject) => !gone.has(subject))),
    async destroy(subjects) {
      for (const subject of subjects) gone.add(subject);
    },
  };
  return { ...stores, keyStore };
}

/** All that the messenger tells its host, as text. */
function listen(messenger: Messenger): readonly string[] {
  const told: string[] = [];
  for (const name of ['delivery-planned', 'step-submitted', 'step-fell-back', 'delivery-deferred', 'delivery-settled', 'late-delivery'] as const)
    messenger.events.on(name, (event: unknown) => void told.push(JSON.stringify(event)));
  return told;
}

/** People agree in several ways, get a message, and some of them are written to again later. */
/** What identifies one person by words, closed by a full stop so that nobody's words are the start of somebody else's. */
function wordsOf(index: number): readonly string[] {
  return [`Sentinel Name ${index}.`, `sentinel-${index}.`, `sentinel-contract-${index}.`];
}

async function live(messenger: Messenger, everybody: readonly string[]): Promise<void> {
  await messenger.consent.grantMany(
    everybody.map((address, index) => ({
      ...grantTo(address),
      note: `Sentinel Name ${index}.`,
      sourceUrl: `https://shop.example/?who=sentinel-${index}.`,
      details: { contract: `sentinel-contract-${index}.` },
    })),
  );
  const audience = everybody.map((to, index) => ({ to, values: { name: `Sentinel Name ${index}.` } }));
  await messenger.campaign({ ...saleCampaign(), id: 'first', audience });
  await runToTheEnd(messenger);
  await messenger.campaign({ ...saleCampaign(), id: 'later', startAt: new Date(Date.now() + 600_000), audience });
}

async function runToTheEnd(messenger: Messenger): Promise<void> {
  for (let idle = 0; idle < 2; ) idle = (await messenger.tick({ limit: 500 })).done === 0 ? idle + 1 : 0;
}

async function eraseAll(messenger: Messenger, phones: readonly string[]): Promise<readonly Erasure[]> {
  const erasures: Erasure[] = [];
  const waiting = [...phones];
  const worker = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop())
      erasures.push(await messenger.consent.erase({ address, evidence: { method: 'staff', grade: 'B' }, reason: 'request' }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return erasures;
}

type Needles = Readonly<Record<string, readonly string[]>>;

/** How many needles of each kind stand somewhere in a dump of all tables. */
async function find(pool: pg.Pool, needles: Needles): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const counts of Object.values(await findByTable(pool, needles)))
    for (const [name, count] of Object.entries(counts)) found[name] = (found[name] ?? 0) + count;
  return found;
}

async function findByTable(pool: pg.Pool, needles: Needles): Promise<Record<string, Record<string, number>>> {
  const found: Record<string, Record<string, number>> = {};
  const counters = Object.entries(needles).map(([name, all]) => [name, needleCounter(all)] as const);
  const tables = (await pool.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")).rows;
  for (const { name: table } of tables) {
    // Every column as text, bytes in hexadecimal: what a plain dump holds.
    const dump = (await pool.query<{ line: string }>(`select t::text as line from ${table} t`)).rows.map(({ line }) => line).join('\n');
    for (const [name, countIn] of counters) {
      const count = countIn(dump);
      if (count > 0) found[table] = { ...found[table], [name]: count };
    }
  }
  return found;
}

/** What leaves the house about everybody: the export, the first people's histories. */
async function exported(messenger: Messenger, people: number): Promise<readonly string[]> {
  const lines: string[] = [];
  let index = 0;
  for await (const record of messenger.consent.exportAll()) {
    const stays = index >= people && record.kind === 'granted';
    if (!stays) lines.push(JSON.stringify(record));
    index += 1;
  }
  return lines;
}

function pagesOf(erasure: Erasure): readonly string[] {
  const act = erasureAct(erasure, actDetails);
  return [JSON.stringify(act), erasureActPage(act, 'ru'), erasureActPage(act, 'en')];
}

const actDetails = {
  operator: { name: 'ООО «Ромашка»', address: 'Москва' },
  processor: { name: 'ООО «Рассылка»', address: 'Казань' },
  destroyedBy: [{ name: 'И. И. Иванов', position: 'администратор' }],
  systems: ['CRM', 'licet'],
  media: [{ name: 'анкета', sheets: 1 }],
};

/** The fields of order 179, each by its own name: the act's and those of the extract of the event log. */
function isComplete(erasure: Erasure): boolean {
  const act = erasureAct(erasure, actDetails);
  const page = erasureActPage(act, 'ru');
  const said = [
    ...[act.operator.name, act.operator.address, act.processor?.name, act.processor?.address, act.subject, act.reason, act.method],
    ...[act.systems.join(), act.media?.[0]?.name, act.destroyedBy[0]?.name, act.destroyedBy[0]?.position, act.destroyedAt.toISOString()],
    ...[act.log.subject, act.log.reason, act.log.systems.join(), act.log.destroyedAt.toISOString(), act.log.record.id, act.log.record.hash],
  ];
  const labels = [
    'Оператор',
    'Субъект',
    'категорий',
    'Информационная система',
    'Способ',
    'Причина',
    'Дата',
    'Уничтожение провели',
    'Выгрузка из журнала',
  ];
  const years = act.keepUntil.getUTCFullYear() - act.destroyedAt.getUTCFullYear();
  return (
    said.every(Boolean) &&
    act.categories.length === 4 &&
    act.log.categories.length === 4 &&
    years === 3 &&
    labels.every((label) => page.includes(label))
  );
}

/** Shares that stand as bytes in a file of the tables. The write-ahead log is not looked into: it ends with its segments. */
function sharesInFiles({ folder }: ProveServer, shares: readonly Uint8Array[]): number {
  const countIn = needleCounter(shares.map(latin1));
  let found = 0;
  for (const file of readdirSync(join(folder, 'base'), { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, 'base', file);
    if (!statSync(path).isFile()) continue;
    found += countIn(latin1(readFileSync(path)));
  }
  return found;
}

/** The whole ledger, and bundles of the erased and of those who stayed. */
async function proofsThatFail(pool: pg.Pool, messenger: Messenger, phones: readonly string[]): Promise<number> {
  const store = postgresConsentStore({ client: pool, tenant: TENANT });
  const kept = memoryWitness();
  const log = createLedgerLog({ store, signer, witness: kept });
  let failed = 0;
  for (const subject of phones.map(messenger.consent.subject)) {
    const dataKey = await messenger.consent.disclosureKey(subject);
    const bundle = await createProofBundle({ store, log, signer, subject, notices: [], dataKey });
    if (!verifyBundle(bundle, { publicKey }).ok) failed += 1;
  }
  const verdict = await verifyLedger(store, { checkpoints: await kept.checkpoints(signer.name), publicKey });
  return failed + (verdict.ok ? 0 : 1);
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
