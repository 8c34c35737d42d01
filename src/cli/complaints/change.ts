import type { ComplaintBook, Doing } from '../../feedback/complaint-book.ts';
import { type ComplaintCase, complaintStates } from '../../feedback/complaint-case.ts';
import { readOptions, UsageError } from '../command.ts';
import { ledgerOptions } from '../consent/open-ledger.ts';
import { readDate } from '../consent/people.ts';
import type { Subcommand } from '../consent/subcommand.ts';
import { openComplaints, readDoer } from './open-complaints.ts';

const options = {
  ...ledgerOptions,
  by: { type: 'string' },
  'proof-hash': { type: 'string' },
  name: { type: 'string' },
  reference: { type: 'string' },
  due: { type: 'string' },
} as const;

type Values = ReturnType<typeof readOptions<typeof options>>['values'];
type Change = (book: ComplaintBook, doing: Doing) => Promise<ComplaintCase>;

/** A subcommand that changes one case. `read` says how, or what was expected. */
function changing(summary: string, usage: string, read: (words: readonly string[], values: Values) => Change): Subcommand {
  return {
    summary,
    usage,
    async run(args, io) {
      const { values, positionals } = readOptions(args, options);
      const change = read(positionals, values);
      const doing = { by: readDoer(values.by), at: io.now(), proofHash: values['proof-hash'] };
      const { complaints, close } = await openComplaints(values, io, { use: 'write' });
      try {
        const { id, state, owner, dueAt } = await change(complaints, doing);
        io.out(`${id}  ${state}  ${owner ?? '-'}  by ${dueAt.toISOString()}\n`);
      } finally {
        await close();
      }
      return 0;
    },
  };
}

/** `licet complaints assign`. */
export const assign: Subcommand = changing('give a case to somebody', 'licet complaints assign ID OWNER --store DIR --by NAME', ([id, owner]) => {
  if (id === undefined || owner === undefined) throw new UsageError('licet complaints assign takes the id of a case and its owner.');
  return (book, doing) => book.assign(id, owner, doing);
});

/** `licet complaints move`. */
export const move: Subcommand = changing(
  'bring a case into another state',
  `licet complaints move ID ${complaintStates.join('|')} --store DIR --by NAME [--proof-hash SHA256]
  --proof-hash: of the answer that was sent`,
  ([id, wanted], values) => {
    const state = complaintStates.find((one) => one === wanted);
    if (id === undefined || state === undefined)
      throw new UsageError(`licet complaints move takes the id of a case and one of ${complaintStates.join(', ')}.`);
    const hash = values['proof-hash'];
    if (hash !== undefined && !/^[0-9a-f]{64}$/u.test(hash)) throw new UsageError('--proof-hash takes 64 hex digits.');
    return (book, doing) => book.move(id, state, doing);
  },
);

/** `licet complaints regulator`. */
export const regulator: Subcommand = changing(
  'note that a regulator asks, and by when it wants the answer',
  'licet complaints regulator ID --name NAME --reference NUMBER --due INSTANT --store DIR --by NAME',
  ([id], { name, reference, due }) => {
    const dueAt = readDate(due ?? '');
    if (id === undefined || name === undefined || reference === undefined || dueAt === null)
      throw new UsageError('licet complaints regulator takes the id of a case, --name, --reference and --due (ISO 8601).');
    return (book, doing) => book.involveRegulator(id, { name, reference, dueAt }, doing);
  },
);
