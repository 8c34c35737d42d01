import { buildWordFinder, quick, type WordFinder } from '../../text/index.ts';
import { matchesOf } from '../matches.ts';
import type { Lexicon, Topic } from './lexicon.ts';
import { literalsOf } from './literals.ts';

/** The wordings of one topic: searched like one pattern of all of them, of which only those with a literal part in the text are run. */
export interface Wording {
  /** True when one of the wordings occurs. */
  test(text: string): boolean;
  /** Matches from left to right, none overlapping; where two begin alike, the wording listed first wins. */
  [Symbol.matchAll](text: string): readonly RegExpExecArray[];
}

/** Wordings of some languages, by topic; undefined for a topic none of them has a word of. */
export type WordingOf = (topic: Topic) => Wording | undefined;

interface Fragment {
  readonly topic: Topic;
  readonly source: string;
  pattern?: RegExp;
}

/** The fragments of each topic that can occur in a text, and the matches found so far. */
interface Present {
  readonly text: string;
  readonly fragments: Partial<Record<Topic, Fragment[]>>;
  readonly matches: Partial<Record<Topic, readonly RegExpExecArray[]>>;
}

/** Texts whose wordings are remembered: a message, and what was made of it. */
const MOST_READ = 3;

/** Builds the wordings of a set of languages: one finder finds in one pass which of them can occur in a text. */
export function wordingsOf(lexicons: readonly Lexicon[]): WordingOf {
  const fragments = lexicons.flatMap((lexicon) =>
    (Object.keys(lexicon) as (keyof Lexicon)[]).flatMap((topic): Fragment[] => {
      if (topic === 'spaced' || topic === 'noName' || topic === 'filtered') return [];
      return (lexicon[topic] ?? []).map((fragment) => ({ topic, source: sourceOf(fragment, lexicon.spaced) }));
    }),
  );
  const literals = lexicons.flatMap((lexicon) =>
    (Object.keys(lexicon) as (keyof Lexicon)[]).flatMap((topic) =>
      topic === 'spaced' || topic === 'noName' || topic === 'filtered' ? [] : (lexicon[topic] ?? []).map(literalsOf),
    ),
  );
  const present = reader(fragments, buildWordFinder(literals));
  const wordings = new Map([...new Set(fragments.map(({ topic }) => topic))].map((topic) => [topic, wording(topic, present)]));
  return (topic) => wordings.get(topic);
}

const plainStart = quick(/^[\p{Ll}\p{Lo}' ]+(?![\p{Ll}\p{Lo}' ]|[?*+{|])/u);

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

/** A whole word or phrase. The border before it is looked at after its first letters, so that the search can skip to them. */
function bordered(fragment: string): string {
  const start = hasBranches(fragment) ? undefined : plainStart.exec(fragment)?.[0];
  const hasDigits = /\d/u.test(fragment);
  const end = `(?![\\p{L}\\p{M}])${hasDigits && !fragment.includes('\\d') ? notBeforeDigit : ''}`;
  if (start !== undefined) return `${start}(?<![\\p{L}\\p{M}]${start})${fragment.slice(start.length)}${end}`;
  return `(?<![\\p{L}\\p{M}])${hasDigits ? notAfterDigit : ''}(?:${fragment})${end}`;
}

/** Alternatives outside of any group. */
function hasBranches(fragment: string): boolean {
  let depth = 0;
  for (const char of fragment.replace(/\\./gu, '')) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}

/**
 * Reads which fragments can occur in a text, in the order of the lists. Of a part of a text read before, those of the whole are given: what
 * cannot occur in the whole cannot in its part.
 */
function reader(fragments: readonly Fragment[], finder: WordFinder): (text: string) => Present {
  const read: Present[] = Array.from({ length: MOST_READ }, () => ({ text: '', fragments: {}, matches: {} }));
  let newest = 0;
  const numbers: number[] = [];
  const note = (number: number): void => {
    numbers.push(number);
  };
  return (text) => {
    for (let i = 0; i < MOST_READ; i++) if (isPartOf(text, read[i]!.text)) return read[i]!;
    numbers.length = 0;
    finder.scan(text, note);
    numbers.sort((a, b) => a - b);
    const present: Present = { text, fragments: {}, matches: {} };
    for (const number of numbers) {
      const fragment = fragments[number]!;
      present.fragments[fragment.topic] ??= [];
      present.fragments[fragment.topic]!.push(fragment);
    }
    newest = (newest + 1) % MOST_READ;
    read[newest] = present;
    return present;
  };
}

/** Looking for a part in a long text takes longer than reading the part. */
const LONG_TEXT = 2_000;

function isPartOf(part: string, text: string): boolean {
  return part === text || (text.length < LONG_TEXT && text.includes(part));
}

function patternOf(fragment: Fragment): RegExp {
  fragment.pattern ??= quick(new RegExp(fragment.source, 'gu'));
  return fragment.pattern;
}

const none: readonly RegExpExecArray[] = [];

function wording(topic: Topic, read: (text: string) => Present): Wording {
  return {
    test(text) {
      const { fragments } = read(text);
      for (const fragment of fragments[topic] ?? []) {
        const pattern = patternOf(fragment);
        pattern.lastIndex = 0;
        if (pattern.test(text)) return true;
      }
      return false;
    },
    [Symbol.matchAll](text) {
      const present = read(text);
      const fragments = present.fragments[topic];
      if (fragments === undefined) return none;
      if (present.text !== text) return matchesOfAll(text, fragments.map(patternOf));
      present.matches[topic] ??= matchesOfAll(text, fragments.map(patternOf));
      return present.matches[topic];
    },
  };
}

/** Matches of several patterns from left to right, none overlapping; where two begin alike, the first pattern's. */
function matchesOfAll(text: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] {
  if (patterns.length === 1) return matchesOf(text, patterns[0]!);
  const found: RegExpExecArray[] = [];
  const next: (RegExpExecArray | null | undefined)[] = [];
  for (let from = 0; ; ) {
    let first: RegExpExecArray | undefined;
    for (let i = 0; i < patterns.length; i++) {
      let match = next[i];
      if (match === undefined || (match !== null && match.index < from)) {
        patterns[i]!.lastIndex = from;
        match = patterns[i]!.exec(text);
        next[i] = match;
      }
      if (match !== null && (first === undefined || match.index < first.index)) first = match;
    }
    if (first === undefined) return found;
    from = first.index + Math.max(1, first[0].length);
    found.push(first);
  }
}
