import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { InvalidOptionsError } from '../../errors.ts';
import { loadPeer } from './load-peer.ts';

/** One row of a table: its line and its cells by column. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Streams a CSV (header first) or JSON Lines file row by row.
 * @throws {InvalidOptionsError} when the file is missing or lacks a column.
 */
export async function* readTable(file: string, name: string, columns: readonly string[]): AsyncGenerator<TableRow> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new InvalidOptionsError(`The file "${name}" does not exist; expected a CSV or JSON Lines file with the columns ${columns.join(', ')}.`);
  yield* file.endsWith('.jsonl') ? readJsonl(file, name, columns) : readCsv(file, name, columns);
}

async function* readCsv(file: string, name: string, columns: readonly string[]): AsyncGenerator<TableRow> {
  const { parse } = await loadPeer('csv-parse');
  let header: readonly string[] = [];
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      relax_column_count: true,
      columns: (names: string[]) => {
        header = names.map((column) => column.toLowerCase());
        return [...header];
      },
    }),
  );
  let rows = 0;
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    if (rows++ === 0) checkColumns(header, name, columns);
    yield { line: info.lines, cells: record };
  }
  if (rows === 0) checkColumns(header, name, columns);
}

async function* readJsonl(file: string, name: string, columns: readonly string[]): AsyncGenerator<TableRow> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(text);
    } catch (cause) {
      throw new InvalidOptionsError(`Line ${line} of "${name}" is not JSON.`, [], { cause });
    }
    const cells = Object.fromEntries(
      Object.entries(row as Record<string, unknown>).map(([key, value]) => [key.toLowerCase(), value == null ? '' : String(value)]),
    );
    if (line === 1) checkColumns(Object.keys(cells), name, columns);
    yield { line, cells };
  }
}

function checkColumns(header: readonly string[], name: string, columns: readonly string[]): void {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new InvalidOptionsError(
      `The file "${name}" lacks the column${missing.length === 1 ? '' : 's'} ${missing.join(', ')}; it has ${header.join(', ') || 'none'}.`,
    );
}
