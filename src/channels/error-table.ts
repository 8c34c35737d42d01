import type { ParseEvents } from './port.ts';
import type { ErrorClass } from './taxonomy.ts';

/**
 * One row of a provider's error table: code as the facts spell it, class (`null`: not an error), meaning, `unverified` where no source
 * confirmed it, and `gone` where the code says that the number is assigned to nobody. A code may be a list (`1,2`), a numeric range (`200-299`,
 * `0x48-0x51`) or a pattern with stars (`TEMPLATE_*`); hexadecimal equals decimal.
 */
export type ErrorRow = readonly [code: string, errorClass: ErrorClass | null, meaning: string, ...marks: readonly ('unverified' | 'gone')[]];

/** Looks codes of one provider up. */
export interface ErrorTable {
  readonly rows: readonly ErrorRow[];
  /** Codes marked `gone`, for the provider's capabilities. */
  readonly gone: readonly string[];
  /** Class of a code; `null` for a code that is no error; `undefined` when the table does not know it. */
  classOf(code: string | number | null | undefined): ErrorClass | null | undefined;
}

/** Builds the look-up of a table: exact codes first, then ranges, then patterns. Letters match in any case. */
export function errorTable(rows: readonly ErrorRow[]): ErrorTable {
  const exact = new Map<string, ErrorClass | null>();
  const ranges: { readonly from: number; readonly to: number; readonly errorClass: ErrorClass | null }[] = [];
  const patterns: { readonly pieces: readonly string[]; readonly errorClass: ErrorClass | null }[] = [];
  for (const [codes, errorClass] of rows) {
    for (const code of codes.split(',').map(keyOf)) {
      const range = rangeOf(code);
      if (range !== undefined) ranges.push({ ...range, errorClass });
      else if (code.includes('*')) patterns.push({ pieces: code.split('*'), errorClass });
      else if (!exact.has(code)) exact.set(code, errorClass);
    }
  }
  return {
    rows,
    gone: rows.flatMap(([codes, , , ...marks]) => (marks.includes('gone') ? codes.split(',') : [])),
    classOf(code) {
      if (code === null || code === undefined) return undefined;
      const key = keyOf(String(code));
      const found = exact.get(key);
      if (found !== undefined || exact.has(key)) return found;
      if (/^\d+$/u.test(key)) return ranges.find((range) => Number(key) >= range.from && Number(key) <= range.to)?.errorClass;
      return patterns.find((row) => matches(key, row.pieces))?.errorClass;
    },
  };
}

function keyOf(code: string): string {
  const key = code.trim().toUpperCase();
  return /^0X[\dA-F]+$/u.test(key) ? String(Number(key)) : key;
}

function rangeOf(code: string): { readonly from: number; readonly to: number } | undefined {
  const range = /^(0X[\dA-F]+|\d+)-(0X[\dA-F]+|\d+)$/u.exec(code);
  return range === null ? undefined : { from: Number(range[1]), to: Number(range[2]) };
}

/** True when the pieces between the stars occur in the key in order, the first at its start and the last at its end. */
function matches(key: string, pieces: readonly string[]): boolean {
  const last = pieces.at(-1) ?? '';
  let from = 0;
  for (const [index, piece] of pieces.slice(0, -1).entries()) {
    const at = key.indexOf(piece, from);
    if (at === -1 || (index === 0 && at !== 0)) return false;
    from = at + piece.length;
  }
  return key.length - last.length >= from && key.endsWith(last);
}

/** The same parser with the host's own classes for some provider codes. */
export function reclassify(parse: ParseEvents, classes: Readonly<Record<string, ErrorClass>> | undefined): ParseEvents {
  if (classes === undefined) return parse;
  const own = new Map(Object.entries(classes));
  return (decoded) =>
    parse(decoded).map((event) => {
      const errorClass = event.kind === 'status' && event.providerCode !== null ? own.get(event.providerCode) : undefined;
      return errorClass === undefined ? event : { ...event, errorClass };
    });
}
