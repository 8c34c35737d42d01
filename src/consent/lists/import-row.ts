import type { Channel } from '../../law/vocabulary.ts';
import { channels as knownChannels } from '../../law/vocabulary.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import { parsePhone } from '../../phone/parse-phone.ts';
import type { ImportAct, WithdrawAct } from '../consent-act.ts';
import type { Evidence, EvidenceGrade } from '../record/record.ts';
import type { ImportError, ImportOptions } from './import-consents.ts';
import { readNotice } from './import-notice.ts';
import type { ImportRow } from './import-source.ts';
import { plainCell } from './write-csv.ts';

/** A row as the act it stands for, its id made of the list's name and what the row says. */
export type PlannedRow =
  | { readonly event: 'imported' | 'granted'; readonly act: ImportAct & { readonly id: string; readonly address: string } }
  | { readonly event: 'withdrawn'; readonly act: WithdrawAct & { readonly id: string; readonly address: string } };

const events = ['imported', 'granted', 'withdrawn'] as const;
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C'];
const methods: readonly Evidence['method'][] = [
  'web-form',
  'paper',
  'call',
  'keyword',
  'checkout',
  'api',
  'double-opt-in',
  'reply',
  'link',
  'staff',
  'platform',
  'provider',
  'carrier',
  'import',
];

/** Reads one row, or says what is wrong with it. Pure. */
export function readRow(row: ImportRow, options: ImportOptions): PlannedRow | ImportError {
  if ('expected' in row) return { line: row.line, column: null, expected: row.expected };
  const { line, columns } = row;
  const { mapping, defaults = {} } = options;
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : plainCell(columns[column]?.trim() ?? '').toWellFormed() || undefined;
  const fail = (column: string | undefined, expected: string): ImportError => ({ line, column: column ?? null, expected });

  const phone = parsePhone(cell(mapping.phone) ?? '', { defaultCountry: cell(mapping.country)?.toUpperCase() ?? defaults.country });
  if (!phone.ok) return fail(mapping.phone, `a phone number (${phone.reason})`);
  const event = oneOf(events, cell(mapping.event) ?? 'imported');
  if (event === undefined) return fail(mapping.event, `one of ${events.join(', ')}`);
  const occurredAt = readInstant(cell(mapping.occurredAt)) ?? defaults.occurredAt ?? null;
  if (occurredAt === null || Number.isNaN(occurredAt.getTime())) return fail(mapping.occurredAt, 'when the person acted, ISO 8601');
  // a withdrawal of everything says so with a star, or with nothing
  const listed = (column: string | undefined): readonly string[] | undefined =>
    event === 'withdrawn' && cell(column) === '*' ? undefined : readList(cell(column));
  const named = listed(mapping.channels)?.map((one) => one.toLowerCase());
  if (named !== undefined && !named.every(isChannel)) return fail(mapping.channels, `channels: ${knownChannels.join(', ')}`);
  const grade = oneOf(grades, cell(mapping.grade) ?? options.grade ?? 'C');
  if (grade === undefined) return fail(mapping.grade, `one of ${grades.join(', ')}`);
  const method = oneOf(methods, cell(mapping.method) ?? 'import');
  if (method === undefined) return fail(mapping.method, `one of ${methods.join(', ')}`);
  const validUntil = readInstant(cell(mapping.validUntil));
  if (validUntil !== undefined && Number.isNaN(validUntil.getTime())) return fail(mapping.validUntil, 'an instant, ISO 8601');

  const purposes = listed(mapping.purposes);
  const sender = cell(mapping.sender) ?? options.sender;
  const common = {
    address: phone.e164,
    occurredAt,
    ...(phone.country === null ? {} : { jurisdiction: phone.country }),
    sourceUrl: cell(mapping.sourceUrl),
    note: cell(mapping.note),
    evidence: { method, grade, actor: options.list },
  };
  const said = { phone: phone.e164, occurredAt: occurredAt.toISOString() };
  if (event === 'withdrawn') {
    const scope = { sender: sender ?? '*', channels: (named as readonly Channel[] | undefined) ?? '*', purposes: purposes ?? '*' } as const;
    return { event, act: { ...common, ...scope, id: rowId(options.list, { event, ...said, ...scope }) } };
  }
  if (sender === undefined) return fail(mapping.sender, 'the id of a sender');
  const channels = (named as readonly Channel[] | undefined) ?? defaults.channels ?? [];
  if (channels.length === 0) return fail(mapping.channels, `channels: ${knownChannels.join(', ')}`);
  const wanted = purposes ?? defaults.purposes ?? [];
  if (wanted.length === 0) return fail(mapping.purposes, 'a purpose');
  const scope = { channels, purposes: wanted, sender };
  const shown = readNotice(cell, mapping, options);
  if ('expected' in shown) return fail(shown.column, shown.expected);
  const evidence = { ...common.evidence, ...(shown.notice === undefined ? {} : { notice: shown.notice }) };
  const id = rowId(options.list, { ...(event === 'granted' ? { event } : {}), ...said, ...scope });
  return { event, act: { ...common, ...scope, id, validUntil, evidence } };
}

function rowId(list: string, said: Parameters<typeof canonicalJson>[0] & object): string {
  return `import:${sha256Hex(canonicalJson({ list, ...said })).slice(0, 32)}`;
}

function oneOf<const T extends string>(known: readonly T[], given: string): T | undefined {
  const wanted = given.toLowerCase();
  return known.find((one) => one.toLowerCase() === wanted);
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
