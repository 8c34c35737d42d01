/** A tree of words to look masked ones up in. */
export interface Vocabulary {
  readonly children: ReadonlyMap<string, Vocabulary>;
  /** True when a word ends here. */
  readonly ends: boolean;
}

/** Shortest word that is worth hiding, and that can be told from an accident. */
const SHORTEST = 4;

/** Builds the tree of all single words of at least four letters among `words` (folded). */
export function buildVocabulary(words: Iterable<string>): Vocabulary {
  const root: MutableVocabulary = { children: new Map(), ends: false };
  for (const word of words) {
    if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) continue;
    let node = root;
    for (const char of word) {
      let child = node.children.get(char);
      if (child === undefined) {
        child = { children: new Map(), ends: false };
        node.children.set(char, child);
      }
      node = child;
    }
    node.ends = true;
  }
  return root;
}

interface MutableVocabulary {
  readonly children: Map<string, MutableVocabulary>;
  ends: boolean;
}
