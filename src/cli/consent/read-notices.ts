import type { ImportRow } from '../../consent/lists/import-source.ts';
import type { NoticeText } from '../../consent/lists/notice-text.ts';
import { UsageError } from '../command.ts';
import { readRows, readRowsOfFile } from './read-rows.ts';

const COLUMNS = ['version', 'language', 'text'];

/** Texts that were shown, from CSV or JSON Lines of `version`, `language` and `text`. @throws {UsageError} for a line that lacks one of them. */
export function readNotices(source: AsyncIterable<Uint8Array | string>, name: string): Promise<readonly NoticeText[]> {
  return collect(readRows(source, { name, required: COLUMNS }), name);
}

/** The same from a file. @throws {InvalidOptionsError} when there is no such file. */
export function readNoticesOfFile(file: string, name: string): Promise<readonly NoticeText[]> {
  return collect(readRowsOfFile(file, { name, required: COLUMNS }), name);
}

async function collect(rows: AsyncIterable<ImportRow>, name: string): Promise<readonly NoticeText[]> {
  const notices: NoticeText[] = [];
  for await (const row of rows) {
    if ('expected' in row) throw new UsageError(`Line ${row.line} of "${name}": expected ${row.expected}.`);
    const { version, language, text } = row.columns;
    if (!version || !language || !text) throw new UsageError(`Line ${row.line} of "${name}": expected version, language and text.`);
    notices.push({ version, language, text });
  }
  return notices;
}
