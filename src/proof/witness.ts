import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreUnavailableError } from '../errors.ts';

/**
 * Keeps checkpoints outside the ledger's database: a file elsewhere, a mail box, an object store. Without one, a database that was set back
 * or cut cannot be told from a younger one.
 */
export interface Witness {
  /** The signed checkpoints of an origin, oldest first. */
  checkpoints(origin: string): Promise<readonly string[]>;
  /** Keeps one more for good. */
  keep(origin: string, checkpoint: string): Promise<void>;
}

/** Keeps checkpoints in this process: for tests and try-outs. */
export function memoryWitness(): Witness {
  const kept = new Map<string, string[]>();
  return {
    checkpoints: async (origin) => kept.get(origin)?.slice() ?? [],
    async keep(origin, checkpoint) {
      kept.set(origin, [...(kept.get(origin) ?? []), checkpoint]);
    },
  };
}

/** Keeps checkpoints in one file, one JSON line each. Put it on another machine's disk than the database. */
export function fileWitness(path: string): Witness {
  return {
    async checkpoints(origin) {
      const lines = await readLines(path);
      return lines.filter((line) => line.origin === origin).map((line) => line.checkpoint);
    },
    async keep(origin, checkpoint) {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, `${JSON.stringify({ origin, checkpoint })}\n`, { flush: true });
    },
  };
}

interface Line {
  readonly origin: string;
  readonly checkpoint: string;
}

async function readLines(path: string): Promise<readonly Line[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new StoreUnavailableError('The file of checkpoints cannot be read.', { cause });
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    throw new StoreUnavailableError('The file of checkpoints has a line that is not one; restore it from its copy.', { cause });
  }
}
