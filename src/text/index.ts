export { type Folded, fold, originalRange } from './fold.ts';
export { quick } from './quick-pattern.ts';
export { unmask } from './unmask.ts';
export { buildVocabulary, type Vocabulary } from './vocabulary.ts';
export { buildWordFinder, type WordFinder } from './word-finder.ts';
