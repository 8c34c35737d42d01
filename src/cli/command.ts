import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LicetError } from '../errors.ts';

/** The world as a command sees it: streams, the day, and nothing global. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** True when standard input is a terminal: a command that reads lines says so instead of waiting for ever. */
  readonly stdinIsTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** True when progress may redraw itself. */
  readonly interactive: boolean;
}

/** One `licet` command. */
export interface Command {
  /** One line for the overview. */
  readonly summary: string;
  readonly usage: string;
  /** Resolves with the exit code: 0 clean, 1 findings or a negative verdict, 2 bad input or use. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** The call's words are off: what was expected, and how to see the right ones. */
export class UsageError extends LicetError<'usage'> {
  override readonly name = 'UsageError';
  constructor(message: string, options?: ErrorOptions) {
    super('usage', message, options);
  }
}

/** Options every command that reads lines takes. */
export const lineOptions: {
  readonly input: { readonly type: 'string'; readonly short: 'i' };
  readonly format: { readonly type: 'string'; readonly short: 'f' };
} = {
  input: { type: 'string', short: 'i' },
  format: { type: 'string', short: 'f' },
};

/**
 * Reads a command's options strictly.
 * @throws {UsageError} for an option the command does not have.
 */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options could not be read.');
  }
}

/**
 * One of the words an option takes.
 * @throws {UsageError} naming the formats the command has.
 */
export function readFormat<const F extends string>(given: string | undefined, formats: readonly F[], fallback: F, option = '--format'): F {
  if (given === undefined) return fallback;
  const found = formats.find((format) => format === given);
  if (found === undefined) throw new UsageError(`${option} takes ${formats.join(', ')}; "${given}" is none of them.`);
  return found;
}
