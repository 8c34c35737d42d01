import { commonSource, plainSource } from './common-source.ts';
import { waitForHeads, waitForParts } from './needles.ts';
import { headsOf } from './pattern-heads.ts';
import { literalsIn } from './pattern-literals.ts';
import { kindOf, readAgain, type TextView, viewOf } from './text-places.ts';

/** Longer texts are searched with the pattern itself: what is known of a text takes several times its room. */
const LONGEST_READ = 400_000;

/**
 * The same pattern, searched faster: it is not run where none of the words stands that it needs, it is tried only where a word begins as its
 * matches do if it begins with `(?<!\p{L})`, and classes like `\p{L}` are read from short lists where the text allows it. The answers of
 * `exec` and `test` are those of the pattern itself.
 * @example
 * const sale = quick(/(?<!\p{L})(?:sale|discount\p{L}{0,30})(?!\p{L})/gu);
 */
export function quick(pattern: RegExp): RegExp {
  return Object.assign(pattern, { search: undefined, exec, test, ...(pattern.global ? { [Symbol.matchAll]: matchAll } : {}) });
}

/** Shorter texts are searched sooner than read. */
const SHORTEST_READ = 48;

/** Number by which readings of texts know a quick pattern. */
export function numberOf(pattern: RegExp): number {
  return searchOf(pattern as QuickPattern).number;
}

interface QuickPattern extends RegExp {
  search: Search | undefined;
}

interface Search {
  /** 0 when the pattern needs no word. */
  readonly number: number;
  /** It is tried only where one of its words stands. */
  readonly atStarts: boolean;
  /** For texts of plain characters, for texts of common characters, for others; made when needed. Those of `anywhere` go through a text. */
  readonly engines: Engines;
  readonly anywhere: Engines;
  /** Where the last match began, in which reading: the next search of the same text goes on from there, and is not slowed by all before. */
  readonly left: { reading: number; entry: number; place: number };
}

type Engines = [plain: RegExp | undefined, common: RegExp | undefined, rare: RegExp | undefined];

function searchOf(pattern: QuickPattern): Search {
  if (pattern.search === undefined) {
    const heads = headsOf(pattern);
    const parts = /[iv]/u.test(pattern.flags) ? undefined : literalsIn(pattern.source);
    const atStarts = heads?.atWordStart === true && (parts === undefined || tells(heads.heads) >= tells(parts));
    const number = atStarts ? waitForHeads(heads.heads) : parts === undefined ? 0 : waitForParts(parts);
    const engines: Engines = [undefined, undefined, undefined];
    pattern.search = {
      number,
      atStarts,
      engines,
      anywhere: atStarts ? [undefined, undefined, undefined] : engines,
      left: { reading: 0, entry: 0, place: 0 },
    };
  }
  return pattern.search;
}

/** How well words tell one text from another: digits stand at the start of many a word. */
function tells(words: readonly string[]): number {
  return words.some((word) => word.length === 1) ? 1 : 2;
}

const [PLAIN, COMMON, RARE] = [0, 1, 2] as const;

function engineOf(pattern: QuickPattern, engines: Engines, kind: 0 | 1 | 2, atStarts: boolean): RegExp {
  let engine = engines[kind];
  if (engine === undefined) {
    engine = engineFor(pattern, kind, atStarts);
    engines[kind] = engine;
  }
  return engine;
}

function engineFor({ source, flags }: RegExp, kind: number, atStarts: boolean): RegExp {
  const mode = flags.replace('g', '') + (atStarts ? 'y' : 'g');
  const plain = kind === PLAIN && /^g?u$/u.test(flags) ? plainSource(source) : undefined;
  if (plain !== undefined) return new RegExp(plain, mode.replace('u', ''));
  return new RegExp(kind === RARE ? source : (commonSource(source) ?? source), mode);
}

function exec(this: RegExp, text: string): RegExpExecArray | null {
  const pattern = this as QuickPattern;
  if (text.length > LONGEST_READ) return RegExp.prototype.exec.call(pattern, text);
  const search = pattern.search ?? searchOf(pattern);
  const from = pattern.global ? pattern.lastIndex : 0;
  if (text.length < SHORTEST_READ) {
    const kind = kindOf(text);
    const engine = engineOf(pattern, search.anywhere, kind, false);
    engine.lastIndex = from;
    const found = engine.exec(text);
    if (pattern.global) pattern.lastIndex = engine.lastIndex;
    return found;
  }
  const view = viewOf(text);
  if (search.number >= view.places.patterns) readAgain(view);
  const first = search.number === 0 ? -1 : view.places.first[search.number]!;
  let found: RegExpExecArray | null = null;
  let end = 0;
  if (first !== 0) {
    const { plain, common } = view.places;
    const engine = engineOf(pattern, search.engines, plain ? PLAIN : common ? COMMON : RARE, search.atStarts);
    if (search.atStarts) found = searchPlaces(engine, text, view, search.left, first, from);
    else {
      engine.lastIndex = from;
      found = engine.exec(text);
    }
    if (found !== null) end = engine.lastIndex;
  }
  if (pattern.global) pattern.lastIndex = end;
  return found;
}

function searchPlaces(
  sticky: RegExp,
  text: string,
  { places: known, offset }: TextView,
  left: Search['left'],
  first: number,
  from: number,
): RegExpExecArray | null {
  const { places, next, reading } = known;
  const goesOn = left.reading === reading && left.place <= from + offset;
  for (let entry = goesOn ? left.entry : first; entry !== 0; entry = next[entry]!) {
    const place = places[entry]! - offset;
    if (place < from) continue;
    if (place >= text.length) return null;
    sticky.lastIndex = place;
    const found = sticky.exec(text);
    if (found === null) continue;
    left.reading = reading;
    left.entry = entry;
    left.place = place + offset;
    return found;
  }
  return null;
}

function test(this: RegExp, text: string): boolean {
  return exec.call(this, text) !== null;
}

/** Without it `matchAll` would search with a plain copy of the pattern. Like the copy, it leaves the pattern where it is. */
function* matchAll(this: RegExp, text: string): Generator<RegExpExecArray, undefined, unknown> {
  let from = this.lastIndex;
  for (;;) {
    const kept = this.lastIndex;
    this.lastIndex = from;
    const match = this.exec(text);
    from = this.lastIndex;
    this.lastIndex = kept;
    if (match === null) return undefined;
    if (match[0] === '') from += text.codePointAt(from)! > 0xffff ? 2 : 1;
    yield match;
  }
}
