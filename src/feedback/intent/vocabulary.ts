import type { ReplyLexicon } from './lexicon.ts';
import { foldLetters } from './normalise.ts';
import type { PhrasePart } from './phrases.ts';
import { compileSlips, compileTypos, sound } from './typos.ts';

/** What a single word can be in a sentence about a mailing. */
export type WordClass = 'stop' | 'mailing' | 'object' | 'not' | 'contact' | 'keep';

/** Classes of one word, each with the lexicons that give it. */
export type WordTags = Readonly<Partial<Record<WordClass, ReadonlySet<number>>>>;

/** What is known of one word: the numbers of the phrase parts it fits, and its classes. */
export interface KnownWord {
  readonly parts: ReadonlySet<number>;
  readonly tags: WordTags | undefined;
}

/** The words of all lexicons, open while phrases are added, then asked. */
export interface Vocabulary {
  /** The number of a phrase part, made when it is new. */
  partId(part: PhrasePart, lexicon: number): number;
  /** What a word of a reply can be; slips of the finger are mended. */
  lookUp(word: string): KnownWord;
  /** The word stands in a lexicon as it is, or begins with one of its stems. */
  knows(word: string): boolean;
  /** The same of the word retyped in a way that `how` names, or the retyped word is otherwise known to the caller. */
  knowsRetyped(how: string, word: string, retype: (word: string) => string, otherwise: (meant: string) => boolean): boolean;
}

interface Entry {
  readonly text: string;
  readonly ids: number[];
  readonly tags: { readonly tag: WordClass; readonly lexicon: number }[];
}

const STEM_KEY_LENGTH = 3;
/** Shortest English word of which any one slip is mended. */
const SLIP_LENGTH = 7;
/** Shortest word, in any language, of which a letter left out, changed over or doubled is mended, as typed. */
const SHORT_SLIP_LENGTH = 5;
/** Shortest Russian word of a class read by its sound. */
const SHORT_SOUND_LENGTH = 4;
/** Distinct words remembered at most; people use few, an attacker as many as he likes. */
const REMEMBERED = 20_000;
/** Longest word remembered, in letters. */
const LONGEST_REMEMBERED = 24;

const unknown: KnownWord = { parts: new Set(), tags: undefined };

/** Opens a vocabulary with the word classes of the lexicons in it. */
export function openVocabulary(lexicons: readonly ReplyLexicon[]): Vocabulary {
  const exact = new Map<string, Entry>();
  const stems = new Map<string, Entry[]>();
  const classIds = new Map<string, number>();
  const partIds = new Map<string, number>();
  let ids = 0;

  const entryOf = (text: string, stem: boolean): Entry => {
    if (!stem) {
      const entry = exact.get(text) ?? { text, ids: [], tags: [] };
      exact.set(text, entry);
      return entry;
    }
    const key = text.slice(0, STEM_KEY_LENGTH);
    const bucket = stems.get(key) ?? [];
    stems.set(key, bucket);
    const held = bucket.find((entry) => entry.text === text);
    if (held !== undefined) return held;
    const made = { text, ids: [], tags: [] };
    bucket.push(made);
    return made;
  };
  const classId = (name: string, lexicon: number): number => {
    const key = `${lexicon}:${name}`;
    const id = classIds.get(key) ?? ids++;
    classIds.set(key, id);
    return id;
  };
  for (const [lexicon, words] of lexicons.entries()) {
    const lists: readonly (readonly [WordClass, readonly string[] | undefined])[] = [
      ['stop', words.stopVerbs],
      ['mailing', words.mailing],
      ['object', words.objects],
      ['not', words.not],
      ['contact', words.contact],
      ['keep', words.keep],
    ];
    const put = (item: string, name: string, tag?: WordClass) => {
      const folded = foldLetters(item).replace(/['’]/gu, '');
      const stem = folded.endsWith('*');
      const text = stem ? folded.slice(0, -1) : folded;
      // «рассылка» and «расылка» alike
      for (const spelling of new Set(text.length >= SHORT_SLIP_LENGTH ? [text, singled(text)] : [text])) {
        const entry = entryOf(spelling, stem);
        if (tag !== undefined) entry.tags.push({ tag, lexicon });
        entry.ids.push(classId(name, lexicon));
      }
    };
    for (const [tag, items] of lists) for (const item of items ?? []) put(item, tag, tag);
    for (const [name, items] of Object.entries(words.classes ?? {})) for (const item of items) put(item, name);
  }

  // words of classes only: what merely stands in a phrase is too common to be guessed at
  const mend = compileMender(exact, lexicons);
  const remembered = new Map<string, KnownWord>();
  const retyped = new Map<string, Map<string, boolean>>();
  const knows = (word: string): boolean =>
    exact.has(word) || (stems.get(word.slice(0, STEM_KEY_LENGTH))?.some((entry) => word.startsWith(entry.text)) ?? false);
  const stemsOf = (word: string): Entry[] => (stems.get(word.slice(0, STEM_KEY_LENGTH)) ?? []).filter((entry) => word.startsWith(entry.text));
  const read = (word: string): KnownWord => {
    const found = stemsOf(word);
    const own = exact.get(word);
    if (own !== undefined) found.push(own);
    // a word that only stands in a phrase, perhaps of a neighbouring language, may still be a misspelling of one that has a class
    if (found.every(({ tags }) => tags.length === 0)) {
      const single = word.length >= SHORT_SLIP_LENGTH ? singled(word) : word;
      if (single !== word) found.push(...stemsOf(single).filter((entry) => entry.tags.length > 0 && !found.includes(entry)));
      for (const meant of single === word ? mend(word) : [single, ...mend(word)]) {
        const entry = exact.get(meant);
        if (entry !== undefined && entry !== own) found.push(entry);
      }
    }
    return found.length === 0 ? unknown : known(found);
  };
  return {
    partId({ kind, text }, lexicon) {
      if (kind === 'class') return classId(text, lexicon);
      const key = `${kind}:${text}`;
      const held = partIds.get(key);
      if (held !== undefined) return held;
      partIds.set(key, ids);
      if (kind === 'any') {
        for (const option of text.split(',')) entryOf(option.replace('*', ''), option.endsWith('*')).ids.push(ids);
      } else entryOf(text, kind === 'stem').ids.push(ids);
      return ids++;
    },
    lookUp(word) {
      const held = remembered.get(word);
      if (held !== undefined) return held;
      const made = read(word);
      if (remembered.size >= REMEMBERED) remembered.clear();
      if (word.length <= LONGEST_REMEMBERED) remembered.set(word, made);
      return made;
    },
    knows,
    knowsRetyped(how, word, retype, otherwise) {
      const held = retyped.get(how) ?? new Map<string, boolean>();
      retyped.set(how, held);
      const answer = held.get(word);
      if (answer !== undefined) return answer;
      const meant = foldLetters(retype(word));
      const made = knows(meant) || otherwise(meant);
      if (held.size >= REMEMBERED) held.clear();
      if (word.length <= LONGEST_REMEMBERED) held.set(word, made);
      return made;
    },
  };
}

/** Double letters made one. */
const singled = (word: string): string => word.replace(/(\p{L})\1/gu, '$1');

function known(entries: readonly Entry[]): KnownWord {
  const tags: Partial<Record<WordClass, Set<number>>> = {};
  let tagged = false;
  for (const entry of entries)
    for (const { tag, lexicon } of entry.tags) {
      tagged = true;
      const held = tags[tag];
      if (held) held.add(lexicon);
      else tags[tag] = new Set([lexicon]);
    }
  return { parts: new Set(entries.flatMap((entry) => entry.ids)), tags: tagged ? tags : undefined };
}

/** Finds the known words that an unknown one is a misspelling of: by sound in Russian, by a slip of the finger in acts and in words for a mailing. */
function compileMender(exact: ReadonlyMap<string, Entry>, lexicons: readonly ReplyLexicon[]): (word: string) => readonly string[] {
  const sounds = new Map<string, string[]>();
  for (const word of exact.keys()) {
    if (word.length < SHORT_SOUND_LENGTH || !/^[а-я]+$/u.test(word)) continue;
    const alike = sounds.get(sound(word));
    if (alike) alike.push(word);
    else sounds.set(sound(word), [word]);
  }
  const isEnglishAct = ({ tags }: Entry): boolean =>
    tags.length > 0 &&
    tags.every(({ tag, lexicon }) => lexicons[lexicon]?.lang === 'en' && (tag === 'stop' || tag === 'mailing' || tag === 'contact'));
  // long English acts only: a short or foreign word is too often another word
  const slipOf = compileTypos(
    [...exact.values()]
      .filter((entry) => entry.text.length >= SLIP_LENGTH && /^[a-z]+$/u.test(entry.text) && isEnglishAct(entry))
      .map(({ text }) => text),
  );
  const acts: ReadonlySet<WordClass> = new Set(['stop', 'contact', 'mailing']);
  const shortSlipOf = compileSlips(
    [...exact.values()]
      .filter(({ text, tags }) => text.length > SHORT_SLIP_LENGTH && tags.length > 0 && tags.every(({ tag }) => acts.has(tag)))
      .map(({ text }) => text),
  );
  const skeletons = new Map<string, string>();
  for (const { text, tags } of exact.values()) {
    if (/^[а-яa-z]+$/u.test(text) && tags.some(({ tag }) => tag === 'stop' || tag === 'contact') && skeleton(text).length >= SKELETON_LENGTH)
      skeletons.set(skeleton(text), text);
  }
  return (word) => {
    if (word.length < SHORT_SOUND_LENGTH || word.length > LONGEST_REMEMBERED) return [];
    const alike = word.length < SHORT_SOUND_LENGTH ? undefined : sounds.get(sound(word));
    if (alike !== undefined) return alike;
    const meant = (word.length >= SHORT_SLIP_LENGTH ? shortSlipOf(word) : undefined) ?? (word.length >= SLIP_LENGTH ? slipOf(word) : undefined);
    if (meant !== undefined) return [meant];
    // "blowin"
    if (word.endsWith('in') && exact.has(`${word}g`)) return [`${word}g`];
    // vowels left out: «прсылйте», "unsbscrb"
    const whole = skeletons.get(skeleton(word));
    return whole !== undefined && whole.length > word.length ? [whole] : [];
  };
}

/** Fewest consonants by which an act is known. */
const SKELETON_LENGTH = 4;

/** The consonants of a word. */
const skeleton = (word: string): string => word.replace(/[аеиоуыэюяйьaeiouy]/gu, '');

/** The two words can be of these classes in one language. */
export function shareLanguage(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  for (const lexicon of a) if (b.has(lexicon)) return true;
  return false;
}
