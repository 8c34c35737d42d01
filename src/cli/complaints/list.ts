import { type ComplaintCase, type ComplaintState, complaintStates, isOverdue } from '../../feedback/complaint-case.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { ledgerOptions } from '../consent/open-ledger.ts';
import type { Subcommand } from '../consent/subcommand.ts';
import { writeJson } from '../json-lines.ts';
import { openComplaints } from './open-complaints.ts';

/** `licet complaints list`. */
export const listCases: Subcommand = {
  summary: 'list cases, the nearest deadline first',
  usage: `licet complaints list --store DIR [--state open|in-progress|answered|closed] [--owner NAME] [--overdue] [--format text|jsonl]
  without --state those that still want an answer; with --overdue only those whose deadline has passed, and exit code 1 when there is any`,
  async run(args, io) {
    const { values } = readOptions(args, {
      ...ledgerOptions,
      state: { type: 'string' },
      owner: { type: 'string' },
      overdue: { type: 'boolean' },
      format: { type: 'string', short: 'f' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const states = readStates(values.state);
    const { complaints, close } = await openComplaints(values, io, { use: 'read' });
    try {
      const all = await complaints.list({ states, ...(values.owner === undefined ? {} : { owner: values.owner }) });
      const cases = values.overdue === true ? all.filter((one) => isOverdue(one, io.now())) : all;
      for (const one of cases) {
        if (format === 'jsonl') writeJson(io, { ...one, overdue: isOverdue(one, io.now()) });
        else io.out(`${lineOf(one, io.now())}\n`);
      }
      return values.overdue === true && cases.length > 0 ? 1 : 0;
    } finally {
      await close();
    }
  },
};

function readStates(state: string | undefined): readonly ComplaintState[] {
  if (state === undefined) return ['open', 'in-progress'];
  const found = complaintStates.find((one) => one === state);
  if (found === undefined) throw new UsageError(`--state takes ${complaintStates.join(', ')}; "${state}" is none of them.`);
  return [found];
}

function lineOf(one: ComplaintCase, now: Date): string {
  const { id, state, owner, dueAt, deadline, regulator } = one;
  const why = regulator?.name ?? (deadline === null ? 'own days' : deadline.pack);
  return `${id}  ${state}  ${owner ?? '-'}  ${isOverdue(one, now) ? 'OVERDUE since' : 'by'} ${dueAt.toISOString()} (${why})`;
}
