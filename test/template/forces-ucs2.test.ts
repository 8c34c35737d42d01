import { describe, expect, it } from 'vitest';
import { countSegments, forcesUcs2, smartEncode } from '../../src/template/index.ts';

describe('forcesUcs2', () => {
  it('names each offender with its range and replacement', () => {
    expect(forcesUcs2('Don’t miss – 5 zł').causes).toEqual([
      { range: [3, 4], character: '’', kind: 'typography', replacement: "'" },
      { range: [11, 12], character: '–', kind: 'typography', replacement: '-' },
      { range: [16, 17], character: 'ł', kind: 'letter', replacement: 'l' },
    ]);
  });

  it('says what replacing would save, and nothing when the text stays UCS-2', () => {
    const long = `${'a'.repeat(150)}…`;
    expect(forcesUcs2(long)).toMatchObject({
      now: { encoding: 'UCS-2', segments: 3 },
      afterTypography: { encoding: 'GSM-7', segments: 1, units: 153 },
    });
    expect(forcesUcs2('«да»').afterTypography).toBeNull();
    expect(forcesUcs2('plain')).toEqual({ causes: [], now: countSegments('plain'), afterTypography: null });
  });

  it('sees marks together with their letter', () => {
    expect(forcesUcs2('mañana man\u0303ana').causes).toEqual([]);
    expect(forcesUcs2('Ma\u0301s').causes).toEqual([{ range: [1, 3], character: 'á', kind: 'letter', replacement: 'a' }]);
    expect(forcesUcs2('😀').causes).toEqual([{ range: [0, 2], character: '😀', kind: 'other', replacement: null }]);
  });
});

describe('smartEncode', () => {
  it.each([
    ['“Sale”\u00a0— today…', '"Sale" - today...'],
    ['zero\u200bwidth\ttab', 'zerowidth tab'],
    ['«да» — нет', '«да» — нет'],
    ['“Sale” 😀', '“Sale” 😀'],
    ['man\u0303ana', 'mañana'],
    ['Olá', 'Olá'],
  ])('%j becomes %j', (text, expected) => expect(smartEncode(text)).toBe(expected));

  it('transliterates letters only when allowed, and then is GSM-7', () => {
    expect(smartEncode('São Paulo – Łódź', { letters: true })).toBe('Sao Paulo - Lodz');
    expect(smartEncode('привет', { letters: true })).toBe('привет');
  });
});
