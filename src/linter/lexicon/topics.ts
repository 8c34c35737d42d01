import type { Lexicon, Topic } from './lexicon.ts';

/** Literal parts of which a match of the fragment needs at least one: its longest plain run outside groups. */
export function literalOf(fragment: string): string {
  let best = '';
  let run = '';
  let depth = 0;
  const close = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let i = 0; i < fragment.length; i++) {
    const char = fragment[i]!;
    if (char === '\\') {
      close();
      i++;
      if (fragment[i] === 'p') i = fragment.indexOf('}', i);
      continue;
    }
    if (char === '[') {
      close();
      i = fragment.indexOf(']', i);
      continue;
    }
    if (char === '(' || char === ')') {
      close();
      depth += char === '(' ? 1 : -1;
      continue;
    }
    if (depth > 0) continue;
    if (char === '?' || char === '*' || char === '{') {
      run = run.slice(0, -1);
      close();
      if (char === '{') i = fragment.indexOf('}', i);
    } else if (char === '+' || char === '.' || char === '|') close();
    else run += char;
  }
  close();
  return best.trim();
}

/** The wordings of a topic, compiled per set of languages; `undefined` when no language has one. */
export interface TopicIndex {
  pattern(topic: Topic, languages: readonly string[]): RegExp | undefined;
  /** Triggers for the automaton over all languages: empty when some wording has no literal part. */
  triggers(topics: readonly Topic[]): readonly string[];
}

const MAX_COMPILED = 500;

/** Builds the index of a set of lexicons. */
export function topicIndex(lexicons: Readonly<Record<string, Lexicon>>): TopicIndex {
  const compiled = new Map<string, RegExp | undefined>();
  const compile = (topic: Topic, languages: readonly string[]): RegExp | undefined => {
    const parts = languages.flatMap((language) => {
      const lexicon = lexicons[language];
      const fragments = lexicon?.[topic] ?? [];
      if (lexicon === undefined || fragments.length === 0) return [];
      const any = fragments.join('|');
      return [lexicon.spaced ? `(?<![\\p{L}\\p{M}])(?:${any})(?![\\p{L}\\p{M}])` : `(?:${any})`];
    });
    return parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'gu');
  };
  return {
    pattern(topic, languages) {
      const key = `${topic} ${languages.join(' ')}`;
      if (!compiled.has(key)) {
        if (compiled.size >= MAX_COMPILED) compiled.clear();
        compiled.set(key, compile(topic, languages));
      }
      return compiled.get(key);
    },
    triggers(topics) {
      const fragments = Object.values(lexicons).flatMap((lexicon) => topics.flatMap((topic) => lexicon[topic] ?? []));
      return [...new Set(fragments.map(literalOf))];
    },
  };
}
