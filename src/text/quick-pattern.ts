import { commonSource } from './common-source.ts';
import { headsOf } from './pattern-heads.ts';
import { HASHES, hashOf, placesOf, type TextPlaces } from './text-places.ts';

/**
 * The same pattern, searched faster: classes like `\p{L}` are read from short lists where the text allows it, and a pattern that begins
 * with `(?<!\p{L})` and known letters is tried only where a word begins like that. The answers of `exec` and `test` are those of the pattern
 * itself.
 * @example
 * const sale = quick(/(?<!\p{L})(?:sale|discount\p{L}{0,30})(?!\p{L})/gu);
 */
export function quick(pattern: RegExp): RegExp {
  let search: Search | undefined;
  const { global } = pattern;
  const exec = (text: string): RegExpExecArray | null => {
    search ??= searchOf(pattern);
    const places = placesOf(text);
    if (!places.common && search.rare === undefined) return search.plain.call(pattern, text);
    const from = global ? pattern.lastIndex : 0;
    const engine = places.common ? search.common : search.rare!;
    const found = search.heads === undefined ? searchFrom(engine, text, from) : searchStarts(engine, search.heads, text, places, from);
    if (global) pattern.lastIndex = found === null ? 0 : engine.lastIndex;
    return found;
  };
  // Without it `matchAll` would search with a plain copy of the pattern. Like the copy, it leaves the pattern where it is.
  function* matches(text: string): Generator<RegExpExecArray, undefined, unknown> {
    let from = pattern.lastIndex;
    for (;;) {
      const kept = pattern.lastIndex;
      pattern.lastIndex = from;
      const match = exec(text);
      from = pattern.lastIndex;
      pattern.lastIndex = kept;
      if (match === null) return undefined;
      if (match[0] === '') from += text.codePointAt(from)! > 0xffff ? 2 : 1;
      yield match;
    }
  }
  return Object.assign(pattern, { exec, test: (text: string): boolean => exec(text) !== null, ...(global ? { [Symbol.matchAll]: matches } : {}) });
}

interface Search {
  readonly plain: RegExp['exec'];
  /** For texts of common characters. */
  readonly common: RegExp;
  /** For other texts; the pattern itself when absent. */
  readonly rare: RegExp | undefined;
  /** One bit per hash of a beginning; absent for a pattern that may begin with anything or inside a word. */
  readonly heads: Int32Array | undefined;
}

function searchOf(pattern: RegExp): Search {
  const { source, flags } = pattern;
  const known = headsOf(pattern);
  const heads = known?.atWordStart === true ? bitsOf(known.heads) : undefined;
  const mode = flags.replace('g', '') + (heads === undefined ? 'g' : 'y');
  return {
    plain: RegExp.prototype.exec,
    common: new RegExp(commonSource(source) ?? source, mode),
    rare: heads === undefined ? undefined : new RegExp(source, mode),
    heads,
  };
}

function bitsOf(heads: readonly string[]): Int32Array {
  const bits = new Int32Array(HASHES / 32);
  for (const head of heads) {
    const hash = hashOf(head.charCodeAt(0), head.charCodeAt(1) || 0, head.charCodeAt(2) || 0);
    bits[hash >> 5]! |= 1 << (hash & 31);
  }
  return bits;
}

function searchFrom(engine: RegExp, text: string, from: number): RegExpExecArray | null {
  engine.lastIndex = from;
  return engine.exec(text);
}

function searchStarts(sticky: RegExp, heads: Int32Array, text: string, places: TextPlaces, from: number): RegExpExecArray | null {
  const { starts, hashes, count } = places;
  for (let i = from === 0 ? 0 : firstFrom(starts, count, from), row = 3 * i; i < count; i++, row += 3) {
    const place = starts[i]!;
    if (!(has(heads, hashes[row + 2]!) || has(heads, hashes[row + 1]!) || has(heads, hashes[row]!))) continue;
    sticky.lastIndex = place;
    const found = sticky.exec(text);
    if (found !== null) return found;
  }
  return null;
}

function has(bits: Int32Array, hash: number): boolean {
  return (bits[hash >> 5]! & (1 << (hash & 31))) !== 0;
}

/** Index of the first start that is not before a place; a search through many matches must not begin at the first word each time. */
function firstFrom(starts: Uint32Array, count: number, from: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
