import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
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

/**
 * Keeps checkpoints in one file, one JSON line each. Put it on another machine's disk than the database. A last line that a crash tore was never
 * acknowledged: it is passed over, and taken out before the next one is written.
 */
export function fileWitness(path: string): Witness {
  return {
    async checkpoints(origin) {
      const { lines } = split(await readText(path));
      return lines.filter((line) => line.origin === origin).map((line) => line.checkpoint);
    },
    async keep(origin, checkpoint) {
      const text = await readText(path);
      const { torn } = split(text);
      if (torn !== '') await truncate(path, Buffer.byteLength(text.slice(0, text.length - torn.length)));
      await mkdir(dirname(path), { recursive: true });
      const open = torn === '' && text !== '' && !text.endsWith('\n');
      await appendFile(path, `${open ? '\n' : ''}${JSON.stringify({ origin, checkpoint })}\n`, { flush: true });
    },
  };
}

interface Line {
  readonly origin: string;
  readonly checkpoint: string;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return '';
    throw new StoreUnavailableError('The file of checkpoints cannot be read.', { cause });
  }
}

/** The lines of the file, and what stands behind the last end of a line when that is not a whole one. */
function split(text: string): { readonly lines: readonly Line[]; readonly torn: string } {
  const whole = text.split('\n');
  const last = whole.pop() ?? '';
  const lines = whole.filter((line) => line !== '').map(readLine);
  if (last === '') return { lines, torn: '' };
  try {
    return { lines: [...lines, JSON.parse(last) as Line], torn: '' };
  } catch {
    return { lines, torn: last };
  }
}

function readLine(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch (cause) {
    throw new StoreUnavailableError('The file of checkpoints has a line that is not one; restore it from its copy.', { cause });
  }
}
