import type { Channel } from '../law/vocabulary.ts';
import { channels as knownChannels } from '../law/vocabulary.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { ImportAct } from './consent-act.ts';
import type { ConsentBook } from './consent-book.ts';
import type { ImportRow } from './import-source.ts';
import type { Evidence, EvidenceGrade } from './record.ts';

/** What a column of the list means. */
export interface ImportMapping {
  readonly phone: string;
  /** When the person agreed: ISO 8601. A row without it is refused, unless `defaults.occurredAt` says. */
  readonly occurredAt?: string | undefined;
  /** Lists separated by comma, semicolon or bar. */
  readonly channels?: string | undefined;
  readonly purposes?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly note?: string | undefined;
  readonly validUntil?: string | undefined;
}

/** What holds for rows that do not say, and for the list as a whole. */
export interface ImportOptions {
  /** Names the list for ever: rows of a list imported before are known by it and add nothing. */
  readonly list: string;
  readonly mapping: ImportMapping;
  readonly sender: string;
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
  readonly notice?: Evidence['notice'] | undefined;
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

export interface ImportSummary {
  readonly read: number;
  /** Records written, or that would be. */
  readonly added: number;
  /** Rows that were there already, or stand twice in the list. */
  readonly known: number;
  readonly failed: number;
  /** Rows of people who have said no: recorded as claims, but they revive nothing. */
  readonly withdrawn: number;
}

const BATCH = 1_000;

/**
 * Imports a list of consents, a batch at a time. Bad rows are named and left out, the others are imported. Begun again after a crash it goes
 * on where it was: every row's id comes from the list's name and what the row says.
 */
export async function importConsents(book: ConsentBook, rows: AsyncIterable<ImportRow>, options: ImportOptions): Promise<ImportSummary> {
  const summary = { read: 0, added: 0, known: 0, failed: 0, withdrawn: 0 };
  let waiting: ImportAct[] = [];
  const flush = async (): Promise<void> => {
    const written = await writeBatch(book, waiting, options.dryRun === true);
    for (const name of ['added', 'known', 'withdrawn'] as const) summary[name] += written[name];
    waiting = [];
    options.onProgress?.({ ...summary });
  };
  for await (const row of rows) {
    options.signal?.throwIfAborted();
    summary.read += 1;
    const act = readRow(row, options);
    if ('expected' in act) {
      summary.failed += 1;
      options.onError?.(act);
      continue;
    }
    waiting.push(act);
    if (waiting.length >= (options.batch ?? BATCH)) await flush();
  }
  if (waiting.length > 0) await flush();
  return summary;
}

async function writeBatch(
  book: ConsentBook,
  acts: readonly ImportAct[],
  dryRun: boolean,
): Promise<Pick<ImportSummary, 'added' | 'known' | 'withdrawn'>> {
  const subjects = acts.map((act) => act.subject ?? book.subject(act.address));
  const chains = await book.load(subjects);
  const refused = new Set(
    [...chains].filter(([, chain]) => chain.some((r) => r.kind === 'withdrawn' || r.kind === 'erased')).map(([subject]) => subject),
  );
  const withdrawn = subjects.filter((subject) => refused.has(subject)).length;
  if (!dryRun) {
    const added = (await book.import(acts)).filter((one) => one.added).length;
    return { added, known: acts.length - added, withdrawn };
  }
  const fresh = new Set(acts.flatMap((act, i) => (chains.get(subjects[i]!)?.some((r) => r.id === act.id) ? [] : [act.id])));
  return { added: fresh.size, known: acts.length - fresh.size, withdrawn };
}

function readRow(row: ImportRow, options: ImportOptions): ImportAct | ImportError {
  if ('expected' in row) return { line: row.line, column: null, expected: row.expected };
  const { line, columns } = row;
  const { mapping, defaults = {} } = options;
  const cell = (column: string | undefined): string | undefined => (column === undefined ? undefined : columns[column]?.trim() || undefined);
  const fail = (column: string | undefined, expected: string): ImportError => ({ line, column: column ?? null, expected });

  const phone = parsePhone(cell(mapping.phone) ?? '', { defaultCountry: defaults.country });
  if (!phone.ok) return fail(mapping.phone, `a phone number (${phone.reason})`);
  const occurredAt = readInstant(cell(mapping.occurredAt)) ?? defaults.occurredAt ?? null;
  if (occurredAt === null || Number.isNaN(occurredAt.getTime())) return fail(mapping.occurredAt, 'when the person agreed, ISO 8601');
  const channels = readList(cell(mapping.channels))?.map((one) => one.toLowerCase()) ?? defaults.channels ?? [];
  if (channels.length === 0 || !channels.every(isChannel)) return fail(mapping.channels, `channels: ${knownChannels.join(', ')}`);
  const purposes = readList(cell(mapping.purposes)) ?? defaults.purposes ?? [];
  if (purposes.length === 0) return fail(mapping.purposes, 'a purpose');
  const validUntil = readInstant(cell(mapping.validUntil));
  if (validUntil !== undefined && Number.isNaN(validUntil.getTime())) return fail(mapping.validUntil, 'an instant, ISO 8601');
  const said = { phone: phone.e164, occurredAt: occurredAt.toISOString(), channels, purposes, sender: options.sender };
  return {
    id: `import:${sha256Hex(canonicalJson({ list: options.list, ...said })).slice(0, 32)}`,
    address: phone.e164,
    sender: options.sender,
    channels,
    purposes,
    occurredAt,
    validUntil,
    sourceUrl: cell(mapping.sourceUrl),
    note: cell(mapping.note),
    evidence: {
      method: 'import',
      grade: options.grade ?? 'C',
      actor: options.list,
      ...(options.notice === undefined ? {} : { notice: options.notice }),
    },
  };
}

function readList(text: string | undefined): readonly string[] | undefined {
  const items = text
    ?.split(/[,;|]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items === undefined || items.length === 0 ? undefined : items;
}

/** ISO 8601 only: day and month of other spellings are guesses. A bare day counts from its start, so that a withdrawal of that day wins; a time without offset is UTC. */
function readInstant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return new Date(Number.NaN);
  if (text.length === 10) return new Date(`${text}T00:00:00Z`);
  return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) ? text.replace(' ', 'T') : `${text.replace(' ', 'T')}Z`);
}

function isChannel(value: string): value is Channel {
  return (knownChannels as readonly string[]).includes(value);
}
