import { type Automaton, buildAutomaton, quick } from '../../text/index.ts';
import type { Lexicon, Topic } from './lexicon.ts';
import { literalsOf } from './literals.ts';

/** The wordings of one topic: searched like one pattern of all of them, of which only those with a literal part in the text are run. */
export interface Wording {
  /** True when one of the wordings occurs. */
  test(text: string): boolean;
  /** Matches from left to right, none overlapping; where two begin alike, the wording listed first wins. */
  [Symbol.matchAll](text: string): IterableIterator<RegExpExecArray>;
}

/** Wordings of some languages, by topic; undefined for a topic none of them has a word of. */
export type WordingOf = (topic: Topic) => Wording | undefined;

interface Fragment {
  readonly topic: Topic;
  readonly source: string;
  pattern?: RegExp;
}

type Present = Partial<Record<Topic, Fragment[]>>;

/** Texts whose wordings are remembered: a message, and what was made of it. */
const MOST_READ = 3;

/** Builds the wordings of a set of languages: one automaton finds in one pass which of them can occur in a text. */
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
  const present = reader(fragments, buildAutomaton(literals));
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

/** A whole word or phrase. The border before it is looked at after its first letters, so that the search can skip to them. */
function bordered(fragment: string): string {
  const start = hasBranches(fragment) ? undefined : plainStart.exec(fragment)?.[0];
  if (start === undefined) return `(?<![\\p{L}\\p{M}])(?:${fragment})(?![\\p{L}\\p{M}])`;
  return `${start}(?<![\\p{L}\\p{M}]${start})${fragment.slice(start.length)}(?![\\p{L}\\p{M}])`;
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
function reader(fragments: readonly Fragment[], automaton: Automaton): (text: string) => Present {
  const read = Array.from({ length: MOST_READ }, () => ({ text: '', present: {} as Present }));
  let newest = 0;
  const numbers: number[] = [];
  const note = (number: number): void => {
    numbers.push(number);
  };
  return (text) => {
    for (const one of read) if (one.text.length >= text.length && one.text.includes(text)) return one.present;
    numbers.length = 0;
    automaton.scan(text, note);
    numbers.sort((a, b) => a - b);
    const present: Present = {};
    for (const number of numbers) {
      const fragment = fragments[number]!;
      present[fragment.topic] ??= [];
      present[fragment.topic]!.push(fragment);
    }
    newest = (newest + 1) % MOST_READ;
    read[newest] = { text, present };
    return present;
  };
}

function patternOf(fragment: Fragment): RegExp {
  fragment.pattern ??= quick(new RegExp(fragment.source, 'gu'));
  return fragment.pattern;
}

function wording(topic: Topic, present: (text: string) => Present): Wording {
  return {
    test(text) {
      for (const fragment of present(text)[topic] ?? []) {
        const pattern = patternOf(fragment);
        pattern.lastIndex = 0;
        if (pattern.test(text)) return true;
      }
      return false;
    },
    *[Symbol.matchAll](text) {
      const patterns = (present(text)[topic] ?? []).map(patternOf);
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
        if (first === undefined) return;
        from = first.index + Math.max(1, first[0].length);
        yield first;
      }
    },
  };
}
