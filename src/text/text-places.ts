import { isLetterUnit } from './letter-units.ts';

/** What a search wants to know of a text before it begins. Overwritten when other texts are read: use it at once. */
export interface TextPlaces {
  /** Only characters of `commonCharacters` occur. */
  readonly common: boolean;
  /** Places not right after a letter, in order; the first `count` of them count. */
  readonly starts: Uint32Array;
  /** Hashes of the one, two and three units from each start on, in rows of three. */
  readonly hashes: Uint16Array;
  readonly count: number;
}

/** Hashes are below it. */
export const HASHES = 4096;

/** Hash of up to three units; what lies beyond a text's end is 0. */
export function hashOf(first: number, second: number, third: number): number {
  return (first * 0x2f1 + second * 0x6a7 + third * 0xb3d) & (HASHES - 1);
}

interface Slot {
  text: string;
  common: boolean;
  starts: Uint32Array;
  hashes: Uint16Array;
  count: number;
}

const ROOM = 256;
const slots: readonly Slot[] = Array.from({ length: 4 }, () => ({
  text: '',
  common: true,
  starts: new Uint32Array(ROOM),
  hashes: new Uint16Array(3 * ROOM),
  count: 0,
}));
let newest = 0;

/** Reads a text in one pass. The last few texts are remembered: a message and its parts are searched by many patterns in turns. */
export function placesOf(text: string): TextPlaces {
  for (let i = 0; i < slots.length; i++) if (slots[i]!.text === text) return slots[i]!;
  newest = (newest + 1) % slots.length;
  const slot = slots[newest]!;
  read(slot, text);
  return slot;
}

function read(slot: Slot, text: string): void {
  const { length } = text;
  if (slot.starts.length < length) {
    slot.starts = new Uint32Array(length * 2);
    slot.hashes = new Uint16Array(length * 6);
  }
  const { starts, hashes } = slot;
  let count = 0;
  let common = true;
  let inWord = false;
  let unit = length > 0 ? text.charCodeAt(0) : 0;
  let second = length > 1 ? text.charCodeAt(1) : 0;
  for (let i = 0; i < length; i++) {
    const third = i + 2 < length ? text.charCodeAt(i + 2) : 0;
    if (!inWord) {
      starts[count] = i;
      const row = count++ * 3;
      hashes[row] = hashOf(unit, 0, 0);
      hashes[row + 1] = hashOf(unit, second, 0);
      hashes[row + 2] = hashOf(unit, second, third);
    }
    if (unit >= LAST_ALPHABET && !isCommonUnit(unit)) common = false;
    inWord = isLetterUnit(unit);
    unit = second;
    second = third;
  }
  slot.text = text;
  slot.common = common;
  slot.count = count;
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
