import { quick } from '../../text/index.ts';
import type { Range } from '../diagnostic.ts';
import { languagesOf, worldLexicons } from '../lexicon/world-lexicons.ts';
import { matchesOf } from '../matches.ts';
import type { RuleSettings } from '../rule.ts';

const invisibleInWord = quick(
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}])[\u200b\u200c\u200d\u2060\ufeff\u180e]+(?=[\p{Script=Latin}\p{Script=Cyrillic}])/u,
);
const styledLetters =
  /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u24b6-\u24e9]{2,}|[\uff21-\uff3a\uff41-\uff5a]{2,}/u;
const mixedWord = quick(/[\p{L}\p{M}]+/gu);
const cyrillicTwins = 'авсенкмортхуіјѕԁһьѵӏ';
const latinOf = 'abcehkmoptxyijsdhbvl';
const greekTwins = 'αβεηικμνορτυχζ';
const leetToken = quick(/(?<![\p{L}\p{N}@#/$._-])[\p{L}\p{N}@$!|€£]{3,24}(?![\p{L}\p{N}])/gu);
const stands: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '£': 'l',
};
const spacedLetters = quick(/(?<![\p{L}\p{N}.])\p{L}(?:([ .*_~·-])\p{L})(?:\1\p{L}){2,14}(?![\p{L}\p{N}])/gu);
const maskedWord = quick(/(?<![\p{L}\p{N}])\p{L}{1,8}[*#]{1,3}\p{L}{1,8}(?![\p{L}\p{N}])/gu);

/** Finds the first word written to pass filters: look-alike letters, digits for letters, invisible or styled letters, spacing. */
export function firstDisguise(text: string, settings: RuleSettings): Range | undefined {
  const signs = signsIn(text);
  if ((signs & ~LATIN) === 0) return undefined;
  const wanted = filteredWords(languagesOf(settings));
  return (
    (signs & INVISIBLE ? rangeOf(invisibleInWord.exec(text)) : undefined) ??
    (signs & STYLED && !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) ? rangeOf(styledLetters.exec(text)) : undefined) ??
    ((signs & (STRANGER | LATIN)) === (STRANGER | LATIN) ? mixedScript(text, wanted) : undefined) ??
    (signs & STAND_IN ? leet(text, wanted) : undefined) ??
    (signs & LONE_LETTERS ? spaced(text, wanted) : undefined) ??
    (signs & MASK ? masked(text, wanted) : undefined)
  );
}

const [INVISIBLE, STYLED, STRANGER, STAND_IN, LONE_LETTERS, MASK, LATIN] = [1, 2, 4, 8, 16, 32, 64];
const standIn = [...'@$!|€£0123456789'].map((char) => char.charCodeAt(0));
const kinds: Uint8Array = new Uint8Array(0x2100);
for (const unit of standIn) kinds[unit] = 2;
const [letter, number] = [/\p{L}/u, /\p{N}/u];
for (let unit = 0; unit < kinds.length; unit++) if (letter.test(String.fromCharCode(unit))) kinds[unit] = 1;

/** Which kinds of disguise a text can hold at all, in one pass: most texts hold none. */
function signsIn(text: string): number {
  let signs = 0;
  let letters = 0;
  let stands = 0;
  let alone = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x20;
    const kind = unit < kinds.length ? kinds[unit]! : 1;
    if (unit > 0x2bf) {
      if (unit >= 0x370 && unit < 0x530) signs |= STRANGER;
      else if ((unit >= 0x200b && unit <= 0x200d) || unit === 0x2060 || unit === 0xfeff || unit === 0x180e) signs |= INVISIBLE;
      else if ((unit >= 0xd835 && unit <= 0xd83c) || (unit >= 0x24b6 && unit <= 0x24e9) || (unit >= 0xff21 && unit <= 0xff5a)) signs |= STYLED;
    } else if (unit === 0x2a || unit === 0x23) signs |= MASK;
    if (kind === 1) {
      letters++;
      if (unit < 0x250) signs |= LATIN;
    }
    if (kind === 2) stands++;
    if (kind !== 0) continue;
    if (letters > 0 && stands > 0) signs |= STAND_IN;
    alone = letters === 1 && stands === 0 ? alone + 1 : letters === 0 && stands === 0 ? alone : 0;
    if (alone > 3) signs |= LONE_LETTERS;
    letters = 0;
    stands = 0;
  }
  return signs;
}

const cache = new Map<string, ReadonlySet<string>>();

function filteredWords(languages: readonly string[]): ReadonlySet<string> {
  const key = languages.join(' ');
  let words = cache.get(key);
  if (words === undefined) {
    words = new Set(languages.flatMap((language) => worldLexicons[language]?.filtered ?? []));
    cache.set(key, words);
  }
  return words;
}

function rangeOf(match: RegExpExecArray | null): Range | undefined {
  return match === null ? undefined : [match.index, match.index + match[0].length];
}

/** A word with letters of two scripts, when the strangers look like letters of the word. A foreign word with a native ending is none. */
function mixedScript(text: string, wanted: ReadonlySet<string>): Range | undefined {
  for (const match of matchesOf(text, mixedWord)) {
    const scripts = scriptsIn(match[0]);
    if (scripts === LATIN) continue;
    const word = match[0].toLowerCase();
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
    const greek = word.match(/\p{Script=Greek}/gu) ?? [];
    const strangers = [...cyrillic, ...greek];
    if (latin === 0 || strangers.length === 0) {
      if (latin === 0 && isWholeTwin(word, text, wanted)) return [match.index, match.index + match[0].length];
      continue;
    }
    if (/^\p{Script=Latin}{2,}\p{Script=Cyrillic}{1,8}$/u.test(word) && mostlyCyrillic(text)) continue;
    const twins = strangers.filter((char) => cyrillicTwins.includes(char) || greekTwins.includes(char)).length;
    const latinTwins = [...word].filter((char) => 'abcehkmoptxyiju'.includes(char)).length;
    if (twins === strangers.length || latinTwins === latin) return [match.index, match.index + match[0].length];
  }
  return undefined;
}

/** Latin when a word has letters of that script alone, all of them of the usual ones; else anything. */
function scriptsIn(word: string): number {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i) | 0x20;
    if (unit < 0x61 || unit > 0x7a) return 0;
  }
  return LATIN;
}

function mostlyCyrillic(text: string): boolean {
  if (text !== counted.text) {
    const letters = (script: RegExp): number => text.match(script)?.length ?? 0;
    counted = { text, cyrillic: letters(/\p{Script=Cyrillic}/gu) > letters(/\p{Script=Latin}/gu) };
  }
  return counted.cyrillic;
}

/** Asked for each word of a text. */
let counted: { readonly text: string; readonly cyrillic: boolean } = { text: '', cyrillic: false };

/** A filtered word in Cyrillic look-alikes alone, amid Latin words. Names and other words of another script are no disguise. */
function isWholeTwin(word: string, text: string, wanted: ReadonlySet<string>): boolean {
  if (word.length < 3 || /[бгджзийлпфцчшщъыэюя]/iu.test(text)) return false;
  const read = [...word].map((char) => latinOf[cyrillicTwins.indexOf(char)] ?? char).join('');
  return wanted.has(read) || wanted.has(read.replace(/s$/u, ''));
}

function leet(text: string, wanted: ReadonlySet<string>): Range | undefined {
  for (const match of tokensIn(text)) {
    const token = match[0].replace(/!{1,24}$/u, '');
    if (token.includes('@') && /^(?:[.-]{1,4}[\p{L}\p{N}]{1,63}){0,8}\.\p{L}/u.test(text.slice(match.index + match[0].length))) continue;
    if (!/\p{L}/u.test(token) || !/[\d@$!|€£]/u.test(token)) continue;
    if (/^\p{L}+[\d€$£!]+$/u.test(token) && !wanted.has(plain(token.replace(/!{1,24}$/u, '')))) continue;
    const word = plain(token);
    const lead = plain(token.replace(/^[$€£](?=\p{L})/u, 's'));
    const isCode = /(?:code|cod[eio]|c[oó]digo|kod\p{L}{0,30}|coupon|cupom|voucher|otp|pin|ref|id)\s{0,4}:?\s{0,4}["“]?$/iu.test(
      text.slice(Math.max(0, match.index - 14), match.index),
    );
    if (isCode || /^\d+\p{L}{1,3}$/u.test(token)) continue;
    const known = wanted.has(word) || wanted.has(lead) || wanted.has(word.replace(/s$/u, '')) || wanted.has(plain(token, 'l'));
    const inner = /\p{L}[0@$]\p{L}/u.test(token) && /^\p{Ll}+(?:[0@$]\p{Ll}+)+$/u.test(token);
    if (known || inner) return [match.index, match.index + token.length];
  }
  return undefined;
}

/** The tokens that mix letters with signs that stand for letters: only the runs that do are searched. */
function tokensIn(text: string): readonly RegExpExecArray[] {
  const tokens: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let mixed = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = unit < runKinds.length ? runKinds[unit]! : 1;
      if (kind === 0) break;
      mixed |= kind;
    }
    if (mixed !== MIXED) continue;
    leetToken.lastIndex = start;
    for (let match = leetToken.exec(text); match !== null && match.index < at; match = leetToken.exec(text)) {
      if (mixesSigns(match[0])) tokens.push(match);
    }
  }
  return tokens;
}

const MIXED = 3;
/** 1 for letters and other numbers, 2 for signs that stand for letters, 0 for what ends a run. */
const runKinds: Uint8Array = kinds.map((kind, unit) => (kind === 0 && number.test(String.fromCharCode(unit)) ? 1 : kind));

/** Letters and signs that stand for letters, both: a plain word or number is no disguise. */
function mixesSigns(token: string): boolean {
  let letters = false;
  let signs = false;
  for (let i = 0; i < token.length; i++) {
    const unit = token.charCodeAt(i);
    const kind = unit < kinds.length ? kinds[unit]! : 1;
    if (kind === 2) signs = true;
    else letters = true;
    if (letters && signs) return true;
  }
  return false;
}

function plain(token: string, one = 'i'): string {
  return [...token.toLowerCase().normalize('NFD')]
    .filter((char) => !/\p{M}/u.test(char))
    .map((char) => (char === '1' ? one : (stands[char] ?? char)))
    .join('');
}

function spaced(text: string, wanted: ReadonlySet<string>): Range | undefined {
  for (const match of matchesOf(text, spacedLetters)) {
    const joined = plain(match[0].replace(/[ .*_~·-]/gu, ''));
    if (wanted.has(joined) || wanted.has(joined.replace(/s$/u, ''))) return [match.index, match.index + match[0].length];
  }
  return undefined;
}

/** `c*sino`, `pr##t`: the shown letters fit a filtered word. */
function masked(text: string, wanted: ReadonlySet<string>): Range | undefined {
  for (const match of matchesOf(text, maskedWord)) {
    const shown = match[0].toLowerCase();
    const pattern = new RegExp(`^${shown.replace(/[*#]/gu, '\\p{L}')}$`, 'u');
    for (const word of wanted) if (word.length === shown.length && pattern.test(word)) return [match.index, match.index + match[0].length];
  }
  return undefined;
}
