import { describe, expect, it } from 'vitest';
import { quick } from '../../src/text/index.ts';

const patterns: readonly RegExp[] = [
  /(?<!\p{L})(?:скидк\p{L}{0,30}|распродаж\p{L}{0,30}|ски(?!\p{L})|по ?дарок)(?!\p{L})/gu,
  /(?<!\p{L})(?:sale|off(?!er)|[ds]eal|a{2}b|x?yz|(?:ab|c)?de)(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])(?:\d{2} ?руб|№ ?1|"[^"]{1,9}")/gu,
  /(?<!\p{L})(?:[Нн]адоел\p{L}{0,30}|[Хх]ватит)[^.!?\n]{0,20}?к/u,
  /(?<!\p{L})скидк|(?<!\p{L})sale/u,
  /(?<!\p{L})скидк|аб/gu,
  /\p{L}\.\p{L}|\d\.\p{L}/u,
  /[\p{L}\p{N}*#-]{3,64}/gu,
  /(?<!\p{L})\p{Lu}[\p{L}&'’]*/gu,
  /^\p{L}{2,}|\p{Sc} ?\d|\p{Extended_Pictographic}/gu,
  /(?<!\p{L})(?:ПРИВЕТ|hello|ſ|k)(?!\p{L})/iu,
  /\P{L}{2}/gu,
  /(?<=\p{M})а|(?<!\p{L})\u0061b/u,
];

const parts = [
  'скидка',
  'Скидки ',
  ' по дарок',
  'ski',
  ' sale',
  'Sale ',
  ' de',
  ' abde',
  'xyz',
  'offer',
  ' off',
  '12 руб',
  '№1',
  ' "аб"',
  'надоел к',
  'Хватит! ',
  ' ',
  '.',
  '-',
  '5€',
  '😀',
  '❤️',
  '\u0301а',
  '한국',
  '中',
  '𝐅',
  '\ud800',
  'ﬁ',
  'K',
  'привет',
  '\u200b',
  ' aab ',
];

/** Texts of some parts each, by fixed dice; every third is long enough to be read before it is searched. */
const texts: readonly string[] = Array.from({ length: 900 }, (_, i) => {
  let state = i + 1;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * parts.length);
  };
  return Array.from({ length: (i % 3 === 0 ? 20 : 1) + (i % 6) }, () => parts[next()]).join('');
});

/** All matches with their places and groups, and how the search goes on after each. */
function answers(pattern: RegExp, text: string): unknown {
  if (!pattern.global) return [pattern.test(text), place(pattern.exec(text))];
  pattern.lastIndex = 0;
  const found: unknown[] = [];
  for (let match = pattern.exec(text); match !== null && found.length < 200; match = pattern.exec(text)) {
    found.push([place(match), pattern.lastIndex]);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return [found, pattern.lastIndex, [...text.matchAll(pattern)].map(place), text.replace(pattern, '_')];
}

function place(match: RegExpExecArray | null): unknown {
  return match === null ? null : [match.index, match.input, ...match];
}

describe('quick', () => {
  it.each(patterns.map((pattern) => [pattern.source, pattern] as const))('answers as the pattern itself: %s', (_, pattern) => {
    const same = quick(new RegExp(pattern.source, pattern.flags));
    const plain = new RegExp(pattern.source, pattern.flags);
    for (const text of texts) expect([text, answers(same, text)]).toEqual([text, answers(plain, text)]);
  });

  it('finds something in these texts with every pattern', () => {
    for (const pattern of patterns) expect([pattern.source, texts.some((text) => text.search(pattern) >= 0)]).toEqual([pattern.source, true]);
  });

  it('answers alike for parts of a text that it knows', () => {
    const text = 'скидка до 5 мая на все чайники, распродажа sale off deal и №1 с "аб" 12 руб на xyz abde по дарок '.repeat(2);
    for (const pattern of patterns) {
      const same = quick(new RegExp(pattern.source, pattern.flags));
      const plain = new RegExp(pattern.source, pattern.flags);
      answers(same, text);
      for (let from = 0; from < 60; from += 1) {
        const part = text.slice(from, from + 60 + (from % 40));
        expect([part, answers(same, part)]).toEqual([part, answers(plain, part)]);
      }
    }
  });

  it('goes on from where it was told to, as a global pattern does', () => {
    const pattern = quick(/(?<!\p{L})(?:on|off)(?!\p{L})/gu);
    pattern.lastIndex = 3;
    expect(pattern.exec('on off on')?.index).toBe(3);
    expect(pattern.exec('on off on')?.index).toBe(7);
    expect(pattern.exec('on off on')).toBeNull();
    expect(pattern.lastIndex).toBe(0);
  });

  it('reads texts longer than it has room for', () => {
    const pattern = quick(/(?<!\p{L})(?:на|по)(?!\p{L})/gu);
    const text = 'слово на '.repeat(2_000);
    expect(text.match(pattern)).toHaveLength(2_000);
  });

  it('goes through all matches while the same pattern is used for another search', () => {
    const pattern = quick(/(?<!\p{L})(?:on|off)(?!\p{L})/gu);
    const seen: [number, boolean][] = [];
    for (const match of 'on off 😀 on'.matchAll(pattern)) seen.push([match.index, pattern.test('x off')]);
    expect(seen.map(([index]) => index)).toEqual([0, 3, 10]);
    expect([...'аб😀'.matchAll(quick(/(?=\p{L}?)/gu))].map(({ index }) => index)).toEqual(
      [...'аб😀'.matchAll(/(?=\p{L}?)/gu)].map(({ index }) => index),
    );
  });
});
