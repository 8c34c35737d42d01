import type { ReplyContext } from '../classify-reply.ts';
import type { NormalisedReply } from '../normalise.ts';
import type { Vocabulary, WordClass, WordTags } from '../vocabulary.ts';

/** Features are numbered by a hash of so many bits. */
export const FEATURE_BITS = 18;
const MASK = (1 << FEATURE_BITS) - 1;

/** Words of a reply that count. */
const MOST_WORDS = 60;
/** Letters of a word that make its stem. */
const STEM_LENGTH = 5;
/** How far two classes of words may stand from one another, in words. */
const PAIR_REACH = 4;
/** Replies of this many words and more are all long. */
const LONG = 12;

const kinds = { word: 1, stem: 2, pair: 3, letters: 4, signs: 5, tag: 6, tags: 7, wordTag: 8, tagWord: 9, context: 10, inContext: 11, length: 12, mark: 13, first: 14, last: 15, picture: 16 } as const; // biome-ignore format: a table

const tagNumbers: Readonly<Record<WordClass, number>> = { stop: 1, mailing: 2, object: 3, not: 4, contact: 5, keep: 6 };
/** Stands for a reply of acts alone, beside the numbers of classes. */
const ONLY_ACTS = 20;
const contextNumbers: Readonly<Record<ReplyContext, number>> = { marketing: 1, transactional: 2, 'double-opt-in-prompt': 3, none: 4 };

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const picture = /\p{Extended_Pictographic}/gu;

const join = (a: number, b: number): number => {
  let mixed = Math.imul(Math.imul(a, 0x01000193) ^ b, 0x2c1b3c6d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x297a2d39);
  return mixed ^ (mixed >>> 14);
};

const feature = (kind: number, value: number): number => join(kind, value) & MASK;

function hashLetters(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** What one word shows by itself, whatever stands beside it. */
interface WordFeatures {
  readonly stem: number;
  readonly features: readonly number[];
}

/** Distinct words remembered at most; people use few, an attacker as many as he likes. */
const REMEMBERED = 20_000;
/** Longest word remembered, in letters. */
const LONGEST_REMEMBERED = 24;
const remembered = new Map<string, WordFeatures>();

function wordFeatures(word: string): WordFeatures {
  const held = remembered.get(word);
  if (held !== undefined) return held;
  const stem = hashLetters(word, 0, Math.min(word.length, STEM_LENGTH));
  const features = [feature(kinds.word, hashLetters(word, 0, word.length)), feature(kinds.stem, stem)];
  const padded = ` ${word} `;
  for (let at = 0; at + 3 <= padded.length; at++) {
    const three = hashLetters(padded, at, at + 3);
    features.push(feature(kinds.letters, three));
    if (at + 4 <= padded.length) features.push(feature(kinds.letters, Math.imul(three ^ padded.charCodeAt(at + 3), 0x01000193)));
    if (at + 5 <= padded.length) features.push(feature(kinds.letters, hashLetters(padded, at, at + 5)));
  }
  if (spaceless.test(word)) {
    for (let at = 0; at + 1 < padded.length; at++)
      features.push(feature(kinds.signs, padded.charCodeAt(at)), feature(kinds.signs, hashLetters(padded, at, at + 2)));
  }
  const made = { stem, features };
  if (remembered.size >= REMEMBERED) remembered.clear();
  if (word.length <= LONGEST_REMEMBERED) remembered.set(word, made);
  return made;
}

/**
 * What the model sees of a reply: numbers below 2 to the `FEATURE_BITS`, some of them more than once. Words, stems and pairs of stems, runs of letters in a
 * word, classes of words and what stands beside them, the context, the length, question and exclamation marks, pictures.
 */
export function replyFeatures(reply: NormalisedReply, own: string, vocabulary: Pick<Vocabulary, 'lookUp'>, context: ReplyContext): readonly number[] {
  const features: number[] = [];
  const add: Add = (kind, value) => features.push(feature(kind, value));
  const words = reply.words.length > MOST_WORDS ? reply.words.slice(0, MOST_WORDS) : reply.words;
  const stems: number[] = [];
  const inContext = contextNumbers[context];
  for (const word of words) {
    const { stem, features: own } = wordFeatures(word);
    for (const one of own) features.push(one);
    add(kinds.inContext + (inContext << 8), stem);
    if (stems.length > 0) add(kinds.pair, join(stems.at(-1)!, stem));
    stems.push(stem);
  }
  if (words.length > 0) {
    add(kinds.first, stems[0]!);
    add(kinds.last, stems.at(-1)!);
  }
  addTags(words, stems, reply.clauses, vocabulary, add);
  add(kinds.context, inContext);
  add(kinds.length, Math.min(words.length, LONG));
  if (reply.question) add(kinds.mark, 1 + inContext);
  if (/[!！]/u.test(own)) add(kinds.mark, 0);
  for (const [sign] of own.matchAll(picture)) add(kinds.picture, hashLetters(sign, 0, sign.length));
  return features;
}

type Add = (kind: number, value: number) => void;

function addTags(
  words: readonly string[],
  stems: readonly number[],
  clauses: readonly number[],
  vocabulary: Pick<Vocabulary, 'lookUp'>,
  add: Add,
): void {
  const tags = words.map((word) => tagsOf(vocabulary.lookUp(word).tags));
  // nothing but acts that end something: "discontinue"
  if (tags.length > 0 && tags.every((own) => own.includes(tagNumbers.stop))) add(kinds.tag, ONLY_ACTS);
  for (const [i, own] of tags.entries()) {
    for (const tag of own) {
      add(kinds.tag, tag);
      if (i > 0) add(kinds.wordTag + (tag << 8), stems[i - 1]!);
      if (i + 1 < words.length) add(kinds.tagWord + (tag << 8), stems[i + 1]!);
      for (let j = i + 1; j < words.length && j <= i + PAIR_REACH && clauses[j] === clauses[i]; j++)
        for (const other of tags[j]!) add(kinds.tags, tag * 8 + other);
    }
  }
}

const none: readonly number[] = [];
const numbered = new WeakMap<WordTags, readonly number[]>();

function tagsOf(tags: WordTags | undefined): readonly number[] {
  if (tags === undefined) return none;
  const held = numbered.get(tags);
  if (held !== undefined) return held;
  const made = (Object.keys(tags) as WordClass[]).map((tag) => tagNumbers[tag]);
  numbered.set(tags, made);
  return made;
}
