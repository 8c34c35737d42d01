import { basename } from 'node:path';
import type { ConsentBook } from '../../consent/consent-book.ts';
import { type ImportMapping, importConsents } from '../../consent/lists/import-consents.ts';
import type { NoticeText } from '../../consent/lists/notice-text.ts';
import { readRowsOfFile } from './read-rows.ts';

/** The columns of a consent file of our own making. Others are mapped onto them. */
export const consentColumns: ImportMapping = {
  phone: 'phone',
  event: 'event',
  sender: 'sender',
  purposes: 'purposes',
  channels: 'channels',
  occurredAt: 'occurred_at',
  validUntil: 'valid_until',
  method: 'method',
  grade: 'grade',
  country: 'country',
  sourceUrl: 'source_url',
  note: 'note',
  noticeVersion: 'notice_version',
  noticeLanguage: 'notice_language',
  noticeHash: 'notice_hash',
};

/** What came of a consent file. */
export interface ConsentImport {
  readonly granted: number;
  readonly imported: number;
  readonly withdrawn: number;
  /** Lines that were passed over, and why. */
  readonly faults: readonly { readonly line: number; readonly problem: string }[];
}

/**
 * Takes a campaign's consent file over into the ledger. Each row is known by what it says, so doing it again, or going on after a crash,
 * adds nothing twice.
 * @throws {InvalidOptionsError} when the file is missing or lacks a column.
 */
export async function takeOverConsents(book: ConsentBook, file: string, name: string, notices: readonly NoticeText[] = []): Promise<ConsentImport> {
  const faults: { line: number; problem: string }[] = [];
  const rows = readRowsOfFile(file, { name, required: ['phone', 'event', 'sender', 'purposes', 'channels', 'occurred_at'], anyCase: true });
  const { events } = await importConsents(book, rows, {
    list: basename(name),
    mapping: consentColumns,
    notices,
    onError: ({ line, column, expected }) => faults.push({ line, problem: column === null ? expected : `${column}: expected ${expected}` }),
  });
  return { ...events, faults };
}
