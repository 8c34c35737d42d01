import { fold } from './fold.ts';
import type { Folded } from './folded.ts';
import { unmask } from './unmask.ts';
import { buildVocabulary } from './vocabulary.ts';

/** Builds what reads texts as people do: disguises undone, and masked words of a list read as the words they hide. */
export function seeThrough(words: Iterable<string>): (text: string) => Folded {
  const vocabulary = buildVocabulary(words);
  return (text) => {
    const folded = fold(text);
    return folded.suspicious ? unmask(folded, vocabulary) : folded;
  };
}
