import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Packs short texts with the help of words known beforehand, in the format of RFC 1951 that every platform can read. */
export interface ShortDeflate {
  /** Raw DEFLATE over the preset dictionary. */
  pack(data: Uint8Array): Uint8Array;
  /** The data back. @throws on anything else, and when more than `maxBytes` come out. */
  unpack(packed: Uint8Array, maxBytes: number): Buffer;
}

/** zlib spends most of its time on setting itself up; from this length on that no longer counts, and its own codes pack better. */
const LONG = 4_096;
const MIN_MATCH = 3;
const MAX_MATCH = 258;
const HASH_BITS = 12;
/** Places with the same three bytes that are looked at. */
const TRIES = 12;
const END_OF_BLOCK = 256;

/** Codes of the fixed block type (RFC 1951, section 3.2.6), bits in the order they are sent. */
const literalCodes = new Uint16Array(288);
const literalBits = new Uint8Array(288);
for (let symbol = 0; symbol < 288; symbol += 1) {
  const [code, bits] =
    symbol < 144 ? [48 + symbol, 8] : symbol < 256 ? [400 + symbol - 144, 9] : symbol < 280 ? [symbol - 256, 7] : [192 + symbol - 280, 8];
  literalCodes[symbol] = reversed(code, bits);
  literalBits[symbol] = bits;
}
const lengthStarts = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceStarts = Array.from({ length: 30 }, (_, code) => (code < 4 ? code + 1 : (2 + (code % 2)) * 2 ** (Math.floor(code / 2) - 1) + 1));
const lengthCode = new Uint8Array(MAX_MATCH + 1);
for (let length = MIN_MATCH; length <= MAX_MATCH; length += 1) lengthCode[length] = lengthStarts.findLastIndex((start) => start <= length);
const distanceCode = new Uint8Array(2 * LONG + 1);
for (let distance = 1; distance <= 2 * LONG; distance += 1) distanceCode[distance] = distanceStarts.findLastIndex((start) => start <= distance);
const distanceBits = Uint8Array.from({ length: 30 }, (_, code) => reversed(code, 5));

function reversed(code: number, bits: number): number {
  let from = code;
  let to = 0;
  for (let bit = 0; bit < bits; bit += 1, from >>= 1) to = to * 2 + (from & 1);
  return to;
}

/** @throws {RangeError} when the dictionary is longer than 4,096 bytes. */
export function createShortDeflate(dictionary: Uint8Array): ShortDeflate {
  if (dictionary.length > LONG) throw new RangeError(`A dictionary has at most ${LONG} bytes.`);
  const window = Buffer.alloc(dictionary.length + LONG);
  window.set(dictionary);
  const before = new Int16Array(window.length);
  const latest = new Int16Array(2 ** HASH_BITS).fill(-1);
  for (let at = 0; at + MIN_MATCH <= dictionary.length; at += 1) link(window, before, latest, at);
  const untouched = latest.slice();

  return {
    pack(data) {
      if (data.length > LONG) return deflateRawSync(data, { dictionary });
      window.set(data, dictionary.length);
      latest.set(untouched);
      return packWindow({ window, before, latest, start: dictionary.length, end: dictionary.length + data.length });
    },
    unpack: (packed, maxBytes) => inflateRawSync(packed, { dictionary, maxOutputLength: maxBytes }),
  };
}

interface Search {
  /** Dictionary and data, one behind the other. */
  readonly window: Uint8Array;
  /** The place before each with the same three bytes. */
  readonly before: Int16Array;
  readonly latest: Int16Array;
  readonly start: number;
  readonly end: number;
}

function hashAt(window: Uint8Array, at: number): number {
  const three = (window[at]! << 16) | (window[at + 1]! << 8) | window[at + 2]!;
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function link(window: Uint8Array, before: Int16Array, latest: Int16Array, at: number): void {
  const hash = hashAt(window, at);
  before[at] = latest[hash]!;
  latest[hash] = at;
}

/** One block with fixed codes: always the longest match at hand. */
function packWindow(search: Search): Uint8Array {
  const { window, before, latest, start, end } = search;
  const out = createBitWriter(end - start);
  out.put(0b011, 3);
  for (let at = start; at < end; ) {
    const match = at + MIN_MATCH <= end ? longestMatch(search, at) : 0;
    const length = match === 0 ? 1 : match % 512;
    if (match === 0) out.put(literalCodes[window[at]!]!, literalBits[window[at]!]!);
    else putMatch(out, length, Math.floor(match / 512));
    for (const next = at + length; at < next; at += 1) if (at + MIN_MATCH <= end) link(window, before, latest, at);
  }
  out.put(literalCodes[END_OF_BLOCK]!, literalBits[END_OF_BLOCK]!);
  return out.end();
}

/** Length and, times 512, distance of the longest match; 0 for none that is worth its code. */
function longestMatch({ window, before, latest, end }: Search, at: number): number {
  const limit = Math.min(MAX_MATCH, end - at);
  let best = MIN_MATCH - 1;
  let from = -1;
  let place = latest[hashAt(window, at)]!;
  for (let tries = TRIES; place >= 0 && tries > 0; tries -= 1, place = before[place]!) {
    if (window[place + best] !== window[at + best]) continue;
    let length = 0;
    while (length < limit && window[place + length] === window[at + length]) length += 1;
    if (length <= best) continue;
    best = length;
    from = place;
    if (length === limit) break;
  }
  return from < 0 ? 0 : best + (at - from) * 512;
}

function putMatch(out: BitWriter, length: number, distance: number): void {
  const code = lengthCode[length]!;
  const symbol = 257 + code;
  out.put(literalCodes[symbol]!, literalBits[symbol]!);
  if (lengthExtra[code]! > 0) out.put(length - lengthStarts[code]!, lengthExtra[code]!);
  const far = distanceCode[distance]!;
  out.put(distanceBits[far]!, 5);
  if (far > 3) out.put(distance - distanceStarts[far]!, (far >> 1) - 1);
}

interface BitWriter {
  /** At most 16 bits, the lowest sent first. */
  put(bits: number, count: number): void;
  /** What was written, filled up to a whole byte. */
  end(): Uint8Array;
}

/** A literal takes nine bits at most, so that an eighth more than the data is enough. */
function createBitWriter(dataLength: number): BitWriter {
  const bytes = Buffer.allocUnsafe(dataLength + (dataLength >> 3) + 8);
  let at = 0;
  let held = 0;
  let count = 0;
  return {
    put(bits, length) {
      held |= bits << count;
      count += length;
      while (count >= 8) {
        bytes[at] = held & 255;
        at += 1;
        held >>>= 8;
        count -= 8;
      }
    },
    end() {
      if (count > 0) {
        bytes[at] = held & 255;
        at += 1;
      }
      return bytes.subarray(0, at);
    },
  };
}
