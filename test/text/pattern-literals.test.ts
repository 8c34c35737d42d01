import { describe, expect, it } from 'vitest';
import { literalsIn } from '../../src/text/pattern-literals.ts';

describe('literalsIn', () => {
  it.each([
    ['ba+c', ['ba']],
    ['colou?r', ['colo']],
    ['(?:big|small) sale', ['sale']],
    ['(?<name>alpha|beta){2}x', ['x']],
    ['(?<!foo)(?=bar)qux', ['qux']],
    ['[\\])a-z]{1,3}end\\.', ['end.']],
    ['\\u2026word\\d', ['word']],
    ['\\p{L}{3}-\\u{1f600}', ['-']],
    ['😀?end', ['end']],
    ['a|b*', undefined],
    ['\\d+', undefined],
    ['(?:foo)?', undefined],
  ])('%s', (source, wanted) => {
    expect(literalsIn(source)).toEqual(wanted);
  });
});
