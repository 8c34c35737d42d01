import type { ConsentBook } from '../../consent/consent-book.ts';
import type { ConsentDecision } from '../../consent/decide/question.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import { channels, type MessageKind, messageKinds } from '../../law/vocabulary.ts';
import { type CommandIo, readFormat, readOptions } from '../command.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { type BadCell, badCell, type PersonLine, peopleOptions, readDate, readPeople } from './people.ts';
import { type QuestionByLaw, questionsByLaw } from './question-by-law.ts';
import type { Subcommand } from './subcommand.ts';

const BATCH = 1_000;

/** `licet consent check`. */
export const check: Subcommand = {
  summary: 'say whether a person may be written to, and by which record',
  usage: `licet consent check --store DIR [PHONE...] [--input FILE] --sender ID --channel C [--purpose P] [--kind marketing] [--at INSTANT]
  line: {"id"?, "phone", "sender"?, "channel"?, "purpose"?, "kind"?, "at"?}; what a line does not say, the options do
  as a clearance decides, by the law of the number’s country: advertising where no law is known is refused (no-law-pack).
  --at looks back: what had happened by then, and the law of that day. Exit 1 when anybody may not be written to`,
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
    const ask = questionsByLaw(await loadAllPacks());
    const { book, close } = await openLedger(values, io, { use: 'read' });
    const [bad, refused] = [{ count: 0 }, { count: 0 }];
    try {
      let waiting: Asked[] = [];
      const flush = async (): Promise<void> => {
        await answer(book, waiting, io, format, refused);
        waiting = [];
      };
      for await (const person of readPeople(positionals, values, io, bad)) {
        const read = readQuestion(person, defaults, book, io.now(), ask);
        if ('expected' in read) badCell(io, person.line, read, bad);
        else waiting.push({ person, ...read });
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

type Asked = QuestionByLaw & { readonly person: PersonLine };

type Ask = ReturnType<typeof questionsByLaw>;

type Defaults = Readonly<Record<'sender' | 'channel' | 'purpose' | 'kind' | 'at', string | undefined>>;

function readQuestion({ phone, country, cells }: PersonLine, defaults: Defaults, book: ConsentBook, now: Date, ask: Ask): QuestionByLaw | BadCell {
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
  const asked = ask({ phone, country: country ?? '', subject: book.subject(phone), kind, channel, sender, purpose: said('purpose') }, at);
  return 'question' in asked ? { question: { ...asked.question, historical: past !== undefined } } : asked;
}

async function answer(
  book: ConsentBook,
  asked: readonly Asked[],
  io: CommandIo,
  format: 'text' | 'jsonl',
  refused: { count: number },
): Promise<void> {
  const questions = asked.flatMap((one) => ('question' in one ? one.question : []));
  const decisions = (await book.decide(questions)).values();
  for (const one of asked) {
    const { person } = one;
    const decision: Answer = 'question' in one ? decisions.next().value! : { allowed: false, reason: one.barredBy, record: null };
    if (!decision.allowed) refused.count += 1;
    const id = person.cells.id || person.phone;
    if (format === 'jsonl') writeJson(io, { id, ...said(decision) });
    else io.out(`${id}  ${decision.allowed ? 'allowed' : decision.reason}${reliedOn(decision)}\n`);
  }
}

type Answer = ConsentDecision | { readonly allowed: false; readonly reason: 'no-law-pack' | 'channel-barred'; readonly record: null };

function said({ record, ...rest }: Answer): object {
  return {
    allowed: rest.allowed,
    ...(rest.allowed ? {} : { reason: rest.reason }),
    record: record && { id: record.id, kind: record.kind, occurredAt: record.occurredAt, grade: record.evidence.grade, hash: record.hash },
  };
}

function reliedOn({ record }: Answer): string {
  return record === null ? '' : ` (${record.kind} ${record.occurredAt.toISOString()}, grade ${record.evidence.grade}, record ${record.id})`;
}
