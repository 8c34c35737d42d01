import { sha256Hex } from '../../ledger/hash.ts';
import type { Evidence } from '../record/record.ts';
import type { ImportMapping } from './import-consents.ts';
import type { NoticeText } from './notice-text.ts';

/** What a row says of the text the person saw, or which column does not say it. */
export type RowNotice = { readonly notice: Evidence['notice'] } | { readonly column: string | undefined; readonly expected: string };

/** The text a row names: by its hash, or by version and language among the texts given with the list. A row that names none takes `fallback`. */
export function readNotice(
  cell: (column: string | undefined) => string | undefined,
  mapping: ImportMapping,
  { notices = [], notice: fallback }: { readonly notices?: readonly NoticeText[] | undefined; readonly notice?: Evidence['notice'] | undefined },
): RowNotice {
  const [version, language, hash] = [cell(mapping.noticeVersion), cell(mapping.noticeLanguage), cell(mapping.noticeHash)?.toLowerCase()];
  if (version === undefined && language === undefined && hash === undefined) return { notice: fallback };
  if (version === undefined) return { column: mapping.noticeVersion, expected: 'the version of the text that was shown' };
  if (language === undefined) return { column: mapping.noticeLanguage, expected: 'the language of the text that was shown' };
  if (hash !== undefined && !/^[0-9a-f]{64}$/u.test(hash)) return { column: mapping.noticeHash, expected: 'a SHA-256 in 64 hex digits' };
  const shown = notices.filter((one) => one.version === version && one.language === language).map(({ text }) => sha256Hex(text));
  if (hash !== undefined && (shown.length === 0 || shown.includes(hash))) return { notice: { hash, version, language } };
  if (hash !== undefined) return { column: mapping.noticeHash, expected: 'the hash of the text given under this version and language' };
  if (shown.length !== 1)
    return { column: mapping.noticeVersion, expected: `${shown.length === 0 ? 'a' : 'one'} text under this version and language` };
  return { notice: { hash: shown[0]!, version, language } };
}
