import { open } from 'node:fs/promises';
import { UsageError } from '../command.ts';

/** Opens a file to be written, for this user alone: what is written names people. @throws {UsageError} when it cannot be written. */
export async function openOutput(option: string, path: string): ReturnType<typeof open> {
  try {
    return await open(path, 'w', 0o600);
  } catch (cause) {
    throw new UsageError(`"${path}" cannot be written; give ${option} a file in a folder that exists.`, { cause });
  }
}
