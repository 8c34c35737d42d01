import type { ReplyLexicon } from './lexicon.ts';
import { normaliseReply } from './normalise.ts';
import { addPhrase, type PhraseNode, phraseNode } from './phrases.ts';
import { compileSlips, compileTypos, type TypoFinder } from './typos.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** What a phrase in a reply speaks for. */
export type PhraseSense = 'request' | 'denial' | 'complaint' | 'hostile' | 'opt-in' | 'opt-in-again' | 'help' | 'how' | 'innocent';

export type KeywordSense = 'opt-out' | 'ambiguous' | 'opt-in' | 'yes' | 'help';

/** A phrase of a script without spaces; `_` in its source stands for up to six characters. */
export interface InsidePhrase {
  readonly source: string;
  readonly pattern: RegExp;
  readonly sense: PhraseSense;
}

function insidePhrase(source: string, sense: PhraseSense): InsidePhrase {
  const parts = source.split('_').map((part) => normaliseReply(part).compact.replace(/[$+]/gu, '\\$&'));
  return { source, pattern: new RegExp(parts.join('.{0,6}?'), 'gu'), sense };
}

/** All lexicons, compiled for one pass over the words of a reply. */
export interface ReplyDictionary {
  /** Whole-message keywords, words joined by one space. */
  readonly keywords: ReadonlyMap<string, KeywordSense>;
  readonly filler: ReadonlySet<string>;
  /** All phrases as one tree over the numbers that `vocabulary` gives to words. */
  readonly phrases: PhraseNode;
  /** Phrases looked for inside text without spaces, longest first. */
  readonly inside: readonly InsidePhrase[];
  readonly compactFiller: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly typoOf: TypoFinder;
  /** Finds the word for help or opt-in that a word is a lesser slip of. */
  readonly slipOf: TypoFinder;
  /** What each keyword means in each language that has it: a short word of one language may be another word of the next. */
  readonly keywordLanguages: ReadonlyMap<string, ReadonlyMap<string, KeywordSense>>;
}

const keywordKey = (text: string): string => normaliseReply(text).words.join(' ');

/** One lexicon per language and way of writing: what a host adds joins the shipped words and may name their classes. */
function mergeByLanguage(parts: readonly ReplyLexicon[]): readonly ReplyLexicon[] {
  const merged = new Map<string, Record<string, unknown>>();
  for (const part of parts) {
    const key = `${part.lang} ${part.compact ?? false}`;
    const held = merged.get(key);
    if (held === undefined) {
      merged.set(key, { ...part });
      continue;
    }
    for (const [field, value] of Object.entries(part)) {
      if (Array.isArray(value)) held[field] = [...((held[field] as readonly string[] | undefined) ?? []), ...value];
      else if (field === 'classes') held[field] = mergeClasses(held[field] as ReplyLexicon['classes'], part.classes);
    }
  }
  return [...merged.values()] as unknown as readonly ReplyLexicon[];
}

function mergeClasses(a: ReplyLexicon['classes'] = {}, b: ReplyLexicon['classes'] = {}): ReplyLexicon['classes'] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, [...(a[name] ?? []), ...(b[name] ?? [])]]));
}

/** Compiles lexicons once. Earlier lexicons win where two languages give one keyword different senses, an opt-out wins over all. */
export function compileDictionary(parts: readonly ReplyLexicon[]): ReplyDictionary {
  const lexicons = mergeByLanguage(parts);
  const keywords = new Map<string, KeywordSense>();
  const filler = new Set<string>();
  const vocabulary = openVocabulary(lexicons);
  const phrases = phraseNode();
  const inside: InsidePhrase[] = [];
  const compactFiller: string[] = [];
  const keywordLanguages = new Map<string, Map<string, KeywordSense>>();
  const rank: Readonly<Record<KeywordSense, number>> = { 'opt-out': 5, 'opt-in': 4, help: 3, ambiguous: 2, yes: 1 };

  const addKeywords = (items: readonly string[] | undefined, sense: KeywordSense, { lang, compact = false }: ReplyLexicon) => {
    for (const item of items ?? []) {
      const key = compact ? normaliseReply(item).compact : keywordKey(item);
      if (key === '') continue;
      const languages = keywordLanguages.get(key);
      if (languages === undefined) keywordLanguages.set(key, new Map([[lang, sense]]));
      else if (rank[sense] > rank[languages.get(lang) ?? 'yes']) languages.set(lang, sense);
      else if (!languages.has(lang)) languages.set(lang, sense);
      const held = keywords.get(key);
      if (held === undefined || rank[sense] > rank[held]) keywords.set(key, sense);
    }
  };
  const addPhrases = (items: readonly string[] | undefined, sense: PhraseSense, index: number) => {
    const compact = lexicons[index]?.compact ?? false;
    for (const item of items ?? []) {
      if (compact) inside.push(insidePhrase(item, sense));
      else addPhrase(phrases, item, sense, (part) => vocabulary.partId(part, index));
    }
  };

  for (const [index, lexicon] of lexicons.entries()) {
    const compact = lexicon.compact ?? false;
    addKeywords(lexicon.optOut, 'opt-out', lexicon);
    addKeywords(lexicon.ambiguous, 'ambiguous', lexicon);
    addKeywords(lexicon.optIn, 'opt-in', lexicon);
    addKeywords(lexicon.yes, 'yes', lexicon);
    addKeywords(lexicon.help, 'help', lexicon);
    if (compact) compactFiller.push(...(lexicon.filler ?? []).map((word) => normaliseReply(word).compact));
    else for (const word of lexicon.filler ?? []) for (const part of normaliseReply(word).words) filler.add(part);
    addPhrases(lexicon.requests, 'request', index);
    addPhrases(lexicon.denial, 'denial', index);
    addPhrases(lexicon.complaint, 'complaint', index);
    addPhrases(lexicon.hostile, 'hostile', index);
    addPhrases(lexicon.how, 'how', index);
    addPhrases(lexicon.optInPhrases, 'opt-in', index);
    addPhrases(lexicon.optInAgain, 'opt-in-again', index);
    addPhrases(lexicon.helpPhrases, 'help', index);
    addPhrases(lexicon.innocent, 'innocent', index);
  }
  return {
    keywords,
    filler,
    phrases,
    inside: inside.sort((a, b) => b.source.length - a.source.length),
    compactFiller: compactFiller.sort((a, b) => b.length - a.length),
    vocabulary,
    typoOf: compileTypos(
      [...keywords]
        .filter(([key, sense]) => (sense === 'opt-out' || sense === 'ambiguous') && key.length >= 4 && !key.includes(' '))
        .map(([key]) => key),
    ),
    slipOf: compileSlips(
      [...keywords].filter(([key, sense]) => (sense === 'help' || sense === 'opt-in') && key.length >= 4 && !key.includes(' ')).map(([key]) => key),
    ),
    keywordLanguages,
  };
}
