import type { Channel } from '../../law/vocabulary.ts';
import type { ImportAct } from '../consent-act.ts';
import type { ConsentBook } from '../consent-book.ts';
import type { ConsentRecord, Evidence, EvidenceGrade, SubjectRef } from '../record/record.ts';
import { isRefusal, type WrittenRecord } from '../record-writer.ts';
import { type PlannedRow, readRow } from './import-row.ts';
import type { ImportRow } from './import-source.ts';
import type { NoticeText } from './notice-text.ts';

/** What a column of the list means. */
export interface ImportMapping {
  readonly phone: string;
  /** What the row says happened: `imported` (a claim), `granted` (an act of which this list is the record) or `withdrawn`. @default 'imported' */
  readonly event?: string | undefined;
  /** When the person acted: ISO 8601. A row without it is refused, unless `defaults.occurredAt` says. */
  readonly occurredAt?: string | undefined;
  readonly sender?: string | undefined;
  /** Lists separated by comma, semicolon or bar. */
  readonly channels?: string | undefined;
  readonly purposes?: string | undefined;
  /** How it was collected, in the words of `Evidence.method`. */
  readonly method?: string | undefined;
  readonly grade?: string | undefined;
  /** ISO country of a number without a country code. */
  readonly country?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly note?: string | undefined;
  readonly validUntil?: string | undefined;
  /** Version and language of the text the person saw, and its SHA-256 in hex; without the hash the text is looked up among `notices`. */
  readonly noticeVersion?: string | undefined;
  readonly noticeLanguage?: string | undefined;
  readonly noticeHash?: string | undefined;
}

/** What holds for rows that do not say, and for the list as a whole. */
export interface ImportOptions {
  /** Names the list for ever: rows of a list imported before are known by it and add nothing. */
  readonly list: string;
  readonly mapping: ImportMapping;
  /** Sender of rows that name none. A row without any is refused; a withdrawal then covers every sender. */
  readonly sender?: string | undefined;
  readonly defaults?:
    | {
        readonly channels?: readonly Channel[] | undefined;
        readonly purposes?: readonly string[] | undefined;
        readonly occurredAt?: Date | undefined;
        /** ISO country of numbers without a country code. */
        readonly country?: string | undefined;
      }
    | undefined;
  /** A list is a claim, whatever it was collected with. @default 'C' */
  readonly grade?: EvidenceGrade | undefined;
  /** The text that people of rows which name none saw. */
  readonly notice?: Evidence['notice'] | undefined;
  /** Texts that rows name by version and language. Keep them where proofs are made: the ledger holds their hashes only. */
  readonly notices?: readonly NoticeText[] | undefined;
  /** Says what would happen and writes nothing. @default false */
  readonly dryRun?: boolean | undefined;
  /** Rows per append. @default 1_000 */
  readonly batch?: number | undefined;
  readonly onError?: ((error: ImportError) => void) | undefined;
  readonly onProgress?: ((summary: ImportSummary) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is wrong with a row. Names line and column, never the value. */
export interface ImportError {
  readonly line: number;
  /** Column of the list; `null` when the whole line is unreadable. */
  readonly column: string | null;
  readonly expected: string;
}

/** What a row of a list can say happened. */
export type ImportedEvent = 'imported' | 'granted' | 'withdrawn';

export interface ImportSummary {
  readonly read: number;
  /** Records written, or that would be. */
  readonly added: number;
  /** Rows that were there already, or stand twice in the list. */
  readonly known: number;
  readonly failed: number;
  /** Rows of people who had said no before: recorded, but a claim revives nothing. */
  readonly withdrawn: number;
  /** Good rows by what they say happened. */
  readonly events: Readonly<Record<ImportedEvent, number>>;
}

const BATCH = 1_000;
/** Withdrawals under way at once: each closes a person's gate. */
const WITHDRAWALS_AT_ONCE = 25;

/**
 * Imports a list of consents, a batch at a time. Bad rows are named and left out, the others are imported. Begun again after a crash it goes
 * on where it was: every row's id comes from the list's name and what the row says. While one batch is written, the next one is read.
 */
export async function importConsents(book: ConsentBook, rows: AsyncIterable<ImportRow>, options: ImportOptions): Promise<ImportSummary> {
  const summary = { read: 0, added: 0, known: 0, failed: 0, withdrawn: 0, events: { imported: 0, granted: 0, withdrawn: 0 } };
  let waiting: PlannedRow[] = [];
  let writing: Promise<void> = Promise.resolve();
  const snapshot = (): ImportSummary => ({ ...summary, events: { ...summary.events } });
  const write = async (batch: readonly PlannedRow[]): Promise<void> => {
    const written = await (options.dryRun === true ? foresee(book, batch) : writeBatch(book, batch));
    for (const name of ['added', 'known', 'withdrawn'] as const) summary[name] += written[name];
    options.onProgress?.(snapshot());
  };
  const flush = async (): Promise<void> => {
    await writing;
    writing = write(waiting);
    // It is awaited later: until then a failure must not count as nobody's.
    writing.catch(() => undefined);
    waiting = [];
  };
  try {
    for await (const row of rows) {
      options.signal?.throwIfAborted();
      summary.read += 1;
      const planned = readRow(row, options);
      if ('expected' in planned) {
        summary.failed += 1;
        options.onError?.(planned);
        continue;
      }
      summary.events[planned.event] += 1;
      waiting.push(planned);
      if (waiting.length >= (options.batch ?? BATCH)) await flush();
    }
    if (waiting.length > 0) await flush();
  } finally {
    await writing;
  }
  return snapshot();
}

type Batch = Pick<ImportSummary, 'added' | 'known' | 'withdrawn'>;

/** What writing a batch would come to. */
async function foresee(book: ConsentBook, rows: readonly PlannedRow[]): Promise<Batch> {
  const subjects = rows.map(({ act }) => book.subject(act.address));
  const chains = await book.load(subjects);
  const refused = new Set([...chains].filter(([, chain]) => chain.some(isRefusal)).map(([subject]) => subject));
  const withdrawn = rows.filter(({ event }, i) => event !== 'withdrawn' && refused.has(subjects[i]!)).length;
  const fresh = freshIds(rows, subjects, chains);
  return { added: fresh.size, known: rows.length - fresh.size, withdrawn };
}

async function writeBatch(book: ConsentBook, rows: readonly PlannedRow[]): Promise<Batch> {
  if (rows.some(({ event }) => event === 'withdrawn')) {
    const batch = await foresee(book, rows);
    await write(book, rows);
    return batch;
  }
  const written = await write(book, rows);
  const added = written.filter((one) => one.added).length;
  return { added, known: rows.length - added, withdrawn: written.filter(({ afterRefusal }) => afterRefusal).length };
}

/** Refusals first: a crash in between must not leave a permission standing that the same list takes back. */
async function write(book: ConsentBook, rows: readonly PlannedRow[]): Promise<readonly WrittenRecord[]> {
  const withdrawals = rows.flatMap((row) => (row.event === 'withdrawn' ? [row.act] : []));
  for (let from = 0; from < withdrawals.length; from += WITHDRAWALS_AT_ONCE)
    await Promise.all(withdrawals.slice(from, from + WITHDRAWALS_AT_ONCE).map((act) => book.withdraw(act)));
  const permissions = (event: ImportedEvent): readonly ImportAct[] => rows.flatMap((row) => (row.event === event ? [row.act as ImportAct] : []));
  const [claims, grants] = [permissions('imported'), permissions('granted')];
  const claimed = claims.length > 0 ? await book.import(claims) : [];
  const granted = grants.length > 0 ? await book.grantMany(grants) : [];
  return [...claimed, ...granted];
}

function freshIds(
  rows: readonly PlannedRow[],
  subjects: readonly SubjectRef[],
  chains: ReadonlyMap<SubjectRef, readonly ConsentRecord[]>,
): ReadonlySet<string> {
  return new Set(rows.flatMap(({ act }, i) => (chains.get(subjects[i]!)?.some((r) => r.id === act.id) ? [] : [act.id])));
}
