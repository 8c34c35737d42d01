import { type Command, UsageError } from './command.ts';
import { answer } from './consent/answer.ts';
import { check } from './consent/check.ts';
import { erase } from './consent/erase.ts';
import { exportAll } from './consent/export.ts';
import { history } from './consent/history.ts';
import { importList } from './consent/import.ts';
import { ledgerUsage } from './consent/open-ledger.ts';
import { prove } from './consent/prove.ts';
import { reconcileList } from './consent/reconcile.ts';
import type { Subcommand } from './consent/subcommand.ts';
import { withdraw } from './consent/withdraw.ts';

const subcommands: Readonly<Record<string, Subcommand>> = {
  import: importList,
  check,
  history,
  answer,
  withdraw,
  reconcile: reconcileList,
  export: exportAll,
  prove,
  erase,
};

/** `licet consent`: the ledger from the command line. */
export const consent: Command = {
  summary: 'take over, ask, withdraw, reconcile, answer, prove and erase consents',
  usage: [...Object.values(subcommands).map(({ summary, usage }) => `${summary}:\n${usage}`), `every one of them:\n${ledgerUsage}`].join('\n\n'),
  async run([name, ...args], io) {
    const names = Object.keys(subcommands).join(', ');
    if (name === undefined) throw new UsageError(`licet consent takes one of ${names}; see licet consent --help.`);
    const found = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (found === undefined) throw new UsageError(`licet consent takes one of ${names}; "${name}" is none of them.`);
    return found.run(args, io);
  },
};
