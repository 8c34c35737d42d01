import type { CommandIo } from '../command.ts';

/** One word after `licet consent`. */
export interface Subcommand {
  readonly summary: string;
  readonly usage: string;
  /** Resolves with the exit code, as a command's `run` does. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}
