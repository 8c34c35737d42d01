import { describe, expect, it } from 'vitest';
import { buildWordFinder } from '../../src/text/index.ts';

describe('buildWordFinder', () => {
  it('finds the groups whose words occur', () => {
    const finder = buildWordFinder([['он', 'кот'], ['котик', 'ик'], [], ['собака']]);
    const groups = (text: string) => {
      const found = new Set<number>();
      finder.scan(text, (group) => found.add(group));
      return [...found].sort();
    };
    expect(groups('котик')).toEqual([0, 1]);
    expect(groups('телефон')).toEqual([0]);
    expect(groups('мышь 日本')).toEqual([]);
    expect(groups('собаки и собака')).toEqual([3]);
  });

  it('finds words of every length, also at the end, as a search for each of them would', () => {
    const letters = ['а', 'б', 'в', ' ', 'x', '1', '日', '\u0000'];
    let state = 3;
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const random = (length: number): string => Array.from({ length }, () => letters[next(letters.length)]).join('');
    const groups = Array.from({ length: 200 }, (_, i) => [random(1 + (i % 6)), random(2 + (i % 4)), random(5)]);
    const finder = buildWordFinder(groups);
    for (let round = 0; round < 500; round += 1) {
      const text = random(next(40));
      const seen: number[] = [];
      finder.scan(text, (group) => seen.push(group));
      const wanted = groups.flatMap((words, group) => (words.some((word) => text.includes(word)) ? [group] : []));
      expect([text, seen.toSorted((a, b) => a - b)]).toEqual([text, wanted]);
    }
  });

  it('looks for no empty word', () => {
    const seen: number[] = [];
    buildWordFinder([[''], []]).scan('any text', (group) => seen.push(group));
    expect(seen).toEqual([]);
  });
});
