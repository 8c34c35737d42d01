import type { Command, CommandIo } from '../../src/cli/command.ts';
import { isLicetError } from '../../src/errors.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as the program does: an error of licet is a line and exit code 2. */
export async function run(command: Command, args: readonly string[], world: Partial<CommandIo> = {}): Promise<Run> {
  let [out, err] = ['', ''];
  const io: CommandIo = {
    stdin: (async function* () {})(),
    stdinIsTerminal: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date('2026-04-20T12:00:00Z'),
    signal: new AbortController().signal,
    interactive: false,
    ...world,
  };
  try {
    return { code: await command.run(args, io), out, err };
  } catch (error) {
    if (!isLicetError(error)) throw error;
    return { code: 2, out, err: `${err}licet: ${error.message}\n` };
  }
}
