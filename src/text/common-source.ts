import { commonCharacters, plainCharacters } from './text-places.ts';

/**
 * Source of a pattern that finds the same in common texts, with short lists for the classes of Unicode: `\p{L}` costs a millisecond to compile
 * and makes each look-around slow. Undefined when there is nothing to shorten.
 */
export function commonSource(source: string): string | undefined {
  const shortened = withClasses(source, (name) => known(common, name, commonRanges));
  return shortened === source ? undefined : shortened;
}

/**
 * Source of a pattern without the `u` flag that finds the same in plain texts: those of `plainCharacters` alone. Its machine code is a tenth as
 * long, which tells where hundreds of patterns take turns. Undefined when the pattern speaks of other characters than can be so written.
 */
export function plainSource(source: string): string | undefined {
  if (/[\ud800-\udfff]|\\u\{/.test(source)) return undefined;
  return withClasses(source, (name) => known(plain, name, plainRanges));
}

function withClasses(source: string, rangesOf: (name: string) => string): string | undefined {
  if (/\\P\{|\[\[/u.test(source)) return undefined;
  return source.replace(/\\[^p]|\[(?:\\.|[^\]\\]){0,400}\]|\\p\{([\w=]{1,40})\}/gsu, (part, name?: string) => {
    if (name !== undefined) return `[${rangesOf(name)}]`;
    return part.startsWith('[')
      ? part.replace(/\\[^p]|\\p\{([\w=]{1,40})\}/gsu, (inner, its?: string) => (its === undefined ? inner : rangesOf(its)))
      : part;
  });
}

const common = new Map<string, string>();
const plain = new Map<string, string>();

/** What a Unicode property holds of some characters, as ranges inside a class. */
function known(ranges: Map<string, string>, name: string, read: (property: RegExp) => string): string {
  let found = ranges.get(name);
  if (found === undefined) {
    found = read(new RegExp(`\\p{${name}}+`, 'gu'));
    ranges.set(name, found);
  }
  return found;
}

function commonRanges(property: RegExp): string {
  return commonCharacters().match(property)?.flatMap(runs).join('') ?? '';
}

/** A range may go over characters that no plain text holds: there are few ranges then. */
function plainRanges(property: RegExp): string {
  const unit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return (
    plainCharacters()
      .match(property)
      ?.map((run) => (run.length === 1 ? unit(run) : `${unit(run[0]!)}-${unit(run.at(-1)!)}`))
      .join('') ?? ''
  );
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
