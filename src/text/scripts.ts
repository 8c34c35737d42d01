/** Character classes the folding needs, one byte per UTF-16 unit below 0x3000; above it see `classOf`. */
export const OTHER = 0;
export const LATIN = 1;
export const CYRILLIC = 2;
export const GREEK = 4;
/** Letters of scripts that have no look-alikes here. */
export const LETTER = 8;
export const DIGIT = 16;
/** Needs the careful path: invisible, combining, full-width or compatibility characters. */
export const CAREFUL = 32;
/** Stands between letters to hide a word: `*`, `@`, `$`, `_`, `.`, `-` and the like. */
export const MASK = 64;

const TABLE_SIZE = 0x3000;

const ranges: readonly (readonly [first: number, last: number, cls: number])[] = [
  [0x30, 0x39, DIGIT],
  [0x41, 0x5a, LATIN],
  [0x61, 0x7a, LATIN],
  [0xad, 0xad, CAREFUL],
  [0xb2, 0xb3, CAREFUL],
  [0xb9, 0xb9, CAREFUL],
  [0xaa, 0xaa, LATIN],
  [0xba, 0xba, LATIN],
  [0xc0, 0xd6, LATIN],
  [0xd8, 0xf6, LATIN],
  [0xf8, 0x24f, LATIN],
  [0x250, 0x2af, LATIN],
  [0x300, 0x36f, CAREFUL],
  [0x370, 0x373, GREEK],
  [0x376, 0x377, GREEK],
  [0x37b, 0x37f, GREEK],
  [0x386, 0x386, GREEK],
  [0x388, 0x3ff, GREEK],
  [0x400, 0x481, CYRILLIC],
  [0x483, 0x489, CAREFUL],
  [0x48a, 0x52f, CYRILLIC],
  [0x531, 0x587, LETTER],
  [0x5d0, 0x5ea, LETTER],
  [0x61c, 0x61c, CAREFUL],
  [0x620, 0x64a, LETTER],
  [0x66e, 0x6d3, LETTER],
  [0x900, 0x1fff, LETTER],
  [0x180b, 0x180e, CAREFUL],
  [0x1c80, 0x1c88, CYRILLIC],
  [0x1d00, 0x1dbf, CAREFUL],
  [0x1dc0, 0x1dff, CAREFUL],
  [0x1e00, 0x1eff, LATIN],
  [0x1f00, 0x1fff, GREEK],
  [0x200b, 0x200f, CAREFUL],
  [0x202a, 0x202e, CAREFUL],
  [0x2060, 0x206f, CAREFUL],
  [0x2070, 0x209c, CAREFUL],
  [0x20d0, 0x20f0, CAREFUL],
  [0x2102, 0x2115, CAREFUL],
  [0x2119, 0x2121, CAREFUL],
  [0x2124, 0x2138, CAREFUL],
  [0x2160, 0x217f, LETTER],
  [0x2460, 0x24ff, CAREFUL],
];

const table: Uint8Array = new Uint8Array(TABLE_SIZE);
for (const [first, last, cls] of ranges) table.fill(cls, first, last + 1);
for (const char of '*@$#_|~.-+!^•·') table[char.charCodeAt(0)] = MASK;

/** Class of a UTF-16 unit. */
export function classOf(unit: number): number {
  if (unit < TABLE_SIZE) return table[unit]!;
  if (unit < 0xd800) return LETTER;
  if (unit < 0xe000) return unit === 0xd835 || unit === 0xd83c || unit === 0xdb40 ? CAREFUL : OTHER;
  if (unit >= 0xfb00 && unit < 0xfb50) return CAREFUL;
  if (unit >= 0xfe00 && unit <= 0xfe2f) return CAREFUL;
  if (unit === 0xfeff || (unit >= 0xff00 && unit <= 0xffef)) return CAREFUL;
  return OTHER;
}

/** One-to-one foldings of signs: dashes to `-`, quotes to `"`, odd spaces to a space. Result has the same length. */
export const plainSigns: ReadonlyMap<number, number> = new Map(
  [
    ...[...'‐‑‒–—―−'].map((c) => [c, '-'] as const),
    ...[...'«»„“”‟″'].map((c) => [c, '"'] as const),
    ...[...'‘’‚‛`´ʼ'].map((c) => [c, "'"] as const),
    ...[...'\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t'].map((c) => [c, ' '] as const),
    ['İ', 'i'] as const,
    ['ı', 'i'] as const,
    ['ё', 'е'] as const,
    ['Ё', 'е'] as const,
  ].map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const),
);

/** Lower case of units below 0x600, with the one-to-one foldings applied: what the fast path writes. */
export const foldedUnit: Uint16Array = new Uint16Array(TABLE_SIZE);
for (let unit = 0; unit < TABLE_SIZE; unit++) {
  const lower = String.fromCharCode(unit).toLowerCase();
  foldedUnit[unit] = plainSigns.get(unit) ?? (lower.length === 1 ? lower.charCodeAt(0) : unit);
}

/** Latin letters that look like Cyrillic ones, lower case, and the other way round. Case matters for some: see `upperToCyrillic`. */
export const latinToCyrillic: ReadonlyMap<string, string> = new Map([
  ['a', 'а'],
  ['b', 'в'],
  ['c', 'с'],
  ['e', 'е'],
  ['h', 'н'],
  ['k', 'к'],
  ['m', 'м'],
  ['o', 'о'],
  ['p', 'р'],
  ['t', 'т'],
  ['x', 'х'],
  ['y', 'у'],
  ['i', 'і'],
  ['j', 'ј'],
  ['s', 'ѕ'],
  ['n', 'п'],
  ['r', 'г'],
  ['u', 'и'],
  ['g', 'д'],
  ['w', 'ш'],
  ['α', 'а'],
  ['ο', 'о'],
  ['ρ', 'р'],
  ['ε', 'е'],
  ['κ', 'к'],
  ['τ', 'т'],
  ['υ', 'у'],
  ['χ', 'х'],
  ['μ', 'м'],
  ['ν', 'н'],
  ['η', 'н'],
  ['β', 'в'],
  ['ι', 'і'],
  ['π', 'п'],
  ['γ', 'г'],
  ['λ', 'л'],
  ['φ', 'ф'],
  ['ω', 'ш'],
]);
export const cyrillicToLatin: ReadonlyMap<string, string> = new Map([
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['е', 'e'],
  ['н', 'h'],
  ['к', 'k'],
  ['м', 'm'],
  ['о', 'o'],
  ['р', 'p'],
  ['т', 't'],
  ['х', 'x'],
  ['у', 'y'],
  ['і', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['п', 'n'],
  ['г', 'r'],
  ['ь', 'b'],
  ['һ', 'h'],
  ['ԁ', 'd'],
  ['ԛ', 'q'],
  ['ԝ', 'w'],
  ['α', 'a'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['ε', 'e'],
  ['κ', 'k'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['ν', 'v'],
  ['ι', 'i'],
  ['β', 'b'],
  ['η', 'n'],
  ['μ', 'm'],
  ['γ', 'y'],
]);
