import type { ComplaintIntake } from '../../feedback/complaint-book.ts';
import type { ComplaintCase } from '../../feedback/complaint-case.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { ledgerOptions } from '../consent/open-ledger.ts';
import { type BadCell, badCell, type PersonLine, peopleOptions, readDate, readPeople } from '../consent/people.ts';
import type { Subcommand } from '../consent/subcommand.ts';
import { writeJson } from '../json-lines.ts';
import { openComplaints, readDoer } from './open-complaints.ts';

/** `licet complaints add`. */
export const add: Subcommand = {
  summary: 'take complaints in: marketing to these people stops, and each gets a case with its deadline',
  usage: `licet complaints add --store DIR --by NAME [PHONE] [--input FILE] [--text T] [--received INSTANT] [--sender ID] [--country CC] [--days N]
  line: {"id"?, "phone", "text"?, "received_at"?, "sender"?, "country"?, "proof_hash"?}, CSV or JSON Lines; the same line again opens nothing
  --days: days for an answer where no law sets any (default 10)`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      by: { type: 'string' },
      text: { type: 'string' },
      received: { type: 'string' },
      sender: { type: 'string' },
      days: { type: 'string' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const by = readDoer(values.by);
    const houseDays = values.days === undefined ? undefined : Number(values.days);
    if (houseDays !== undefined && !(houseDays >= 1 && houseDays <= 365)) throw new UsageError('--days takes a number from 1 to 365.');
    const { complaints, close } = await openComplaints(values, io, { use: 'write', houseDays });
    const bad = { count: 0 };
    try {
      for await (const person of readPeople(positionals, values, io, bad)) {
        const { text, received, sender } = values;
        const intake = intakeOf(person, { by, text, received, sender, now: io.now() });
        if ('expected' in intake) badCell(io, person.line, intake, bad);
        else report(await complaints.open(intake), format === 'jsonl');
      }
    } finally {
      await close();
    }
    return bad.count > 0 ? 2 : 0;

    function report(opened: ComplaintCase, asJson: boolean): void {
      if (asJson) writeJson(io, opened);
      else io.out(`${opened.id}  answer by ${opened.dueAt.toISOString()}${opened.deadline === null ? ' (no law found, own days)' : ''}\n`);
    }
  },
};

interface Defaults {
  readonly by: string;
  readonly text: string | undefined;
  readonly received: string | undefined;
  readonly sender: string | undefined;
  readonly now: Date;
}

function intakeOf({ phone, cells }: PersonLine, defaults: Defaults): ComplaintIntake | BadCell {
  const said = (name: string, fallback?: string): string | undefined => cells[name] || fallback;
  const received = said('received_at', defaults.received);
  const receivedAt = received === undefined ? defaults.now : readDate(received);
  if (receivedAt === null) return { field: 'received_at', expected: 'a day or an instant, ISO 8601' };
  const proofHash = said('proof_hash');
  if (proofHash !== undefined && !/^[0-9a-f]{64}$/u.test(proofHash)) return { field: 'proof_hash', expected: '64 hex digits' };
  const country = said('country');
  if (country !== undefined && !/^[A-Z]{2}$/u.test(country)) return { field: 'country', expected: 'an ISO country code such as RU' };
  const text = said('text', defaults.text);
  const sender = said('sender', defaults.sender);
  // what the list does not name is named by what it says: read twice, it is one complaint
  const id = said('id') ?? `list-${sha256Hex(JSON.stringify([phone, receivedAt.toISOString(), text ?? '', sender ?? ''])).slice(0, 24)}`;
  return { id, source: 'list', address: phone, receivedAt, text, sender, country, proofHash, by: defaults.by };
}
