/** What every match of a pattern begins with. */
export interface PatternHeads {
  /** Beginnings of one to six units; every match begins with one of them. */
  readonly heads: readonly string[];
  /** No match begins right after a letter. */
  readonly atWordStart: boolean;
}

/** Units of a beginning that are told apart. */
const LONGEST_HEAD = 6;
/** More beginnings than that tell no place from another. */
const MOST_HEADS = 2_000;

/** A beginning; when it is closed, what follows it is unknown. */
interface Head {
  readonly text: string;
  readonly closed: boolean;
}

interface Reader {
  readonly source: string;
  at: number;
}

const nothing: readonly Head[] = [{ text: '', closed: false }];
const anything: readonly Head[] = [{ text: '', closed: true }];

/**
 * Reads the beginnings of a pattern's matches; undefined when one of them may be anything. Patterns that ignore case, read lines or are
 * sticky are not read.
 */
export function headsOf({ source, flags }: RegExp): PatternHeads | undefined {
  if (!/^g?u$/u.test(flags)) return undefined;
  const reader: Reader = { source, at: 0 };
  const heads = alternatives(reader);
  const texts = [...new Set(heads.map(({ text }) => text))];
  if (texts.includes('')) return undefined;
  return { heads: texts, atWordStart: startsAtWord(source) };
}

const notAfterLetter = /^\(\?<!(?:\\p\{L\}|\[(?!\^)[^\]]*\\p\{L\}[^\]]*\])\)/u;

/** True when the look-behind stands before all branches of the pattern. */
function startsAtWord(source: string): boolean {
  if (!notAfterLetter.test(source)) return false;
  const reader: Reader = { source, at: 0 };
  sequence(reader);
  return reader.at === source.length;
}

function alternatives(reader: Reader): readonly Head[] {
  const found: Head[] = [];
  for (;;) {
    found.push(...sequence(reader));
    if (reader.source[reader.at] !== '|') return found;
    reader.at++;
  }
}

function sequence(reader: Reader): readonly Head[] {
  let heads = nothing;
  while (reader.at < reader.source.length) {
    const char = reader.source[reader.at]!;
    if (char === '|' || char === ')') break;
    const part = char === '(' ? group(reader) : atom(reader);
    heads = joined(heads, quantified(part, reader));
  }
  return heads;
}

/** Beginnings of one thing after another. */
function joined(heads: readonly Head[], next: readonly Head[]): readonly Head[] {
  if (heads.every(isFull)) return heads;
  if (heads.length * next.length > MOST_HEADS) return heads.map(closed);
  return heads.flatMap((head) =>
    isFull(head) ? [head] : next.map(({ text, closed: ends }) => ({ text: (head.text + text).slice(0, LONGEST_HEAD), closed: ends })),
  );
}

function isFull({ text, closed: ends }: Head): boolean {
  return ends || text.length >= LONGEST_HEAD;
}

function closed({ text }: Head): Head {
  return { text, closed: true };
}

const quantifier = /[?*+]\??|\{(\d+)(?:,(\d*))?\}\??/uy;

function quantified(part: readonly Head[], reader: Reader): readonly Head[] {
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (found === null) return part;
  reader.at += found[0].length;
  const sign = found[0][0];
  if (sign === '?') return [...part, ...nothing];
  const mayLack = sign === '*' || (sign === '{' && Number(found[1]) === 0);
  return mayLack ? [...part.map(closed), ...nothing] : part.map(closed);
}

const opening = /\((?:\?(?::|<?[=!]|<[^>]*>))?/uy;

function group(reader: Reader): readonly Head[] {
  opening.lastIndex = reader.at;
  const open = opening.exec(reader.source)![0];
  reader.at += open.length;
  const inner = alternatives(reader);
  reader.at++;
  return /[=!]$/u.test(open) ? nothing : inner;
}

const letters: readonly Head[] = anything;

function atom(reader: Reader): readonly Head[] {
  const { source } = reader;
  const char = source[reader.at]!;
  if (char === '[') return oneOf(reader);
  if (char === '\\') return escaped(reader);
  reader.at++;
  if (char === '^' || char === '$') return nothing;
  return char === '.' || /[\ud800-\udfff]/.test(char) ? letters : [{ text: char, closed: false }];
}

const digits: readonly Head[] = [...'0123456789'].map((text) => ({ text, closed: false }));

function escaped(reader: Reader): readonly Head[] {
  const next = reader.source[reader.at + 1]!;
  if (/[pPu]/u.test(next)) {
    const end = reader.source.indexOf('}', reader.at);
    reader.at = end === -1 ? reader.source.length : end + 1;
    return anything;
  }
  reader.at += 2;
  if (next === 'd') return digits;
  if (next === 'n') return [{ text: '\n', closed: false }];
  if (next === 'b' || next === 'B') return nothing;
  return /[\p{L}\d]/u.test(next) ? anything : [{ text: next, closed: false }];
}

/** A class of single characters gives each of them; ranges, escapes and exclusions give anything. */
function oneOf(reader: Reader): readonly Head[] {
  const { source } = reader;
  let end = reader.at + 1;
  while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  const members = source.slice(reader.at + 1, end);
  reader.at = end + 1;
  if (/^\^|\\|.-.|[\ud800-\udfff]/su.test(members)) return anything;
  return [...members].map((text) => ({ text, closed: false }));
}
