import { type Command, UsageError } from './command.ts';
import { add } from './complaints/add.ts';
import { assign, move, regulator } from './complaints/change.ts';
import { listCases } from './complaints/list.ts';
import { pack } from './complaints/pack.ts';
import { ledgerUsage } from './consent/open-ledger.ts';
import type { Subcommand } from './consent/subcommand.ts';

const subcommands: Readonly<Record<string, Subcommand>> = { add, list: listCases, assign, move, regulator, pack };

/** `licet complaints`: cases, deadlines and answers. */
export const complaints: Command = {
  summary: 'take in, list, assign and answer complaints',
  usage: [...Object.values(subcommands).map(({ summary, usage }) => `${summary}:\n${usage}`), `every one of them:\n${ledgerUsage}`].join('\n\n'),
  async run([name, ...args], io) {
    const found = name !== undefined && Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (found === undefined)
      throw new UsageError(`licet complaints takes one of ${Object.keys(subcommands).join(', ')}; see licet complaints --help.`);
    return found.run(args, io);
  },
};
