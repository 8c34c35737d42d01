import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Clock } from '../clock.ts';
import { InvalidOptionsError, StoreUnavailableError } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';
import type { SqlClient } from './sql-client.ts';

/** An embedded PostgreSQL over a folder of this machine. */
export interface EmbeddedClient extends SqlClient {
  transaction<T>(run: (tx: SqlClient) => Promise<T>): Promise<T>;
  /** Closes the database and gives the folder free. */
  close(): Promise<void>;
}

export interface OpenPgliteOptions {
  readonly clock: Clock;
  /** How long a silent lock of another process is watched before it counts as abandoned, in milliseconds. @default 10_000 */
  readonly abandonedAfterMs?: number | undefined;
}

/** The part of PGlite we use. */
interface PgliteLike {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
  transaction<T>(run: (tx: SqlClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens PGlite in a folder, for this process alone: a second opener would silently lose rows, so it is refused.
 * @throws {StoreUnavailableError} when the folder cannot be written or another process has it open.
 * @throws {InvalidOptionsError} when the package `@electric-sql/pglite` is not installed.
 */
export async function openPglite(folder: string, options: OpenPgliteOptions): Promise<EmbeddedClient> {
  const create = await loadPglite();
  const lock = await lockFolder(folder, options);
  try {
    requireWritable(folder);
    await makeCluster(folder);
    const database = await create(folder);
    const guarded = <T>(work: () => Promise<T>): Promise<T> => {
      lock.requireHeld();
      return work();
    };
    return {
      query: async (text, params) => guarded(() => database.query(text, params)),
      transaction: async (run) => guarded(() => database.transaction(run)),
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    if (cause instanceof StoreUnavailableError) throw cause;
    throw new StoreUnavailableError(`The store in ${folder} cannot be opened; is it a folder that licet made?`, { cause });
  }
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new StoreUnavailableError(`The store folder ${folder} cannot be written; give one that this process may create and change.`, { cause });
  }
}

/**
 * Makes the files of a new database in a short-lived process: PGlite keeps about 400 MB of the making for as long as the process lives that
 * did it. Measured with PGlite 0.5 and Node's flags --liftoff-only --wasm-lazy-compilation: 150 MB at most when the files are there, 580 MB when
 * they are made in place. Without the flags V8's optimising compiler takes up to 700 MB for a moment.
 */
async function makeCluster(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const script = `const { PGlite } = await import(process.argv[1]); await (await PGlite.create(process.argv[2])).close();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script, import.meta.resolve('@electric-sql/pglite'), folder]);
}

async function loadPglite(): Promise<(folder: string) => Promise<PgliteLike>> {
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    return (folder) => PGlite.create(folder, { postgresqlconf: ['shared_buffers=16MB'] });
  } catch (cause) {
    throw new InvalidOptionsError('An embedded store needs PGlite: npm install @electric-sql/pglite.', [], { cause });
  }
}
