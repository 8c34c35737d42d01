import { basename } from 'node:path';
import type { ImportAct } from '../../consent/consent-act.ts';
import type { ConsentBook } from '../../consent/consent-book.ts';
import type { Evidence, EvidenceGrade } from '../../consent/record.ts';
import { type Channel, channels } from '../../law/vocabulary.ts';
import { parsePhone } from '../../phone/index.ts';
import { readTable, type TableRow } from './read-table.ts';

/** What came of a consent file. */
export interface ConsentImport {
  readonly granted: number;
  readonly imported: number;
  readonly withdrawn: number;
  /** Lines that were passed over, and why. */
  readonly faults: readonly { readonly line: number; readonly problem: string }[];
}

const columns = ['phone', 'event', 'sender', 'purposes', 'channels', 'occurred_at'] as const;
const BATCH = 500;
const grades: readonly string[] = ['A', 'B', 'C'];
const methods: readonly string[] = ['web-form', 'paper', 'call', 'keyword', 'checkout', 'api', 'double-opt-in', 'reply', 'link', 'staff', 'import'];

interface Planned {
  readonly event: 'granted' | 'imported' | 'withdrawn';
  readonly act: ImportAct;
}

/**
 * Takes a consent file over into the ledger. Each line has an id of its own, so doing it again, or going on after a crash, adds nothing twice.
 * @throws {InvalidOptionsError} when the file is missing or lacks a column.
 */
export async function importConsents(book: ConsentBook, file: string, name: string): Promise<ConsentImport> {
  const totals = { granted: 0, imported: 0, withdrawn: 0 };
  const faults: { line: number; problem: string }[] = [];
  let waiting: Planned[] = [];
  const flush = async (): Promise<void> => {
    const of = (event: Planned['event']): readonly ImportAct[] => waiting.filter((planned) => planned.event === event).map(({ act }) => act);
    const [granted, imported, withdrawn] = [of('granted'), of('imported'), of('withdrawn')];
    if (granted.length > 0) await book.grantMany(granted);
    if (imported.length > 0) await book.import(imported);
    for (const act of withdrawn) await book.withdraw(act);
    totals.granted += granted.length;
    totals.imported += imported.length;
    totals.withdrawn += withdrawn.length;
    waiting = [];
  };
  for await (const row of readTable(file, name, columns)) {
    const read = readRow(row, basename(name));
    if (typeof read === 'string') faults.push({ line: row.line, problem: read });
    else waiting.push(read);
    if (waiting.length >= BATCH) await flush();
  }
  await flush();
  return { ...totals, faults };
}

function readRow({ cells, line }: TableRow, name: string): Planned | string {
  const { phone = '', event = '', sender = '', country, occurred_at = '', valid_until, method = 'import', grade = 'C' } = cells;
  const parsed = parsePhone(phone, country ? { defaultCountry: country } : {});
  if (!parsed.ok) return 'phone: expected a number that can be called';
  if (event !== 'granted' && event !== 'imported' && event !== 'withdrawn') return 'event: expected granted, imported or withdrawn';
  if (sender === '') return 'sender: expected the id of a sender';
  const occurredAt = new Date(occurred_at);
  if (Number.isNaN(occurredAt.getTime())) return 'occurred_at: expected an ISO instant';
  const validUntil = valid_until ? new Date(valid_until) : undefined;
  if (validUntil !== undefined && Number.isNaN(validUntil.getTime())) return 'valid_until: expected an ISO instant';
  if (!grades.includes(grade)) return 'grade: expected A, B or C';
  if (!methods.includes(method)) return `method: expected one of ${methods.join(', ')}`;
  const named = split(cells.channels);
  const chosen = channels.filter((channel) => named.includes(channel));
  if (chosen.length === 0 || chosen.length !== named.length) return `channels: expected some of ${channels.join(', ')}, apart by |`;
  const purposes = split(cells.purposes);
  if (purposes.length === 0) return 'purposes: expected at least one purpose';
  return {
    event,
    act: {
      address: parsed.e164,
      id: `import/${name}/${line}`,
      sender,
      channels: chosen as readonly Channel[],
      purposes,
      occurredAt,
      evidence: { method: method as Evidence['method'], grade: grade as EvidenceGrade, actor: 'import' },
      ...(parsed.country === null ? {} : { jurisdiction: parsed.country }),
      ...(validUntil === undefined ? {} : { validUntil }),
    },
  };
}

function split(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
