import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { yamlDocument } from '../../src/cli/lint/lint-files-yaml.ts';

const wordsIn = async (value: string, word: string): Promise<string> => {
  const source = `# text: ${word}\nother: "${word}"\nkey: ${value}\n`;
  const document = await yamlDocument(source);
  const text = (document.data as { key: string }).key;
  const start = text.indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  const place = document.locate(['key'])!;
  return source.slice(place.at(start), place.at(start + word.length));
};

describe('yamlDocument', () => {
  it.each([
    ['plain', 'buy kettles now', 'kettles', 'kettles'],
    ['plain over lines', 'buy\n  big kettles\n  now', 'big kettles', 'big kettles'],
    ['plain, a word pair folded', 'buy big\n  kettles now', 'big kettles', 'big\n  kettles'],
    ['single quotes', "'it''s a kettle'", 'kettle', 'kettle'],
    ['single quotes, the quote itself', "'it''s a kettle'", "it's", "it''s"],
    ['double quotes with escapes', '"\\u0421 \\x41\\t\\"kettle\\" now"', 'kettle', 'kettle'],
    ['an escape beyond the basic plane', '"\\U0001F600 kettle"', 'kettle', 'kettle'],
    ['that escape itself', '"a \\U0001F600 b"', '\u{1F600}', '\\U0001F600'],
    ['a break escaped away', '"buy ket\\\n  tle now"', 'now', 'now'],
    ['a literal block', '|\n  buy\n    big\n  kettle now', 'kettle', 'kettle'],
    ['a literal block with an indicator and a comment', '|2- # kettle\n    buy\n  kettle now', 'kettle', 'kettle'],
    ['a folded block', '>-\n  buy a\n  big kettle\n\n  now', 'big kettle', 'big kettle'],
    ['a repeated word', '>\n  now or\n  never, kettle', 'never', 'never'],
  ])('finds words in %s', async (_name, value, word, expected) => {
    expect(await wordsIn(value, word)).toBe(expected);
  });

  it('finds every character of any text, however it is written', async () => {
    const text = fc.stringMatching(/^[a-zа-я"'\\:#👍 \n]{1,60}$/u).filter((one) => one.trim() !== '');
    const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED') as fc.Arbitrary<'PLAIN'>;
    await fc.assert(
      fc.asyncProperty(text, style, async (given, defaultStringType) => {
        const source = stringify({ list: [{ text: given }] }, { defaultStringType, lineWidth: 20 });
        const document = await yamlDocument(source);
        const place = document.locate(['list', 0, 'text'])!;
        let last = -1;
        for (let i = 0; i < given.length; i += 1) {
          const at = place.at(i);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          if (!/\s/u.test(given[i]!)) expect(source[at] === given[i] || source[at] === '\\').toBe(true);
        }
      }),
      { numRuns: 300, seed: 17 },
    );
  });

  it('refuses what is not YAML', async () => {
    await expect(yamlDocument('key: "open')).rejects.toThrow();
    await expect(yamlDocument('a: 1\na: 2\n')).rejects.toThrow();
  });

  it('places what is no text, and nothing at all', async () => {
    const document = await yamlDocument('list:\n  - a\n  - 7\n');
    expect(document.locate(['list', 1])?.range).toEqual([16, 17]);
    expect(document.locate(['list', 5])).toBeUndefined();
    expect(document.locate([])?.range[0]).toBe(0);
  });
});
