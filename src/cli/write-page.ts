import { writeFile } from 'node:fs/promises';
import { type CommandIo, UsageError } from './command.ts';

/** Writes a page to a file, or to standard output without one. @throws {UsageError} when the file cannot be written. */
export async function writePage(io: CommandIo, path: string | undefined, page: string, what: string): Promise<void> {
  if (path === undefined) return io.out(page);
  try {
    await writeFile(path, page);
  } catch (cause) {
    throw new UsageError(`The ${what} cannot be written to "${path}"; give --output a file in a folder that exists and may be written.`, { cause });
  }
}
