import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from '../docs/code-blocks.ts';
import { faultsOf } from '../docs/compile-blocks.ts';

const pages = [...globSync('docs/**/*.md'), ...globSync('*.md')].toSorted();
const blocks = pages.flatMap((path) => codeBlocks(path, readFileSync(path, 'utf8')));
/** Code without its indentation: an excerpt may stand deeper in an example than on the page. */
const outline = (code: string) =>
  code
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
/** The examples are compiled with everything else and run by tests of their own: what stands there word for word is proven there. */
const examples = globSync('examples/**/*.ts').map((path) => outline(readFileSync(path, 'utf8')));
const TypeScript = new Set(['ts', 'typescript']);
const known = new Set([...TypeScript, 'json', 'sh', 'text', 'sql', 'csv', 'jsonl', 'yaml']);

describe('code on the pages', () => {
  it('is in a language this test knows', () => {
    expect(blocks.filter(({ language }) => !known.has(language)).map(({ place, language }) => `${place} ${language}`)).toEqual([]);
  });

  it('compiles, every block of TypeScript', { timeout: 120_000 }, () => {
    const typed = blocks.filter(({ language }) => TypeScript.has(language));
    expect(typed.length).toBeGreaterThan(20);
    const ownWords = typed.filter(({ code }) => !examples.some((example) => example.includes(outline(code))));
    expect(faultsOf(ownWords)).toEqual([]);
  });

  it('is well-formed JSON where it says so', () => {
    const broken = blocks
      .filter(({ language }) => language === 'json')
      .filter(({ code }) => {
        try {
          JSON.parse(code);
          return false;
        } catch {
          return true;
        }
      });
    expect(broken.map(({ place }) => place)).toEqual([]);
  });

  it('would not pass with a fault in it', { timeout: 120_000 }, () => {
    const wrong = "import { createMessenger, nothingOfTheKind } from 'licet';\nconst n: number = 'one';\ncreateMessenger();\n";
    expect(faultsOf([{ place: 'here:1', language: 'ts', code: wrong, given: '' }])).toHaveLength(3);
  });
});
