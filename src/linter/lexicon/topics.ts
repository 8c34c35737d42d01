import type { Lexicon, Topic } from './lexicon.ts';
import { literalsOf } from './literals.ts';

/** The wordings of a topic, compiled per set of languages; `undefined` when no language has one. */
export interface TopicIndex {
  pattern(topic: Topic, languages: readonly string[]): RegExp | undefined;
  /** Triggers for the automaton over all languages. */
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
      return [...new Set(fragments.flatMap(literalsOf))];
    },
  };
}
