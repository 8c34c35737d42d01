import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodeText, type ImportEncoding, type ImportRow, readJsonLines } from '../../consent/lists/import-source.ts';
import { readCsv } from '../../consent/lists/read-csv.ts';
import { InvalidOptionsError } from '../../errors.ts';

export interface ReadRowsOptions {
  /** Name of the source, for messages. */
  readonly name: string;
  readonly encoding?: ImportEncoding | undefined;
  readonly delimiter?: string | undefined;
  /** Columns that a CSV heading must have. */
  readonly required?: readonly string[] | undefined;
  /** Takes column names as if they were written in small letters. @default false */
  readonly anyCase?: boolean | undefined;
}

/**
 * Rows of a CSV or JSON Lines source, found out from its first character.
 * @throws {InvalidOptionsError} when a CSV heading lacks a required column.
 */
export async function* readRows(source: AsyncIterable<Uint8Array | string>, options: ReadRowsOptions): AsyncGenerator<ImportRow> {
  const { first, all } = await peek(decodeText(bytesOf(source), options.encoding));
  if (first === '{') return yield* fitCase(readJsonLines(all), options);
  let checked = false;
  for await (const row of fitCase(readCsv(all, { delimiter: options.delimiter }), options)) {
    if (!checked && 'columns' in row) {
      requireColumns(Object.keys(row.columns), options);
      checked = true;
    }
    yield row;
  }
}

/**
 * Rows of a file.
 * @throws {InvalidOptionsError} when there is no such file.
 */
export async function* readRowsOfFile(file: string, options: ReadRowsOptions): AsyncGenerator<ImportRow> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new InvalidOptionsError(
      `The file "${options.name}" does not exist; expected a CSV or JSON Lines file with the columns ${options.required?.join(', ')}.`,
    );
  yield* readRows(createReadStream(file), options);
}

async function* bytesOf(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** The first character that is not blank, and the texts from the beginning. */
async function peek(texts: AsyncIterable<string>): Promise<{ readonly first: string; readonly all: AsyncIterable<string> }> {
  const iterator = texts[Symbol.asyncIterator]();
  let begun = '';
  let ended = false;
  while (!ended && begun.replace(/^\ufeff/u, '').trim() === '') {
    const { value, done } = await iterator.next();
    if (done === true) ended = true;
    else begun += value;
  }
  const all = (async function* () {
    yield begun.replace(/^\ufeff/u, '');
    if (!ended) yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  return {
    first: begun
      .replace(/^\ufeff/u, '')
      .trimStart()
      .slice(0, 1),
    all,
  };
}

async function* fitCase(rows: AsyncIterable<ImportRow>, { anyCase = false }: ReadRowsOptions): AsyncGenerator<ImportRow> {
  for await (const row of rows) {
    if (!anyCase || !('columns' in row)) yield row;
    else yield { line: row.line, columns: Object.fromEntries(Object.entries(row.columns).map(([name, cell]) => [name.toLowerCase(), cell])) };
  }
}

function requireColumns(header: readonly string[], { name, required = [] }: ReadRowsOptions): void {
  const missing = [...new Set(required)].filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw new InvalidOptionsError(
    `The file "${name}" lacks the column${missing.length === 1 ? '' : 's'} ${missing.join(', ')}; it has ${header.join(', ') || 'none'}.`,
  );
}
