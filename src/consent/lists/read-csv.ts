import type { ImportRow } from './import-source.ts';

export interface ReadCsvOptions {
  /** One character; found out from the heading (`;`, `,` or a tab) when absent. */
  readonly delimiter?: string | undefined;
}

/** Longest cell taken, in UTF-16 units: an unclosed quote must not read the rest of a file into memory. */
const MAX_CELL = 100_000;

/** Rows of CSV (RFC 4180, any line end, quotes may hold line ends). The first row names the columns. Line numbers are those of the file. */
export async function* readCsv(texts: AsyncIterable<string>, options: ReadCsvOptions = {}): AsyncIterable<ImportRow> {
  let names: readonly string[] | null = null;
  for await (const record of csvRecords(texts, options.delimiter)) {
    if (record.cells.length === 1 && record.cells[0] === '') continue;
    if (names === null) names = record.cells.map((name) => name.trim());
    else yield toRow(names, record);
  }
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote that was never closed. */
  readonly broken: boolean;
}

function toRow(names: readonly string[], { line, cells, broken }: CsvRecord): ImportRow {
  if (broken) return { line, expected: 'a closing quote' };
  if (cells.length !== names.length) return { line, expected: `${names.length} columns, not ${cells.length}` };
  return { line, columns: Object.fromEntries(names.map((name, i) => [name, cells[i]!])) };
}

/** A reader of characters: it knows whether it stands inside quotes, and hands out records at line ends outside them. */
async function* csvRecords(texts: AsyncIterable<string>, delimiter: string | undefined): AsyncIterable<CsvRecord> {
  const state = { cells: [] as string[], cell: '', quoted: false, afterQuote: false, line: 1, start: 1, separator: delimiter };
  const take = (broken: boolean): CsvRecord => {
    const record = { line: state.start, cells: [...state.cells, state.cell], broken };
    Object.assign(state, { cells: [], cell: '', quoted: false, afterQuote: false, start: state.line });
    return record;
  };
  for await (const text of fromWholeHeading(texts)) {
    state.separator ??= guessDelimiter(text);
    for (const letter of text) {
      if (letter === '\n') state.line += 1;
      if (state.quoted && letter !== '"') {
        state.cell += letter;
        if (state.cell.length > MAX_CELL) yield take(true);
      } else if (letter === '"') {
        if (state.afterQuote) state.cell += '"';
        state.afterQuote = state.quoted;
        state.quoted = !state.quoted;
      } else if (letter === '\n') {
        yield take(false);
      } else if (letter === state.separator) {
        state.cells.push(state.cell);
        Object.assign(state, { cell: '', afterQuote: false });
      } else if (letter !== '\r') {
        state.cell += letter;
        state.afterQuote = false;
      }
    }
  }
  if (state.cell !== '' || state.cells.length > 0 || state.quoted) yield take(state.quoted);
}

/** The texts without a byte order mark, the first of them with the whole heading in it. */
async function* fromWholeHeading(texts: AsyncIterable<string>): AsyncIterable<string> {
  let heading: string | null = '';
  for await (const text of texts) {
    if (heading === null) yield text;
    else if ((heading + text).includes('\n') || heading.length > MAX_CELL) {
      yield (heading + text).replace(/^\uFEFF/, '');
      heading = null;
    } else heading += text;
  }
  if (heading) yield heading.replace(/^\uFEFF/, '');
}

function guessDelimiter(text: string): string {
  const heading = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((letter) => [heading.split(letter).length, letter] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
