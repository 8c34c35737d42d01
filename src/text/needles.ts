/**
 * Words that patterns wait for, for all patterns of a process together: one reading of a text finds which patterns may match in it, and where.
 * Patterns are known by number, 0 is none; a number tells also which patterns were there when a text was read. Words are told apart by their
 * hashes alone: an accident costs a search that finds nothing.
 */
export interface Needles {
  /** Patterns are numbered below it. */
  patterns: number;
  /** Words at the start of a word, or after a sign. */
  readonly heads: Words;
  /** Words anywhere. */
  readonly parts: Words;
}

export interface Words {
  /** Bits that a hash is cut to for the marks. */
  readonly bits: number;
  /** Bits of the hashes with which a longer word begins: reading goes on where one is set. */
  readonly begun: Int32Array;
  /** Bits of the hashes of words. */
  readonly whole: Int32Array;
  /** Hashes of words by place, 0 where there is none, and of each the first entry of who waits for it. */
  hashes: Int32Array;
  waiting: Int32Array;
  words: number;
  /** By entry: a pattern, and the next entry of the same word; 0 after the last. */
  readonly pattern: number[];
  readonly next: number[];
}

/** Units of a word that are told apart. */
export const LONGEST_WORD = 6;
/** The marks of parts are looked at for every unit of a text: they must stay in the processor's nearest memory. */
const [HEAD_BITS, PART_BITS] = [17, 15];
const FIRST_ROOM = 1 << 12;

export const needles: Needles = { patterns: 1, heads: emptyWords(HEAD_BITS), parts: emptyWords(PART_BITS) };

function emptyWords(bits: number): Words {
  return {
    bits,
    begun: new Int32Array((1 << bits) / 32),
    whole: new Int32Array((1 << bits) / 32),
    hashes: new Int32Array(FIRST_ROOM),
    waiting: new Int32Array(FIRST_ROOM),
    words: 0,
    pattern: [0],
    next: [0],
  };
}

/** Hash of some units, from the hash of all but the last; never 0. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit ^ (hash >>> 13), 0x9e3779b1) | 1;
}

/** Whether a hash's bit is set. */
export function isMarked(marks: Int32Array, hash: number, bits: number): boolean {
  const bit = hash >>> (32 - bits);
  return (marks[bit >> 5]! & (1 << (bit & 31))) !== 0;
}

/** First entry of who waits for the word of a hash; 0 when nobody does. */
export function waitingFor(words: Words, hash: number): number {
  const { hashes, waiting } = words;
  const mask = hashes.length - 1;
  for (let place = (hash >>> 8) & mask; ; place = (place + 1) & mask) {
    if (hashes[place] === hash) return waiting[place]!;
    if (hashes[place] === 0) return 0;
  }
}

/** Number of a new pattern each match of which begins with one of these heads, not right after a letter. */
export function waitForHeads(heads: readonly string[]): number {
  return wait(needles.heads, heads);
}

/** Number of a new pattern each match of which holds one of these parts. */
export function waitForParts(parts: readonly string[]): number {
  return wait(needles.parts, parts);
}

function wait(words: Words, texts: readonly string[]): number {
  const pattern = needles.patterns++;
  for (const text of new Set(texts.map((one) => one.slice(0, LONGEST_WORD)))) add(words, text, pattern);
  return pattern;
}

function add(words: Words, text: string, pattern: number): void {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    if (i > 0) mark(words.begun, hash, words.bits);
    hash = hashOn(hash, text.charCodeAt(i));
  }
  mark(words.whole, hash, words.bits);
  if (words.words * 2 > words.hashes.length) grow(words);
  enter(words, hash, pattern);
}

function enter(words: Words, hash: number, pattern: number): void {
  const mask = words.hashes.length - 1;
  let place = (hash >>> 8) & mask;
  while (words.hashes[place] !== 0 && words.hashes[place] !== hash) place = (place + 1) & mask;
  if (words.hashes[place] === 0) words.words++;
  words.hashes[place] = hash;
  words.next.push(words.waiting[place]!);
  words.waiting[place] = words.pattern.push(pattern) - 1;
}

function grow(words: Words): void {
  const { hashes, waiting } = words;
  words.hashes = new Int32Array(hashes.length * 2);
  words.waiting = new Int32Array(hashes.length * 2);
  const mask = words.hashes.length - 1;
  hashes.forEach((hash, from) => {
    if (hash === 0) return;
    let place = (hash >>> 8) & mask;
    while (words.hashes[place] !== 0) place = (place + 1) & mask;
    words.hashes[place] = hash;
    words.waiting[place] = waiting[from]!;
  });
}

function mark(marks: Int32Array, hash: number, bits: number): void {
  const bit = hash >>> (32 - bits);
  marks[bit >> 5]! |= 1 << (bit & 31);
}
