import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stepKeyOf } from '../../src/cascade/index.ts';
import { isLicetError } from '../../src/index.ts';
import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { acceptedBy, duplicatesIn } from './house/ledger.ts';
import { type Stage, setStage } from './house/stage.ts';
import { LEASE_MS } from './house/worker-setup.ts';

const DISK_MB = 160;
const PEOPLE = 1_200;
const OPT_OUTS = 60;
const VALID_MS = 300_000;

/**
 * The database's disk is full in the midst of a campaign, on a small disk of its own (tmpfs, which only root may mount). What the provider got has an
 * intent in the database afterwards; an opt-out is either stored or refused loudly; with room again work goes on without anybody's doing. Naive:
 * an intent that could not be stored holds nothing up.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const disk = mkdtempSync(join('/tmp', 'licet-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', disk]);
  chmodSync(disk, 0o755);
  try {
    return await onDisk(disk, { seed, full, broken });
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function onDisk(disk: string, { seed, full, broken }: ProveOptions): Promise<Outcome> {
  const roll = dice(seed);
  // Few segments of the log, so that it stays small; a server without room for its log stops, and is another case.
  const flags = ['max_wal_size=48MB', 'min_wal_size=48MB', 'wal_recycle=on'];
  const stage = await setStage({ seed, honoursKeys: true, answersLookups: false, answerMs: [20, 60] }, flags, disk);
  const ballast = join(disk, 'ballast');
  try {
    await stage.plan(PEOPLE, VALID_MS);
    const workers = Array.from({ length: 2 }, () => stage.hire({ recourse: 'key', limit: 10, naive: broken ? 'send-anyway' : undefined }));
    for (const worker of workers) await worker.ready.then(() => worker.go());
    await sleep(2_000);
    const before = stage.gateway.ledger().length;
    fill(ballast);
    const optOuts = await optOutsOnAFullDisk(stage, roll);
    await sleep(full ? 20_000 : 5_000);
    const whileFull = stage.gateway.ledger().length - before;
    const freedMs = performance.now();
    rmSync(ballast);
    await nextCall(stage);
    const resumedMs = performance.now() - freedMs;
    const finished = await stage.finished(120_000 + LEASE_MS);
    const lines = stage.gateway.ledger().filter(({ kind }) => kind === 'accepted');
    const withoutIntent = await countWithoutIntent(stage);
    const sentAfter = lines.filter(({ to, atMs }) => atMs > (optOuts.stored.get(to ?? '') ?? Number.POSITIVE_INFINITY)).length;
    const lostOptOuts = await countForgotten(stage, [...optOuts.stored.keys()]);
    const figures = {
      people: PEOPLE,
      callsBefore: before,
      callsWhileFull: whileFull,
      withoutIntent,
      duplicates: duplicatesIn(acceptedBy(lines)),
      optOuts: { stored: optOuts.stored.size, refused: optOuts.refused, otherwise: optOuts.otherwise, lost: lostOptOuts, sentAfter },
      resumedMs: Math.round(resumedMs),
      finished,
      crashes: workers.filter((worker) => worker.isGone()).length,
    };
    const bad = withoutIntent + figures.duplicates + optOuts.otherwise + lostOptOuts + sentAfter + figures.crashes;
    return { ok: finished && bad === 0 && optOuts.refused > 0 && resumedMs <= 10_000, figures };
  } finally {
    rmSync(ballast, { force: true });
    await stage.strike();
  }
}

/** Takes all the room there is. */
function fill(ballast: string): void {
  const file = openSync(ballast, 'w');
  const piece = Buffer.alloc(64 * 1024, 1);
  try {
    for (;;) writeSync(file, piece);
  } catch {
    // That was the last room.
  } finally {
    closeSync(file);
  }
}

interface OptOuts {
  /** By number: when it was acknowledged, on the clock of the provider's ledger. */
  readonly stored: ReadonlyMap<string, number>;
  readonly refused: number;
  /** Neither stored nor refused as a store that cannot be used. */
  readonly otherwise: number;
}

async function optOutsOnAFullDisk({ host, audience }: Stage, roll: () => number): Promise<OptOuts> {
  const stored = new Map<string, number>();
  let [refused, otherwise] = [0, 0];
  for (let index = 0; index < OPT_OUTS; index++) {
    const address = audience[Math.floor((0.5 + roll() / 2) * audience.length)]!;
    try {
      await host.consent.withdraw({ address, evidence: { method: 'reply', grade: 'A' } });
      stored.set(address, Number(process.hrtime.bigint()) / 1e6);
    } catch (error) {
      if (isLicetError(error) && error.code === 'store-unavailable') refused += 1;
      else otherwise += 1;
    }
  }
  return { stored, refused, otherwise };
}

async function nextCall({ gateway }: Stage): Promise<void> {
  const before = gateway.ledger().length;
  for (const endMs = performance.now() + 30_000; gateway.ledger().length === before && performance.now() < endMs; ) await sleep(20);
}

/** Calls beyond those whose intents the deliveries know of. */
async function countWithoutIntent({ host, gateway }: Stage): Promise<number> {
  const calls = new Map<string, number>();
  for (const { kind, ref = '' } of gateway.ledger()) if (kind === 'accepted' || kind === 'repeat') calls.set(ref, (calls.get(ref) ?? 0) + 1);
  let beyond = 0;
  for await (const { request, steps } of host.deliveries()) {
    const intents = steps[0]?.attempts.filter(({ result }) => result?.outcome !== 'not-sent').length ?? 0;
    beyond += Math.max(0, (calls.get(stepKeyOf(request.id, 0)) ?? 0) - intents);
  }
  return beyond;
}

/** Acknowledged opt-outs the ledger does not know of. */
async function countForgotten({ host }: Stage, people: readonly string[]): Promise<number> {
  let forgotten = 0;
  for (const address of people) {
    const records = await host.consent.history(host.consent.subject(address));
    if (!records.some(({ kind }) => kind === 'withdrawn')) forgotten += 1;
  }
  return forgotten;
}
