#!/usr/bin/env node
import { isLicetError } from '../errors.ts';
import type { Command, CommandIo } from './command.ts';
import { commands } from './commands.ts';

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

const io: CommandIo = {
  stdin: process.stdin,
  stdinIsTerminal: process.stdin.isTTY === true,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  now: () => new Date(),
  signal: controller.signal,
  interactive: process.stdout.isTTY === true,
};

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    io.err(`licet: there is no command "${name}". Run "licet help" for the list.\n`);
    return 2;
  }
  const command: Command = await load.load();
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  return command.run(args, io);
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((key) => key.length));
  const lines = Object.entries(commands).map(([key, { summary }]) => `  ${key.padEnd(width)}  ${summary}`);
  return `licet: lawful mass messaging\n\n${lines.join('\n')}\n\nlicet COMMAND --help shows a command's input and options.\n`;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!isLicetError(error)) throw error;
  io.err(`licet: ${error.message}\n`);
  process.exitCode = 2;
}
