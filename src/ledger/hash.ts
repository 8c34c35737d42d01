import { hash } from 'node:crypto';

/** SHA-256 of a text (as UTF-8) or of bytes, hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** Hash of a log entry as RFC 9162 wants it: SHA-256 of a zero byte and the entry, hex. The entry is the record's sealed text. */
export function entryHash(entry: string): string {
  return hash('sha256', `\0${entry}`, 'hex');
}

const pair = Buffer.alloc(65);
pair[0] = 1;

/** Hash of an inner node: SHA-256 of a one byte and both children, 32 bytes each. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 33);
  return hash('sha256', pair, 'buffer');
}

/** Root of the tree without entries: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = hash('sha256', '', 'buffer');
