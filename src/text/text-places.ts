import { isLetterUnit } from './letter-units.ts';
import { hashOn, isMarked, LONGEST_WORD, needles, waitingFor } from './needles.ts';

/** What a search wants to know of a text before it begins. Overwritten when other texts are read: use it at once. */
export interface TextPlaces {
  readonly text: string;
  /** Tells readings apart. */
  readonly reading: number;
  /** Only characters of `commonCharacters` occur. */
  readonly common: boolean;
  /** Only characters of `plainCharacters` occur. */
  readonly plain: boolean;
  /** Patterns below it were known when the text was read. */
  readonly patterns: number;
  /** Patterns that can match in the text, in the order in which that was seen; the first `count` of them count. */
  readonly live: readonly number[];
  readonly count: number;
  /** By pattern: 0 when it cannot match, else where the list of the places where it may begin starts; below 0 when any place will do. */
  readonly first: Int32Array;
  /** Places where patterns may begin, and the next entry of the same pattern, further on in the text; 0 after the last. */
  readonly places: Int32Array;
  readonly next: Int32Array;
}

interface Slot extends TextPlaces {
  text: string;
  reading: number;
  common: boolean;
  plain: boolean;
  patterns: number;
  readonly live: number[];
  count: number;
  first: Int32Array;
  places: Int32Array;
  next: Int32Array;
  entries: number;
}

const ROOM = 256;
const slots: readonly Slot[] = Array.from({ length: 6 }, () => ({
  text: '',
  reading: 0,
  common: true,
  plain: true,
  patterns: 0,
  live: [],
  count: 0,
  first: new Int32Array(ROOM),
  places: new Int32Array(ROOM),
  next: new Int32Array(ROOM),
  entries: 0,
}));
let newest = 0;
let readings = 0;
/** Units of the text that is read, and the places in it that are not right after a letter. */
let units: Uint16Array = new Uint16Array(ROOM);
let starts: Uint32Array = new Uint32Array(ROOM);

/** A text, or the text that it is a part of: what cannot match there cannot match in its part. */
export interface TextView {
  places: TextPlaces;
  /** Where the part begins. */
  offset: number;
}

const view: TextView = { places: slots[0]!, offset: 0 };
let part = '';
/** Shorter parts are read sooner than found in the text that they are of. */
const SHORTEST_PART = 16;

/**
 * Reads a text in one pass. The last few texts are remembered, and their parts are known by them: a message and its parts are searched by many
 * patterns in turns. The answer is overwritten by the next one.
 */
export function viewOf(text: string): TextView {
  const { length } = text;
  if (length === part.length && text === part) return view;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if (slot.text.length === length && slot.text === text) return look(text, slot, 0);
  }
  if (length >= SHORTEST_PART) {
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!;
      const offset = slot.text.length > length ? slot.text.indexOf(text) : -1;
      if (offset === 0 || (offset > 0 && !isLetterUnit(slot.text.charCodeAt(offset - 1)))) return look(text, slot, offset);
    }
  }
  newest = (newest + 1) % slots.length;
  read(slots[newest]!, text);
  return look(text, slots[newest]!, 0);
}

/** Reads a text again, for patterns that came later. */
export function readAgain({ places }: TextView): void {
  read(places as Slot, places.text);
}

function look(text: string, places: Slot, offset: number): TextView {
  part = text;
  view.places = places;
  view.offset = offset;
  return view;
}

function read(slot: Slot, text: string): void {
  for (let i = 0; i < slot.count; i++) slot.first[slot.live[i]!] = 0;
  if (slot.first.length < needles.patterns) slot.first = new Int32Array(needles.patterns * 2);
  slot.text = text;
  slot.reading = ++readings;
  slot.patterns = needles.patterns;
  slot.count = 0;
  slot.entries = 0;
  const count = readUnits(slot, text);
  findParts(slot, text.length);
  for (let i = count - 1; i >= 0; i--) findHeads(slot, starts[i]!, text.length);
}

/** 0 for a text of plain characters, 1 for one of common characters, 2 for any other. */
export function kindOf(text: string): 0 | 1 | 2 {
  let kind: 0 | 1 = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < FIRST_SPECIAL || (unit < isPlain.length && isPlain[unit] === 1)) continue;
    if (unit >= LAST_ALPHABET && !isCommonUnit(unit)) return 2;
    kind = 1;
  }
  return kind;
}

function readUnits(slot: Slot, text: string): number {
  const { length } = text;
  if (units.length < length) {
    units = new Uint16Array(length * 2);
    starts = new Uint32Array(length * 2);
  }
  let count = 0;
  let common = true;
  let plain = true;
  let inWord = false;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit;
    if (!inWord) starts[count++] = i;
    if (unit >= FIRST_SPECIAL && (unit >= isPlain.length || isPlain[unit] === 0)) {
      plain = false;
      if (unit >= LAST_ALPHABET && !isCommonUnit(unit)) common = false;
    }
    inWord = isLetterUnit(unit);
  }
  slot.common = common;
  slot.plain = plain;
  return count;
}

function findParts(slot: Slot, length: number): void {
  const { parts } = needles;
  const { bits, begun, whole, pattern, next } = parts;
  const { first } = slot;
  for (let at = 0; at < length; at++) {
    let hash = 0;
    const end = Math.min(length, at + LONGEST_WORD);
    for (let i = at; i < end; i++) {
      hash = hashOn(hash, units[i]!);
      if (isMarked(whole, hash, bits)) {
        for (let entry = waitingFor(parts, hash); entry !== 0; entry = next[entry]!) {
          const number = pattern[entry]!;
          if (first[number] !== 0) continue;
          first[number] = -1;
          slot.live[slot.count++] = number;
        }
      }
      if (!isMarked(begun, hash, bits)) break;
    }
  }
}

/** Called from the end of the text on, so that lists go forward. */
function findHeads(slot: Slot, at: number, length: number): void {
  const { heads } = needles;
  const { bits, begun, whole, pattern, next } = heads;
  let hash = 0;
  const end = Math.min(length, at + LONGEST_WORD);
  for (let i = at; i < end; i++) {
    hash = hashOn(hash, units[i]!);
    if (isMarked(whole, hash, bits)) {
      for (let entry = waitingFor(heads, hash); entry !== 0; entry = next[entry]!) enter(slot, pattern[entry]!, at);
    }
    if (!isMarked(begun, hash, bits)) return;
  }
}

function enter(slot: Slot, pattern: number, at: number): void {
  const known = slot.first[pattern]!;
  if (known === 0) slot.live[slot.count++] = pattern;
  else if (slot.places[known] === at) return;
  const entry = ++slot.entries;
  if (entry >= slot.places.length) {
    slot.places = grown(slot.places);
    slot.next = grown(slot.next);
  }
  slot.places[entry] = at;
  slot.next[entry] = known;
  slot.first[pattern] = entry;
}

function grown(old: Int32Array): Int32Array {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}

/** Latin, Greek and Cyrillic letters stand below it. */
const LAST_ALPHABET = 0x530;

/** Signs, and halves of the pictographs' pairs. */
function isCommonUnit(unit: number): boolean {
  return (unit >= 0x2000 && unit < 0x2c00) || (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0xdc00 && unit < 0xe000) || unit === 0xfe0f;
}

/** All characters that a common text may hold, as one string. */
export function commonCharacters(): string {
  const ranges = [
    [0, LAST_ALPHABET],
    [0x2000, 0x2c00],
    [0xfe0f, 0xfe10],
    [0x1f000, 0x1fc00],
  ] as const;
  return ranges.map(([from, to]) => Array.from({ length: to - from }, (_, i) => String.fromCodePoint(from + i)).join('')).join('');
}

/** Below it stands ASCII. */
const FIRST_SPECIAL = 0x80;

/** Western and Central European Latin, Cyrillic, and the signs of print: no marks, no numbers but digits, nothing beyond the basic plane. */
const plainRanges: readonly (readonly [from: number, to: number])[] = [
  [0, 0xa9],
  [0xab, 0xb1],
  [0xb6, 0xb8],
  [0xbb, 0xbb],
  [0xbf, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x400, 0x481],
  [0x48a, 0x52f],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x23ff],
  [0x2500, 0x2775],
  [0x2794, 0x2bff],
];
const isPlain: Uint8Array = new Uint8Array(0x3000);
for (const [from, to] of plainRanges) isPlain.fill(1, from, to + 1);

/** All characters that a plain text may hold, as one string. */
export function plainCharacters(): string {
  return plainRanges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('')).join('');
}
