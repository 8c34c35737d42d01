import { compilePhrase, type Phrase, type ReplyLexicon } from './lexicon.ts';
import { foldLetters, normaliseReply } from './normalise.ts';

/** What a phrase in a reply speaks for. */
export type PhraseSense = 'request' | 'denial' | 'complaint' | 'opt-in' | 'help' | 'innocent';

export type KeywordSense = 'opt-out' | 'ambiguous' | 'opt-in' | 'yes' | 'help';

interface TaggedPhrase {
  readonly phrase: Phrase;
  readonly sense: PhraseSense;
}

/** All lexicons, compiled for look-up by the first word of a phrase. */
export interface ReplyDictionary {
  /** Whole-message keywords, words joined by one space. */
  readonly keywords: ReadonlyMap<string, KeywordSense>;
  readonly filler: ReadonlySet<string>;
  readonly exact: ReadonlyMap<string, readonly TaggedPhrase[]>;
  readonly prefixed: ReadonlyMap<string, readonly TaggedPhrase[]>;
  /** Phrases looked for inside text without spaces, longest first. */
  readonly inside: readonly { readonly text: string; readonly sense: PhraseSense }[];
  readonly compactFiller: readonly string[];
  /** By language: verbs and mailing words that make a request when near each other. */
  readonly pairs: readonly { readonly verbs: WordList; readonly mailing: WordList }[];
  /** Opt-out keywords long enough for typo matching. */
  readonly typoTargets: readonly string[];
}

export interface WordList {
  readonly words: ReadonlySet<string>;
  readonly prefixes: readonly string[];
}

/** Letters by which prefixed phrases are indexed. */
export const PREFIX_INDEX_LENGTH = 3;

const keywordKey = (text: string): string => normaliseReply(text).words.join(' ');

function wordList(items: readonly string[] | undefined): WordList {
  const words = new Set<string>();
  const prefixes: string[] = [];
  for (const item of items ?? []) {
    const folded = foldLetters(item).replace(/['’]/gu, '');
    if (folded.endsWith('*')) prefixes.push(folded.slice(0, -1));
    else words.add(folded);
  }
  return { words, prefixes };
}

export const inList = (word: string, list: WordList): boolean => list.words.has(word) || list.prefixes.some((prefix) => word.startsWith(prefix));

/** Compiles lexicons once. Earlier lexicons win where two languages give one keyword different senses, an opt-out wins over all. */
export function compileDictionary(lexicons: readonly ReplyLexicon[]): ReplyDictionary {
  const keywords = new Map<string, KeywordSense>();
  const filler = new Set<string>();
  const exact = new Map<string, TaggedPhrase[]>();
  const prefixed = new Map<string, TaggedPhrase[]>();
  const inside: { text: string; sense: PhraseSense }[] = [];
  const compactFiller: string[] = [];
  const rank: Readonly<Record<KeywordSense, number>> = { 'opt-out': 5, 'opt-in': 4, help: 3, ambiguous: 2, yes: 1 };

  const addKeywords = (items: readonly string[] | undefined, sense: KeywordSense, compact: boolean) => {
    for (const item of items ?? []) {
      const key = compact ? normaliseReply(item).compact : keywordKey(item);
      if (key === '') continue;
      const held = keywords.get(key);
      if (held === undefined || rank[sense] > rank[held]) keywords.set(key, sense);
    }
  };
  const addPhrases = (items: readonly string[] | undefined, sense: PhraseSense, compact: boolean) => {
    for (const item of items ?? []) {
      if (compact) {
        inside.push({ text: normaliseReply(item).compact, sense });
        continue;
      }
      const phrase = compilePhrase(item);
      const first = phrase.parts[0]!;
      const tagged = { phrase, sense };
      const index = first.prefix ? prefixed : exact;
      const key = first.prefix ? first.text.slice(0, PREFIX_INDEX_LENGTH) : first.text;
      const bucket = index.get(key);
      if (bucket) bucket.push(tagged);
      else index.set(key, [tagged]);
    }
  };

  for (const lexicon of lexicons) {
    const compact = lexicon.compact ?? false;
    addKeywords(lexicon.optOut, 'opt-out', compact);
    addKeywords(lexicon.ambiguous, 'ambiguous', compact);
    addKeywords(lexicon.optIn, 'opt-in', compact);
    addKeywords(lexicon.yes, 'yes', compact);
    addKeywords(lexicon.help, 'help', compact);
    if (compact) compactFiller.push(...(lexicon.filler ?? []).map((word) => normaliseReply(word).compact));
    else for (const word of lexicon.filler ?? []) for (const part of normaliseReply(word).words) filler.add(part);
    addPhrases(lexicon.requests, 'request', compact);
    addPhrases(lexicon.denial, 'denial', compact);
    addPhrases(lexicon.complaint, 'complaint', compact);
    addPhrases(lexicon.optInPhrases, 'opt-in', compact);
    addPhrases(lexicon.helpPhrases, 'help', compact);
    addPhrases(lexicon.innocent, 'innocent', compact);
  }
  return {
    keywords,
    filler,
    exact,
    prefixed,
    inside: inside.sort((a, b) => b.text.length - a.text.length),
    compactFiller: compactFiller.sort((a, b) => b.length - a.length),
    pairs: lexicons.flatMap((l) => (l.stopVerbs && l.mailing ? [{ verbs: wordList(l.stopVerbs), mailing: wordList(l.mailing) }] : [])),
    typoTargets: [...keywords].filter(([key, sense]) => sense === 'opt-out' && key.length >= 4 && !key.includes(' ')).map(([key]) => key),
  };
}
