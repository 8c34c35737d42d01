import { numberOf, quick } from '../../text/quick-pattern.ts';
import { readAgain, viewOf } from '../../text/text-places.ts';
import { matchesOfAll } from '../matches.ts';
import type { Lexicon, Topic } from './lexicon.ts';

/** The wordings of one topic: searched like one pattern of all of them, of which only those with a literal part in the text are run. */
export interface Wording {
  /** False when none of the wordings can occur in a text or any part of it. */
  mayOccur(text: string): boolean;
  /** True when one of the wordings occurs. */
  test(text: string): boolean;
  /** Matches from left to right, none overlapping; where two begin alike, the wording listed first wins. */
  [Symbol.matchAll](text: string): readonly RegExpExecArray[];
}

/** Wordings of some languages, by topic; undefined for a topic none of them has a word of. */
export type WordingOf = (topic: Topic) => Wording | undefined;

interface Fragment {
  readonly topic: number;
  readonly pattern: RegExp;
}

/** By number of the topic, the patterns that can match in a text, and the matches found so far. */
interface Present {
  reading: number;
  readonly patterns: (RegExp[] | undefined)[];
  readonly matches: (readonly RegExpExecArray[] | undefined)[];
}

/** Texts whose wordings are remembered: a message, and what was made of it. */
const MOST_READ = 3;

/** Builds the wordings of a set of languages. */
export function wordingsOf(lexicons: readonly Lexicon[]): WordingOf {
  const names: Topic[] = [];
  const fragments: Fragment[] = [];
  for (const lexicon of lexicons) {
    for (const name of Object.keys(lexicon) as (keyof Lexicon)[]) {
      if (name === 'spaced' || name === 'noName' || name === 'filtered') continue;
      if (!names.includes(name)) names.push(name);
      const topic = names.indexOf(name);
      for (const fragment of lexicon[name] ?? []) fragments.push({ topic, pattern: patternOf(fragment, lexicon.spaced) });
    }
  }
  const present = reader(fragments, names.length);
  const wordings = new Map(names.map((name, topic) => [name, wording(topic, present)]));
  return (topic) => wordings.get(topic);
}

/** Languages stand in many sets: their patterns are made once. */
const patterns = new Map<string, RegExp>();

function patternOf(fragment: string, spaced: boolean): RegExp {
  const source = sourceOf(fragment, spaced);
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    pattern = quick(new RegExp(source, 'gu'));
    patterns.set(source, pattern);
  }
  return pattern;
}

/** The longest ending or run of digits: no word is longer, and a match costs a constant at each place of a text. */
const LONGEST_RUN = 30;
const openQuantifier = /\\p\{[^}]{1,30}\}|\\.|\[[^\]]{0,80}\]|[*+]/gu;

/** Source of the pattern that a wording is searched with. */
export function sourceOf(fragment: string, spaced: boolean): string {
  const bounded = fragment.replace(openQuantifier, (part) => (part === '*' ? `{0,${LONGEST_RUN}}` : part === '+' ? `{1,${LONGEST_RUN}}` : part));
  return spaced ? bordered(bounded) : bounded;
}

/** `2 cancel` does not begin amid `10422 cancel`, nor does `241` stand in `241071`; a fragment's own `\d` may be the first of many. */
const [notAfterDigit, notBeforeDigit] = ['(?<!\\p{N}(?=\\p{N}))', '(?!(?<=\\p{N})\\p{N})'];

/** A whole word or phrase. */
function bordered(fragment: string): string {
  const hasDigits = /\d/u.test(fragment);
  const end = `(?![\\p{L}\\p{M}])${hasDigits && !fragment.includes('\\d') ? notBeforeDigit : ''}`;
  return `(?<![\\p{L}\\p{M}])${hasDigits ? notAfterDigit : ''}(?:${fragment})${end}`;
}

/** Gives the patterns that can match in a text, in the order of the lists. Of a part of a text read before, those of the whole are given. */
function reader(fragments: readonly Fragment[], topics: number): (text: string) => Present {
  const read = Array.from({ length: MOST_READ }, (): Present => ({ reading: 0, patterns: Array(topics), matches: Array(topics) }));
  let newest = 0;
  const listed = new Map<number, number[]>();
  fragments.forEach(({ pattern }, i) => {
    const number = numberOf(pattern);
    const others = listed.get(number);
    if (others === undefined) listed.set(number, [i]);
    else others.push(i);
  });
  const last = Math.max(0, ...listed.keys());
  const byNumber: (readonly number[] | undefined)[] = Array.from({ length: last + 1 }, (_, number) => listed.get(number));
  const found: number[] = [];
  return (text) => {
    const view = viewOf(text);
    if (view.places.patterns <= last) readAgain(view);
    const { reading, live, count } = view.places;
    for (let i = 0; i < MOST_READ; i++) if (read[i]!.reading === reading) return read[i]!;
    newest = (newest + 1) % MOST_READ;
    const present = read[newest]!;
    present.reading = reading;
    present.patterns.fill(undefined);
    present.matches.fill(undefined);
    found.length = 0;
    for (let i = 0; i < count; i++) {
      const number = live[i]!;
      const mine = number <= last ? byNumber[number] : undefined;
      if (mine !== undefined) for (const fragment of mine) found.push(fragment);
    }
    found.sort(ascending);
    for (const number of found) {
      const { topic, pattern } = fragments[number]!;
      const mine = present.patterns[topic];
      if (mine === undefined) present.patterns[topic] = [pattern];
      else if (!mine.includes(pattern)) mine.push(pattern);
    }
    return present;
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}

const none: readonly RegExpExecArray[] = [];

function wording(topic: number, read: (text: string) => Present): Wording {
  return {
    mayOccur: (text) => read(text).patterns[topic] !== undefined,
    test(text) {
      const patterns = read(text).patterns[topic];
      if (patterns === undefined) return false;
      for (let i = 0; i < patterns.length; i++) {
        const pattern = patterns[i]!;
        pattern.lastIndex = 0;
        if (pattern.test(text)) return true;
      }
      return false;
    },
    [Symbol.matchAll](text) {
      const present = read(text);
      const patterns = present.patterns[topic];
      if (patterns === undefined) return none;
      if (viewOf(text).places.text.length !== text.length) return matchesOfAll(text, patterns);
      present.matches[topic] ??= matchesOfAll(text, patterns);
      return present.matches[topic];
    },
  };
}
