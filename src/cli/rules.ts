import { loadAllPacks } from '../law/packs/all.ts';
import { type Command, type CommandIo, UsageError } from './command.ts';
import { rulesChanges } from './rules/rules-changes.ts';
import { rulesExplain } from './rules/rules-explain.ts';
import { rulesList } from './rules/rules-list.ts';

const parts: Readonly<Record<string, typeof rulesList>> = { list: rulesList, explain: rulesExplain, changes: rulesChanges };

/** `licet rules`: the rules in force, one rule's whole card, and what changes when. */
export const rules: Command = {
  summary: 'list the rules in force, explain one, or show what changes when',
  usage:
    'licet rules list [--country CC[,CC]] [--on DATE] [--format text|jsonl] [--language en|ru]\nlicet rules explain ID [--country CC[,CC]] [--on DATE] [--format text|jsonl] [--language en|ru]\nlicet rules changes --since DATE [--until DATE] [--country CC[,CC]] [--store DIR | --database-url URL [--tenant T]] [--format text|jsonl] [--language en|ru]\n  with a store: the running campaigns and the templates that each change touches\n  DATE: 2026-11-23; list and explain take today unless --on is given; both days of changes are included\n  exit: 0, or 2 for bad use',
  async run(args: readonly string[], io: CommandIo) {
    const [name, ...rest] = args;
    const part = name !== undefined && Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined)
      throw new UsageError(`licet rules takes ${Object.keys(parts).join(', ')}${name === undefined ? '' : `; "${name}" is none of them`}.`);
    return part(rest, await loadAllPacks(), io);
  },
};
