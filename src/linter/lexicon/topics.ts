import type { Lexicon, Topic } from './lexicon.ts';
import { literalsOf } from './literals.ts';
import { type Wording, type WordingOf, wordingsOf } from './wording.ts';

/** The wordings of a topic, compiled per set of languages; `undefined` when no language has one. */
export interface TopicIndex {
  pattern(topic: Topic, languages: readonly string[]): Wording | undefined;
  /** Triggers for the word finder over all languages. */
  triggers(topics: readonly Topic[]): readonly string[];
}

/** Sets of languages kept: more than there are law packs. */
const MAX_SETS = 100;

/** Builds the index of a set of lexicons. */
export function topicIndex(lexicons: Readonly<Record<string, Lexicon>>): TopicIndex {
  const sets = new Map<string, WordingOf>();
  const known = new WeakMap<readonly string[], WordingOf>();
  const setOf = (languages: readonly string[]): WordingOf => {
    const key = languages.join(' ');
    let set = sets.get(key);
    if (set === undefined) {
      set = wordingsOf(languages.flatMap((language) => lexicons[language] ?? []));
      if (sets.size >= MAX_SETS) sets.clear();
      sets.set(key, set);
    }
    known.set(languages, set);
    return set;
  };
  return {
    pattern: (topic, languages) => (known.get(languages) ?? setOf(languages))(topic),
    triggers(topics) {
      const fragments = Object.values(lexicons).flatMap((lexicon) => topics.flatMap((topic) => lexicon[topic] ?? []));
      return [...new Set(fragments.flatMap(literalsOf))];
    },
  };
}
