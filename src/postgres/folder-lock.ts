import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readlinkSync, renameSync, statSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { StoreUnavailableError } from '../errors.ts';

/** A lock on a folder, kept alive by a heartbeat while this process runs. */
export interface FolderLock {
  /** @throws {StoreUnavailableError} when another process took the lock, because this one was stopped for too long. */
  requireHeld(): void;
  release(): void;
}

export interface FolderLockOptions {
  readonly clock: Clock;
  /** How often the lock's time stamp is renewed, in milliseconds. @default 500 */
  readonly beatMs?: number | undefined;
  /** How long a silent lock is watched before it counts as abandoned, in milliseconds. @default 10_000 */
  readonly abandonedAfterMs?: number | undefined;
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  /** Names the process table the pid is from; empty where the system does not tell. */
  readonly processTable: string;
}

/**
 * Takes the lock file beside a folder. A lock whose heartbeat stands still is taken over; one whose process is known dead, at once.
 * A pid counts only within one boot and pid namespace: in containers the same number means another process.
 * @throws {StoreUnavailableError} when another process holds it or the place cannot be written.
 */
export async function lockFolder(folder: string, options: FolderLockOptions): Promise<FolderLock> {
  const { clock, beatMs = 500, abandonedAfterMs = 10_000 } = options;
  const path = `${folder.replace(/[/\\]$/, '')}.lock`;
  const holder: Holder = { token: randomUUID(), pid: process.pid, processTable: processTable() };
  try {
    mkdirSync(dirname(path), { recursive: true });
    while (!tryCreate(path, holder)) await waitUntilAbandoned(path, { clock, pollMs: beatMs / 2, abandonedAfterMs });
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    throw new StoreUnavailableError(`The store folder ${folder} cannot be written; give one that this process may create and change.`, {
      cause: error,
    });
  }
  return keepAlive(path, holder, beatMs);
}

function tryCreate(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Returns when the lock is gone or taken away from a silent holder. */
async function waitUntilAbandoned(
  path: string,
  { clock, pollMs, abandonedAfterMs }: { readonly clock: Clock; readonly pollMs: number; readonly abandonedAfterMs: number },
): Promise<void> {
  const first = look(path);
  if (first === null) return;
  for (let waited = 0; waited < abandonedAfterMs && !isKnownDead(first.holder); waited += pollMs) {
    await clock.sleep(pollMs);
    const again = look(path);
    if (again === null) return;
    if (again.beat !== first.beat || again.text !== first.text) {
      throw new StoreUnavailableError(
        'Another process has this store folder open; PGlite serves one process. Close it there, or use a PostgreSQL server.',
      );
    }
  }
  takeAway(path, first.text);
}

/** Moves the silent lock aside. If a faster process has put its own lock there meanwhile, that one is put back. */
function takeAway(path: string, expected: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = readFileSync(aside, 'utf8');
  if (taken === expected) {
    unlinkSync(aside);
    return;
  }
  renameSync(aside, path);
  throw new StoreUnavailableError('Another process is opening this store folder; PGlite serves one process.');
}

function keepAlive(path: string, holder: Holder, beatMs: number): FolderLock {
  const mine = JSON.stringify(holder);
  let lost = false;
  const check = (): void => {
    if (look(path)?.text !== mine) lost = true;
  };
  // A heartbeat is this file's whole purpose; it must not keep the process alive.
  const beat = setInterval(() => {
    check();
    if (lost) clearInterval(beat);
    else touch(path, mine);
  }, beatMs).unref();
  let checkedAt = performance.now();
  return {
    requireHeld() {
      if (performance.now() - checkedAt > beatMs) {
        check();
        checkedAt = performance.now();
      }
      if (lost) throw new StoreUnavailableError('This process lost its store folder to another one while it was stopped; restart it.');
    },
    release() {
      clearInterval(beat);
      if (look(path)?.text === mine) unlinkSync(path);
    },
  };
}

/** Writes the same bytes again: the file system's own clock stamps them, and a file taken away is not made anew. */
function touch(path: string, text: string): void {
  try {
    const file = openSync(path, 'r+');
    writeSync(file, text, 0);
    closeSync(file);
  } catch {
    // Gone or unwritable: the next check finds out.
  }
}

function look(path: string): { readonly text: string; readonly beat: number; readonly holder: Partial<Holder> } | null {
  try {
    const beat = statSync(path).mtimeMs;
    const text = readFileSync(path, 'utf8');
    return { text, beat, holder: readHolder(text) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A lock that was cut short while it was written names nobody. */
function readHolder(text: string): Partial<Holder> {
  try {
    return JSON.parse(text) as Partial<Holder>;
  } catch {
    return {};
  }
}

function isKnownDead({ pid, processTable: table }: Partial<Holder>): boolean {
  if (pid === undefined || table === undefined || table === '' || table !== processTable()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function processTable(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
