import { compilePhrase, type Phrase, type ReplyLexicon } from './lexicon.ts';
import { normaliseReply } from './normalise.ts';
import { compileTypos, type TypoFinder } from './typos.ts';
import { compileWordClasses, type WordTagger } from './word-classes.ts';

/** What a phrase in a reply speaks for. */
export type PhraseSense = 'request' | 'denial' | 'complaint' | 'hostile' | 'opt-in' | 'opt-in-again' | 'help' | 'how' | 'innocent';

export type KeywordSense = 'opt-out' | 'ambiguous' | 'opt-in' | 'yes' | 'help';

interface TaggedPhrase {
  readonly phrase: Phrase;
  readonly sense: PhraseSense;
}

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

/** All lexicons, compiled for look-up by the first word of a phrase. */
export interface ReplyDictionary {
  /** Whole-message keywords, words joined by one space. */
  readonly keywords: ReadonlyMap<string, KeywordSense>;
  readonly filler: ReadonlySet<string>;
  readonly exact: ReadonlyMap<string, readonly TaggedPhrase[]>;
  readonly prefixed: ReadonlyMap<string, readonly TaggedPhrase[]>;
  /** Phrases looked for inside text without spaces, longest first. */
  readonly inside: readonly InsidePhrase[];
  readonly compactFiller: readonly string[];
  readonly tagsOf: WordTagger;
  readonly typoOf: TypoFinder;
  /** Languages of each ambiguous or one- to three-letter keyword: such a word counts in its own language only. */
  readonly keywordLanguages: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Letters by which prefixed phrases are indexed. */
export const PREFIX_INDEX_LENGTH = 3;

const keywordKey = (text: string): string => normaliseReply(text).words.join(' ');

/** Compiles lexicons once. Earlier lexicons win where two languages give one keyword different senses, an opt-out wins over all. */
export function compileDictionary(lexicons: readonly ReplyLexicon[]): ReplyDictionary {
  const keywords = new Map<string, KeywordSense>();
  const filler = new Set<string>();
  const exact = new Map<string, TaggedPhrase[]>();
  const prefixed = new Map<string, TaggedPhrase[]>();
  const inside: InsidePhrase[] = [];
  const compactFiller: string[] = [];
  const keywordLanguages = new Map<string, Set<string>>();
  const rank: Readonly<Record<KeywordSense, number>> = { 'opt-out': 5, 'opt-in': 4, help: 3, ambiguous: 2, yes: 1 };

  const addKeywords = (items: readonly string[] | undefined, sense: KeywordSense, { lang, compact = false }: ReplyLexicon) => {
    for (const item of items ?? []) {
      const key = compact ? normaliseReply(item).compact : keywordKey(item);
      if (key === '') continue;
      const languages = keywordLanguages.get(key);
      if (languages) languages.add(lang);
      else keywordLanguages.set(key, new Set([lang]));
      const held = keywords.get(key);
      if (held === undefined || rank[sense] > rank[held]) keywords.set(key, sense);
    }
  };
  const addPhrases = (items: readonly string[] | undefined, sense: PhraseSense, compact: boolean) => {
    for (const item of items ?? []) {
      if (compact) {
        inside.push(insidePhrase(item, sense));
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
    addKeywords(lexicon.optOut, 'opt-out', lexicon);
    addKeywords(lexicon.ambiguous, 'ambiguous', lexicon);
    addKeywords(lexicon.optIn, 'opt-in', lexicon);
    addKeywords(lexicon.yes, 'yes', lexicon);
    addKeywords(lexicon.help, 'help', lexicon);
    if (compact) compactFiller.push(...(lexicon.filler ?? []).map((word) => normaliseReply(word).compact));
    else for (const word of lexicon.filler ?? []) for (const part of normaliseReply(word).words) filler.add(part);
    addPhrases(lexicon.requests, 'request', compact);
    addPhrases(lexicon.denial, 'denial', compact);
    addPhrases(lexicon.complaint, 'complaint', compact);
    addPhrases(lexicon.hostile, 'hostile', compact);
    addPhrases(lexicon.how, 'how', compact);
    addPhrases(lexicon.optInPhrases, 'opt-in', compact);
    addPhrases(lexicon.optInAgain, 'opt-in-again', compact);
    addPhrases(lexicon.helpPhrases, 'help', compact);
    addPhrases(lexicon.innocent, 'innocent', compact);
  }
  return {
    keywords,
    filler,
    exact,
    prefixed,
    inside: inside.sort((a, b) => b.source.length - a.source.length),
    compactFiller: compactFiller.sort((a, b) => b.length - a.length),
    tagsOf: compileWordClasses(lexicons),
    typoOf: compileTypos([...keywords].filter(([key, sense]) => sense === 'opt-out' && key.length >= 4 && !key.includes(' ')).map(([key]) => key)),
    keywordLanguages,
  };
}
