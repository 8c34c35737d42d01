import type { ConsentBook } from '../../consent/consent-book.ts';
import type { ConsentDecision, SubjectQuestion } from '../../consent/question.ts';
import { channels, type MessageKind, messageKinds } from '../../law/vocabulary.ts';
import { type CommandIo, readFormat, readOptions } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { type BadCell, badCell, type PersonLine, peopleOptions, readDate, readPeople } from './people.ts';
import type { Subcommand } from './subcommand.ts';

const BATCH = 1_000;

/** `licet consent check`. */
export const check: Subcommand = {
  summary: 'say whether a person may be written to, and by which record',
  usage: `licet consent check --store DIR [PHONE...] [--input FILE] --sender ID --channel C [--purpose P] [--kind marketing] [--at INSTANT]
  line: {"id"?, "phone", "sender"?, "channel"?, "purpose"?, "kind"?, "at"?}; what a line does not say, the options do
  --at looks back: what had happened by then. Exit 1 when anybody may not be written to`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      sender: { type: 'string' },
      channel: { type: 'string' },
      purpose: { type: 'string' },
      kind: { type: 'string' },
      at: { type: 'string' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const defaults = { sender: values.sender, channel: values.channel, purpose: values.purpose, kind: values.kind, at: values.at };
    const { book, close } = await openLedger(values, io, { use: 'read' });
    const [bad, refused] = [{ count: 0 }, { count: 0 }];
    try {
      let waiting: Asked[] = [];
      const flush = async (): Promise<void> => {
        await answer(book, waiting, io, format, refused);
        waiting = [];
      };
      for await (const person of readPeople(positionals, values, io, bad)) {
        const question = readQuestion(person, defaults, book, io.now());
        if ('expected' in question) badCell(io, person.line, question, bad);
        else waiting.push({ person, question });
        if (waiting.length >= BATCH) await flush();
      }
      await flush();
    } finally {
      await close();
    }
    if (bad.count > 0) return 2;
    return refused.count > 0 ? 1 : 0;
  },
};

interface Asked {
  readonly person: PersonLine;
  readonly question: SubjectQuestion;
}

type Defaults = Readonly<Record<'sender' | 'channel' | 'purpose' | 'kind' | 'at', string | undefined>>;

function readQuestion({ phone, cells }: PersonLine, defaults: Defaults, book: ConsentBook, now: Date): SubjectQuestion | BadCell {
  const said = (field: keyof Defaults): string | undefined => cells[field] || defaults[field];
  const kind: MessageKind | undefined = messageKinds.find((one) => one === (said('kind') ?? 'marketing'));
  if (kind === undefined) return { field: 'kind', expected: `one of ${messageKinds.join(', ')}` };
  const channel = channels.find((one) => one === said('channel'));
  if (channel === undefined) return { field: 'channel', expected: `one of ${channels.join(', ')}` };
  const sender = said('sender');
  if (sender === undefined) return { field: 'sender', expected: 'the id of a sender' };
  const past = said('at');
  const at = past === undefined ? now : readDate(past);
  if (at === null) return { field: 'at', expected: 'an instant with offset, ISO 8601' };
  return { subject: book.subject(phone), kind, channel, sender, purpose: said('purpose'), at, historical: past !== undefined };
}

async function answer(
  book: ConsentBook,
  asked: readonly Asked[],
  io: CommandIo,
  format: 'text' | 'jsonl',
  refused: { count: number },
): Promise<void> {
  const decisions = await book.decide(asked.map(({ question }) => question));
  for (const [i, { person }] of asked.entries()) {
    const decision = decisions[i]!;
    if (!decision.allowed) refused.count += 1;
    const id = person.cells.id || person.phone;
    if (format === 'jsonl') writeJson(io, { id, ...said(decision) });
    else io.out(`${id}  ${decision.allowed ? 'allowed' : decision.reason}${reliedOn(decision)}\n`);
  }
}

function said({ record, ...rest }: ConsentDecision): object {
  return {
    allowed: rest.allowed,
    ...(rest.allowed ? {} : { reason: rest.reason }),
    record: record && { id: record.id, kind: record.kind, occurredAt: record.occurredAt, grade: record.evidence.grade, hash: record.hash },
  };
}

function reliedOn({ record }: ConsentDecision): string {
  return record === null ? '' : ` (${record.kind} ${record.occurredAt.toISOString()}, grade ${record.evidence.grade}, record ${record.id})`;
}
