import type { ImportEncoding, ImportRow } from '../../consent/lists/import-source.ts';
import { type Channel, channels as knownChannels } from '../../law/vocabulary.ts';
import { type E164, parsePhone } from '../../phone/index.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { openInput, reportLine } from '../json-lines.ts';
import { readRows } from './read-rows.ts';

/** Options of subcommands that take people by number or by line. */
export const peopleOptions: {
  readonly input: { readonly type: 'string'; readonly short: 'i' };
  readonly format: { readonly type: 'string'; readonly short: 'f' };
  readonly country: { readonly type: 'string' };
  readonly encoding: { readonly type: 'string' };
} = { input: { type: 'string', short: 'i' }, format: { type: 'string', short: 'f' }, country: { type: 'string' }, encoding: { type: 'string' } };

export interface PeopleChoice {
  readonly input?: string | undefined;
  readonly country?: string | undefined;
  readonly encoding?: string | undefined;
}

/** A line about a person whose number can be called. */
export interface PersonLine {
  readonly line: number;
  readonly phone: E164;
  /** ISO country of the number; `null` when nobody knows. */
  readonly country: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

/** A cell that does not say what it should. Caught per line: the other lines go on. */
export interface BadCell {
  readonly field: string;
  readonly expected: string;
}

/**
 * People named as arguments, or one by one in CSV or JSON Lines with a column `phone`. Bad lines are named on standard error and counted in
 * `bad`; the rest comes through.
 */
export async function* readPeople(
  phones: readonly string[],
  choice: PeopleChoice,
  io: CommandIo,
  bad: { count: number },
): AsyncGenerator<PersonLine> {
  const rows =
    phones.length > 0
      ? given(phones)
      : readRows(await openInput(choice.input, io), {
          name: choice.input ?? 'standard input',
          encoding: readEncoding(choice.encoding),
          required: ['phone'],
          anyCase: true,
        });
  for await (const row of rows) {
    io.signal.throwIfAborted();
    if ('expected' in row) {
      bad.count += 1;
      reportLine(io, row.line, `expected ${row.expected}`);
      continue;
    }
    const parsed = parsePhone(row.columns.phone ?? '', { defaultCountry: row.columns.country || choice.country });
    if (parsed.ok) yield { line: row.line, phone: parsed.e164, country: parsed.country ?? null, cells: row.columns };
    else badCell(io, row.line, { field: 'phone', expected: `a phone number (${parsed.reason})` }, bad);
  }
}

/** Names a bad cell and counts it. */
export function badCell(io: CommandIo, line: number, { field, expected }: BadCell, bad: { count: number }): void {
  bad.count += 1;
  reportLine(io, line, `field "${field}": expected ${expected}`);
}

async function* given(phones: readonly string[]): AsyncGenerator<ImportRow> {
  for (const [i, phone] of phones.entries()) yield { line: i + 1, columns: { phone } };
}

/** @throws {UsageError} for a name that is no encoding of lists. */
export function readEncoding(name: string | undefined): ImportEncoding {
  const wanted =
    name === undefined
      ? 'auto'
      : name
          .toLowerCase()
          .replace(/^cp1251$/u, 'windows-1251')
          .replace(/^utf8$/u, 'utf-8');
  if (wanted === 'auto' || wanted === 'utf-8' || wanted === 'windows-1251') return wanted;
  throw new UsageError(`--encoding takes auto, utf-8, windows-1251; "${name}" is none of them.`);
}

/** Channels of a list separated by comma, semicolon or bar; `null` when one is none. */
export function readChannels(text: string): readonly Channel[] | null {
  const named = readWords(text).map((one) => one.toLowerCase());
  const found = knownChannels.filter((channel) => named.includes(channel));
  return found.length === new Set(named).size ? found : null;
}

/** Words of a list separated by comma, semicolon or bar. */
export function readWords(text: string): readonly string[] {
  return text
    .split(/[,;|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** An ISO instant or day; `null` for anything else. */
export function readDate(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/u.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
