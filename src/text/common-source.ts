import { commonCharacters } from './text-places.ts';

/**
 * Source of a pattern that finds the same in common texts, with short lists for the classes of Unicode: `\p{L}` costs a millisecond to compile
 * and makes each look-around slow. Undefined when there is nothing to shorten.
 */
export function commonSource(source: string): string | undefined {
  if (/\\P\{|\[\[/u.test(source)) return undefined;
  const shortened = source.replace(/\\[^p]|\[(?:\\.|[^\]\\]){0,400}\]|\\p\{([\w=]{1,40})\}/gsu, (part, name?: string) => {
    if (name !== undefined) return `[${rangesOf(name)}]`;
    return part.startsWith('[')
      ? part.replace(/\\[^p]|\\p\{([\w=]{1,40})\}/gsu, (inner, its?: string) => (its === undefined ? inner : rangesOf(its)))
      : part;
  });
  return shortened === source ? undefined : shortened;
}

const known = new Map<string, string>();

/** The common characters of a Unicode property, as ranges inside a class. */
function rangesOf(name: string): string {
  let ranges = known.get(name);
  if (ranges === undefined) {
    ranges =
      commonCharacters()
        .match(new RegExp(`\\p{${name}}+`, 'gu'))
        ?.flatMap(runs)
        .join('') ?? '';
    known.set(name, ranges);
  }
  return ranges;
}

/** Neighbours in the string of common characters are neighbours in Unicode but at its few joints. */
function runs(text: string): readonly string[] {
  const found: [number, number][] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const last = found.at(-1);
    if (last !== undefined && code === last[1] + 1) last[1] = code;
    else found.push([code, code]);
  }
  return found.map(([from, to]) => (from === to ? escapeOf(from) : `${escapeOf(from)}-${escapeOf(to)}`));
}

function escapeOf(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
