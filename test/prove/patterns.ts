import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { sourceOf } from '../../src/linter/lexicon/wording.ts';
import { worldLexicons } from '../../src/linter/lexicon/world-lexicons.ts';

/** A pattern that licet ships, and where it stands. */
export interface ShippedPattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = new URL('../../', import.meta.url).pathname;

/** Every pattern literal of the library, and every wording of the lexicons as it is compiled. */
export function shippedPatterns(): readonly ShippedPattern[] {
  return [...globSync('src/**/*.ts', { cwd: root }).flatMap(literalsIn), ...wordings()];
}

function literalsIn(file: string): readonly ShippedPattern[] {
  const found: ShippedPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ place: file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

function wordings(): readonly ShippedPattern[] {
  return Object.entries(worldLexicons).flatMap(([language, { spaced, noName: _names, filtered: _filtered, ...topics }]) =>
    Object.values(topics).flatMap((fragments) =>
      fragments.map((fragment) => ({ place: `lexicon ${language}`, source: sourceOf(fragment, spaced), flags: 'gu' })),
    ),
  );
}

/** True when no quantifier is without an upper bound: then each place of a text costs a constant, and a search is linear. */
export function isBounded(source: string): boolean {
  return !/[*+]|\{\d+,\}/u.test(withoutClasses(source));
}

function withoutClasses(source: string): string {
  return source.replace(/\\[pPu]\{[^}]*\}|\\./gu, 'a').replace(/\[[^\]]*\]/gu, 'a');
}

const samples: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\\s|\[[^\]]* [^\]]*\]/u, [' ', '\n']],
  [/\\d|\\w|0-9/u, ['1']],
  [/\\p\{|\[\^|\\w|\\S|a-z|\./u, ['a', 'б', 'A']],
  [/\\p\{M\}/u, ['\u0301']],
  [/\\p\{Ext/u, ['😀']],
];

/** What to repeat so that a pattern's unbounded parts meet as much as possible: its own words and signs, members of its classes, and pairs. */
export function pumpsOf(source: string): readonly string[] {
  const words =
    withoutClasses(source.replace(/\\([^pPuwsdWSDbB\d])/gu, '$1').replace(/\(\?<?[=!:]/gu, '(')).match(/[\p{L}' ]{2,12}|[^\p{L}()|?*+{}\\^$ ]/gu) ??
    [];
  const members = [...source.matchAll(/\[\^?((?:\\.|[^\]\\])+)\]/gu)].flatMap(([, inner]) => [
    ...(inner ?? '').replace(/\\[pP]\{[^}]*\}|\\[a-z]|.-./gu, ''),
  ]);
  const singles = new Set([
    ...words,
    ...members.filter((char) => char !== '\\'),
    ...samples.flatMap(([shape, chars]) => (shape.test(source) ? chars : [])),
  ]);
  const few = [...singles].slice(0, 14);
  return [...few, ...few.slice(0, 5).flatMap((one) => few.slice(-5).map((other) => one + other))];
}
