import type { WithdrawAct } from '../../consent/consent-act.ts';
import type { ConsentBook } from '../../consent/consent-book.ts';
import type { Evidence } from '../../consent/record/record.ts';
import { readFormat, readOptions } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { type BadCell, badCell, type PersonLine, peopleOptions, readChannels, readDate, readPeople, readWords } from './people.ts';
import type { Subcommand } from './subcommand.ts';

const methods: readonly Evidence['method'][] = [
  'staff',
  'call',
  'paper',
  'reply',
  'link',
  'web-form',
  'platform',
  'provider',
  'carrier',
  'api',
  'import',
];

/** `licet consent withdraw`. */
export const withdraw: Subcommand = {
  summary: 'record that a person takes consent back; nothing more starts when it is done',
  usage: `licet consent withdraw --store DIR [PHONE...] [--input FILE] [--sender ID] [--channel C,C] [--purpose P,P] [--method staff] [--actor WHO] [--reason R] [--dry-run]
  line: {"id"?, "phone", "sender"?, "channels"?, "purposes"?, "method"?, "reason"?, "occurred_at"?}; what nobody says means all
  --method: ${methods.join(', ')}`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      sender: { type: 'string' },
      channel: { type: 'string' },
      purpose: { type: 'string' },
      method: { type: 'string' },
      actor: { type: 'string' },
      reason: { type: 'string' },
      'dry-run': { type: 'boolean' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const defaults = { sender: values.sender, channels: values.channel, purposes: values.purpose, method: values.method, reason: values.reason };
    const { book, close } = await openLedger(values, io, { use: values['dry-run'] === true ? 'read' : 'write' });
    const bad = { count: 0 };
    try {
      for await (const person of readPeople(positionals, values, io, bad)) {
        const act = readAct(person, { ...defaults, actor: values.actor });
        if ('expected' in act) {
          badCell(io, person.line, act, bad);
          continue;
        }
        const id = person.cells.id || person.phone;
        const done = values['dry-run'] === true ? await foresee(book, act) : { recorded: true, ...(await book.withdraw(act)) };
        if (format === 'jsonl') writeJson(io, { id, ...done });
        else io.out(`${id}  ${describe(done)}\n`);
      }
    } finally {
      await close();
    }
    return bad.count > 0 ? 2 : 0;
  },
};

type Defaults = Readonly<Record<'sender' | 'channels' | 'purposes' | 'method' | 'reason' | 'actor', string | undefined>>;

function readAct({ phone, cells }: PersonLine, defaults: Defaults): WithdrawAct | BadCell {
  const said = (field: keyof Defaults): string | undefined => cells[field] || defaults[field];
  const method = methods.find((one) => one === (said('method') ?? 'staff'));
  if (method === undefined) return { field: 'method', expected: `one of ${methods.join(', ')}` };
  const channels = readChannels(said('channels') ?? '');
  if (channels === null) return { field: 'channels', expected: 'channels such as sms,whatsapp' };
  const purposes = readWords(said('purposes') ?? '');
  const occurredAt = cells.occurred_at ? readDate(cells.occurred_at) : undefined;
  if (occurredAt === null) return { field: 'occurred_at', expected: 'an instant, ISO 8601' };
  return {
    address: phone,
    sender: said('sender'),
    channels: channels.length === 0 ? '*' : channels,
    purposes: purposes.length === 0 ? '*' : purposes,
    reason: said('reason'),
    occurredAt,
    evidence: { method, grade: 'B', actor: defaults.actor ?? 'licet consent withdraw' },
  };
}

type Done =
  | { readonly recorded: false; readonly records: number }
  | { readonly recorded: boolean; readonly recordId: string; readonly complete: boolean; readonly inFlight: readonly object[] };

async function foresee(book: ConsentBook, { address }: WithdrawAct): Promise<Done> {
  const subject = book.subject(address ?? '');
  return { recorded: false, records: (await book.load([subject])).get(subject)?.length ?? 0 };
}

function describe(done: Done): string {
  if (!('recordId' in done)) return `would be withdrawn; ${done.records} records so far`;
  return `withdrawn, record ${done.recordId}${done.complete ? '' : `; already on their way: ${done.inFlight.length}`}`;
}
