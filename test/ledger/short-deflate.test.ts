import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShortDeflate } from '../../src/ledger/short-deflate.ts';

const dictionary = Buffer.from('{"address":"+7","note":"https://www. Согласен получать рекламу"}');
const words = fc
  .array(fc.constantFrom('{"address":"', '+79990000001', 'https://', 'Согласен ', 'aaaaaaaa', 'b', '😀', '\\"'), { maxLength: 60 })
  .map((list) => Buffer.from(list.join('')));

describe('createShortDeflate', () => {
  const short = createShortDeflate(dictionary);

  it.each([
    ['text', words],
    ['any bytes', fc.uint8Array({ maxLength: 600 })],
    ['repetitive bytes', fc.array(fc.constantFrom(0, 1), { maxLength: 4_200 }).map((list) => Uint8Array.from(list))],
  ])('writes %s so that zlib reads it', (_what, data) => {
    fc.assert(
      fc.property<[Uint8Array]>(data, (given) => {
        const packed = short.pack(given);
        expect(inflateRawSync(packed, { dictionary })).toEqual(Buffer.from(given));
        expect(short.unpack(packed, 5_000)).toEqual(Buffer.from(given));
      }),
      { numRuns: 200 },
    );
  });

  it.each([0, 1, 2, 3, 257, 258, 259, 4_095, 4_096, 4_097, 100_000])('packs %i equal bytes', (length) => {
    const data = Buffer.alloc(length, 7);
    const packed = short.pack(data);
    expect(short.unpack(packed, 100_000)).toEqual(data);
    if (length > 100) expect(packed.length).toBeLessThan(length / 5);
  });

  it('can be read without a preset dictionary, by a stored block before it', () => {
    const packed = short.pack(Buffer.from('{"address":"+79990000002"}'));
    const head = Buffer.alloc(5);
    head.writeUInt16LE(dictionary.length, 1);
    head.writeUInt16LE(0xffff - dictionary.length, 3);
    const whole = inflateRawSync(Buffer.concat([head, dictionary, packed]));
    expect(whole.subarray(dictionary.length).toString()).toBe('{"address":"+79990000002"}');
  });

  it('gets shorter by the dictionary, from one text to the next alike', () => {
    const text = Buffer.from('{"address":"+79990000001","note":"https://www.example.org"}');
    const first = Buffer.from(short.pack(text));
    short.pack(Buffer.from('something else, something else'));
    expect(Buffer.from(short.pack(text))).toEqual(first);
    expect(first.length).toBeLessThan(createShortDeflate(Buffer.alloc(0)).pack(text).length);
  });

  it('refuses to grow without end, and a dictionary out of measure', () => {
    expect(() => short.unpack(short.pack(Buffer.alloc(50_000)), 1_000)).toThrow();
    expect(() => createShortDeflate(Buffer.alloc(4_097))).toThrow(RangeError);
  });
});
