import { describe, expect, it } from 'vitest';
import { countSegments } from '../../src/template/index.ts';

/** The standard's own procedure, spelt out: sizes of characters, greedy filling, a header from the second part on. */
function byTheBook(given: string) {
  const text = given.normalize('NFC');
  const oneSeptet =
    '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
  const twoSeptets = '\f^{}\\[~]|€';
  const gsm = [...text].every((character) => oneSeptet.includes(character) || twoSeptets.includes(character));
  const sizes = [...text].map((character) => (gsm ? (twoSeptets.includes(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [single, multi] = gsm ? [160, 153] : [70, 67];
  let segments = 1;
  if (units > single) {
    let used = 0;
    for (const size of sizes) {
      if (used + size > multi) {
        segments += 1;
        used = 0;
      }
      used += size;
    }
  }
  return { encoding: gsm ? 'GSM-7' : 'UCS-2', segments, units };
}

describe('countSegments', () => {
  it.each([
    ['', 'GSM-7', 1, 0],
    ['a'.repeat(160), 'GSM-7', 1, 160],
    ['a'.repeat(161), 'GSM-7', 2, 161],
    ['a'.repeat(306), 'GSM-7', 2, 306],
    ['a'.repeat(307), 'GSM-7', 3, 307],
    [']'.repeat(80), 'GSM-7', 1, 160],
    [']'.repeat(153), 'GSM-7', 3, 306],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3, 306],
    ['я'.repeat(70), 'UCS-2', 1, 70],
    ['я'.repeat(71), 'UCS-2', 2, 71],
    ['я'.repeat(134), 'UCS-2', 2, 134],
    [`${'я'.repeat(66)}😀${'я'.repeat(66)}`, 'UCS-2', 3, 134],
    ['ç', 'UCS-2', 1, 1],
    ['Ç', 'GSM-7', 1, 1],
    ['man\u0303ana', 'GSM-7', 1, 6],
    ['\u2126', 'GSM-7', 1, 1],
    ['a\r\nb', 'GSM-7', 1, 4],
    ['`', 'UCS-2', 1, 1],
    ['€я', 'UCS-2', 1, 2],
    ['❤️👨‍👩‍👧‍👦', 'UCS-2', 1, 13],
    ['\ud83d', 'UCS-2', 1, 1],
    [`${'я'.repeat(66)}\ud83dя${'я'.repeat(66)}`, 'UCS-2', 2, 134],
    ['a\u0301'.repeat(135).slice(1), 'UCS-2', 3, 135],
  ])('counts case %#', (text, encoding, segments, units) => {
    expect(countSegments(text)).toEqual({ encoding, segments, units });
  });

  it('agrees with the standard at every length around every boundary', () => {
    const pieces = ['a', '€', 'я', '😀', 'e\u0301', '\u0438\u0306', 'Ω', '中', '\n'];
    for (const tail of pieces) {
      for (const filler of pieces) {
        for (let length = 60; length <= 320; length += 1) {
          const text = tail + filler.repeat(length) + tail;
          expect(countSegments(text), `${JSON.stringify(filler)} × ${length}`).toEqual(byTheBook(text));
        }
      }
    }
  });

  it('counts the normal form, whatever the writing and whatever marks stand between', () => {
    const blocks = [0x20, 0x100, 0x250, 0x300, 0x370, 0x400, 0x480, 0x500, 0x900, 0x1100, 0x1160, 0x11a8, 0x1e00, 0x2000, 0x2010, 0x2120, 0x3040];
    const wide = [0x3090, 0x4e00, 0x9fe0, 0xac00, 0xd780, 0xf900, 0xfe00, 0x1d158, 0x1f300, 0x1fa00, 0x2f800];
    let state = 5;
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const from = (list: readonly number[]): string => String.fromCodePoint((list[next(list.length)] as number) + next(32));
    for (let round = 0; round < 4_000; round += 1) {
      const [one, two] = [[...blocks, ...wide][next(28)] as number, [...blocks, ...wide][next(28)] as number];
      const text = Array.from({ length: 1 + next(round % 2 === 0 ? 6 : 150) }, () => from([one, two])).join('');
      expect([text, countSegments(text)]).toEqual([text, byTheBook(text)]);
    }
  });
});
