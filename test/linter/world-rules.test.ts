import { describe, expect, it } from 'vitest';
import { literalsOf } from '../../src/linter/lexicon/literals.ts';
import { worldLexicons } from '../../src/linter/lexicon/world-lexicons.ts';
import { RuleTester } from '../../src/linter/rule-tester.ts';
import { worldRules } from '../../src/linter/rules-world.ts';

const tester = RuleTester({ describe, it });
for (const rule of worldRules) tester.run(rule);

describe('lexicons', () => {
  it('hold only wordings that the word finder can wake', () => {
    for (const lexicon of Object.values(worldLexicons)) {
      for (const [topic, fragments] of Object.entries(lexicon)) {
        if (topic === 'spaced' || topic === 'noName' || topic === 'filtered') continue;
        for (const fragment of fragments as readonly string[]) expect(literalsOf(fragment).every((literal) => literal !== '')).toBe(true);
      }
    }
  });

  it('finds the literal parts of a fragment', () => {
    expect(literalsOf('colou?r')).toEqual(['colo']);
    expect(literalsOf('(?:big|small) sale')).toEqual(['sale']);
    expect(literalsOf('(?:alpha|beta)')).toEqual(['alpha', 'beta']);
    expect(() => literalsOf('\\d+')).toThrow(/no literal part/u);
  });
});
