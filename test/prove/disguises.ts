/** Picks one of a list. */
export type Pick = <Value>(list: readonly Value[]) => Value;

/** A word written so that a filter does not see it and a person still reads it. */
export type Disguise = (word: string, pick: Pick) => string;

/** Letters a person does not tell apart, as fonts draw them: not the tables of the library. */
const cyrillicTwins: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  s: 'ѕ',
  k: 'к',
  m: 'м',
  t: 'т',
  h: 'н',
  b: 'в',
};
const latinTwins: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
};
const digits: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7', о: '0', з: '3', ч: '4', б: '6', в: '8', и: '1' };
const invisible = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];
const marks = ['\u0301', '\u0308', '\u0335', '\u0336', '\u0330'];

const isCyrillic = (word: string): boolean => /[а-я]/u.test(word);

/** Replaces some of the letters that have a stand-in, at least one. */
function swap(word: string, table: Readonly<Record<string, string>>, pick: Pick, most = Number.POSITIVE_INFINITY): string {
  const places = [...word].flatMap((letter, at) => (table[letter] === undefined ? [] : [at]));
  if (places.length === 0) return word;
  const sure = pick(places);
  let left = most - 1;
  return [...word]
    .map((letter, at) => (at === sure || (places.includes(at) && left > 0 && pick([true, false]) && left-- > 0) ? (table[letter] ?? letter) : letter))
    .join('');
}

function between(word: string, signs: readonly string[], pick: Pick): string {
  const sure = pick([...word].map((_, at) => at).slice(1));
  return [...word].map((letter, at) => (at === sure || (at > 0 && pick([true, false, false])) ? pick(signs) + letter : letter)).join('');
}

function shifted(word: string, first: number): string {
  return [...word].map((letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(first + letter.charCodeAt(0) - 0x61) : letter)).join('');
}

/** By name; a disguise that cannot be put on a word gives the word itself. */
export const disguises: Readonly<Record<string, Disguise>> = {
  'letters of the other script': (word, pick) => swap(word, isCyrillic(word) ? latinTwins : cyrillicTwins, pick),
  'invisible characters': (word, pick) => between(word, invisible, pick),
  'combining marks': (word, pick) => [...word].map((letter, at) => (at === 1 || pick([true, false]) ? letter + pick(marks) : letter)).join(''),
  'full width': (word) => shifted(word, 0xff41),
  'bold letters': (word, pick) => shifted(word, pick([0x1d41a, 0x1d44e, 0x1d5ee, 0x1d622])),
  'circled letters': (word) => shifted(word, 0x24d0),
  'spaced letters': (word, pick) => [...word].join(pick([' ', '.', '-', '*', '_', '·', '\u00a0'])),
  'a sign for a letter': (word, pick) => {
    const at = pick([...word].map((_, i) => i).slice(1, -1));
    return word.slice(0, at) + pick(['*', '#']) + word.slice(at + 1);
  },
  'digits for letters': (word, pick) => swap(word, digits, pick, 2),
  'signs within': (word, pick) => {
    const at = pick([...word].map((_, i) => i).slice(2, -1));
    return word.slice(0, at) + pick(['-', '.', '_', '*', '~']) + word.slice(at);
  },
  'capitals at random': (word, pick) => [...word].map((letter) => (pick([true, false]) ? letter.toUpperCase() : letter)).join(''),
};
