import type { ReplyLexicon } from './lexicon.ts';
import { foldLetters } from './normalise.ts';
import { compileTypos, SOUND_LENGTH, sound } from './typos.ts';

/** What a single word can be in a sentence about a mailing. */
export type WordClass = 'stop' | 'mailing' | 'object' | 'not' | 'contact' | 'keep';

/** Classes of one word, each with the lexicons that give it. */
export type WordTags = Readonly<Partial<Record<WordClass, ReadonlySet<number>>>>;

/** Looks up what a word can be. */
export type WordTagger = (word: string) => WordTags | undefined;

const STEM_KEY_LENGTH = 3;
/** Shortest English word whose slips are mended. */
const SLIP_LENGTH = 7;

interface Entry {
  readonly text: string;
  readonly prefix: boolean;
  readonly tag: WordClass;
  readonly lexicon: number;
}

/** Compiles the single words of all lexicons into one look-up, by word and by the first letters of a stem. */
export function compileWordClasses(lexicons: readonly ReplyLexicon[]): WordTagger {
  const exact = new Map<string, Entry[]>();
  const isEnglishAct = ({ tag, lexicon }: Entry): boolean =>
    lexicons[lexicon]?.lang === 'en' && (tag === 'stop' || tag === 'mailing' || tag === 'contact');
  const stems = new Map<string, Entry[]>();
  for (const [lexicon, words] of lexicons.entries()) {
    const lists: readonly (readonly [WordClass, readonly string[] | undefined])[] = [
      ['stop', words.stopVerbs],
      ['mailing', words.mailing],
      ['object', words.objects],
      ['not', words.not],
      ['contact', words.contact],
      ['keep', words.keep],
    ];
    for (const [tag, items] of lists) {
      for (const item of items ?? []) {
        const folded = foldLetters(item).replace(/['’]/gu, '');
        const prefix = folded.endsWith('*');
        const text = prefix ? folded.slice(0, -1) : folded;
        const index = prefix ? stems : exact;
        const key = prefix ? text.slice(0, STEM_KEY_LENGTH) : text;
        const bucket = index.get(key);
        const entry = { text, prefix, tag, lexicon };
        if (bucket) bucket.push(entry);
        else index.set(key, [entry]);
      }
    }
  }
  const sounds = new Map<string, string[]>();
  for (const word of exact.keys()) {
    if (word.length < SOUND_LENGTH || !/^[а-я]+$/u.test(word)) continue;
    const alike = sounds.get(sound(word));
    if (alike) alike.push(word);
    else sounds.set(sound(word), [word]);
  }
  // long English acts only: a short or foreign word is too often another word
  const slipOf = compileTypos(
    [...exact].filter(([word, entries]) => word.length >= SLIP_LENGTH && /^[a-z]+$/u.test(word) && entries.every(isEnglishAct)).map(([word]) => word),
  );
  const meant = (word: string): readonly string[] => {
    if (exact.has(word) || word.length < SOUND_LENGTH) return [word];
    return sounds.get(sound(word)) ?? [(word.length >= SLIP_LENGTH ? slipOf(word) : undefined) ?? word];
  };
  return (word) => {
    const words = stems.get(word.slice(0, STEM_KEY_LENGTH))?.some((entry) => word.startsWith(entry.text)) ? [word] : meant(word);
    const tags: Partial<Record<WordClass, Set<number>>> = {};
    let any = false;
    const add = ({ tag, lexicon }: Entry) => {
      any = true;
      const held = tags[tag];
      if (held) held.add(lexicon);
      else tags[tag] = new Set([lexicon]);
    };
    for (const one of words) exact.get(one)?.forEach(add);
    for (const entry of stems.get(word.slice(0, STEM_KEY_LENGTH)) ?? []) if (word.startsWith(entry.text)) add(entry);
    return any ? tags : undefined;
  };
}

/** The two words can be of these classes in one language. */
export function shareLanguage(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  for (const lexicon of a) if (b.has(lexicon)) return true;
  return false;
}
