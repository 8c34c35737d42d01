import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { StoredRecord } from '../../src/consent/index.ts';
import { migrateStores, postgresConsentStore } from '../../src/postgres/index.ts';
import { fileWitness, verifyLedger } from '../../src/proof/index.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { buildLedger, publicKey, signer } from './ledgers.ts';
import type { LoneWriter } from './r16-worker.ts';
import { startProveServer } from './server.ts';

type Faults = Record<string, number>;
/** Everything that is checked after each death; the world between two deaths. */
interface World {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly witness: string;
  readonly faults: Faults;
  readonly seen: Map<number, string>;
}

/**
 * A writer killed at each statement of its acts, before, during and after, and a server process ended in the middle of an append: the ledger is
 * sound every time, what was there stays in its place, and the same acts again complete it without one record twice. Naive: an append in several
 * statements without a transaction.
 */
export async function prove({ broken }: ProveOptions): Promise<Outcome> {
  const server = await startProveServer();
  const folder = mkdtempSync(join(tmpdir(), 'licet-prove-'));
  const pool = server.pool(6);
  try {
    await migrateStores(pool);
    const world: World = { pool, url: server.url, witness: join(folder, 'checkpoints'), faults: {}, seen: new Map() };
    const statements = Number((await write(world, { name: 'whole', broken })).said);
    let deaths = 0;
    for (let at = 1; at <= statements; at += 1)
      for (const when of ['before', 'sent', 'answered'] as const) {
        const name = `act-${at}-${when}`;
        if ((await write(world, { name, broken, death: { at, when } })).signal === 'SIGKILL') deaths += 1;
        await check(world);
        await write(world, { name, broken });
        await check(world);
      }
    const ended = broken ? 0 : await endInTheMiddle(world);
    await checkActs(world, statements);
    const torn = await tearWitness(world);
    const count = Object.values(world.faults).reduce((sum, one) => sum + one, 0);
    return { ok: count === 0 && deaths > 0, figures: { statements, deaths, endedInTheMiddle: ended, tornFiles: torn, faults: world.faults } };
  } finally {
    await pool.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fault({ faults }: World, name: string): void {
  faults[name] = (faults[name] ?? 0) + 1;
}

function write({ url, witness }: World, given: Pick<LoneWriter, 'name' | 'broken' | 'death'>): Promise<{ said: string; signal: string | null }> {
  const order: LoneWriter = { url, witness, tenant: 'prove', ...given };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'r16-worker.ts'), JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', given.broken ? 'ignore' : 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('close', (_code, signal) => resolve({ said, signal }));
  });
}

/** Sound, without gaps, and nothing that was there before has moved or changed. */
async function check(world: World): Promise<void> {
  const store = postgresConsentStore({ client: world.pool, tenant: 'prove' });
  const checkpoints = await fileWitness(world.witness).checkpoints(signer.name);
  if (!(await verifyLedger(store, { checkpoints, publicKey })).ok) fault(world, 'unsound');
  const { records } = await store.scan(0, 100_000);
  if (records.some(({ position }, index) => position !== index)) fault(world, 'gap');
  const now = new Map(records.map(({ position, hash }) => [position, hash]));
  for (const [position, hash] of world.seen) if (now.get(position) !== hash) fault(world, 'index-reused');
  for (const [position, hash] of now) world.seen.set(position, hash);
}

/** Each act of each writer stands in the ledger once. */
async function checkActs(world: World, statements: number): Promise<void> {
  const { records } = await postgresConsentStore({ client: world.pool, tenant: 'prove' }).scan(0, 100_000);
  const ids = records.map(({ body }) => (JSON.parse(body) as { readonly id: string }).id);
  if (new Set(ids).size !== ids.length) fault(world, 'act-twice');
  const acts = 5;
  if (ids.filter((id) => id.startsWith('act-')).length !== statements * 3 * acts) fault(world, 'act-missing');
}

/** The append waits for the tenant's head row while its server process is ended. */
async function endInTheMiddle(world: World): Promise<number> {
  const { rows } = await buildLedger(40, 1, 1);
  const sealed: readonly StoredRecord[] = rows;
  let ended = 0;
  for (let size = 1; size <= 20; size += 1) {
    const holder = await world.pool.connect();
    const victim = new pg.Client({ connectionString: world.url });
    victim.on('error', () => {});
    await victim.connect();
    await holder.query("begin; select 1 from licet_consent_head where tenant = 'prove' for update");
    const pid = (await victim.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
    const append = postgresConsentStore({ client: victim, tenant: 'prove' })
      .append(sealed.slice(size, size * 2))
      .then(
        () => fault(world, 'acknowledged-though-ended'),
        () => {
          ended += 1;
        },
      );
    const waiting = async () =>
      (await world.pool.query("select 1 from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'", [pid])).rows.length > 0;
    while (!(await waiting())) await sleep(2);
    await world.pool.query('select pg_terminate_backend($1)', [pid]);
    await append;
    await holder.query('rollback');
    holder.release();
    await victim.end().catch(() => {});
    await check(world);
  }
  return ended;
}

/** The checkpoints' file as a death in the middle of its last write leaves it: the ledger is still sound under what was kept before. */
async function tearWitness(world: World): Promise<number> {
  const whole = readFileSync(world.witness, 'utf8');
  const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
  const store = postgresConsentStore({ client: world.pool, tenant: 'prove' });
  const torn = join(world.witness, '..', 'torn');
  const witness = fileWitness(torn);
  let count = 0;
  for (let end = lastLine + 1; end < whole.length; end += 7) {
    count += 1;
    writeFileSync(torn, whole.slice(0, end));
    try {
      const before = await witness.checkpoints(signer.name);
      if (!(await verifyLedger(store, { checkpoints: before, publicKey })).ok) fault(world, 'unsound-after-torn-file');
      await witness.keep(signer.name, JSON.parse(whole.slice(lastLine)).checkpoint);
      const after = await witness.checkpoints(signer.name);
      if (after.length !== before.length + 1) fault(world, 'checkpoint-lost');
    } catch {
      fault(world, 'torn-file-refused');
    }
  }
  return count;
}
