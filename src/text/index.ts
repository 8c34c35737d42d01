export { fold } from './fold.ts';
export { type Folded, originalRange } from './folded.ts';
export { quick } from './quick-pattern.ts';
export { seeThrough } from './see-through.ts';
export { unmask } from './unmask.ts';
export { buildVocabulary, type Vocabulary } from './vocabulary.ts';
export { buildWordFinder, type WordFinder } from './word-finder.ts';
