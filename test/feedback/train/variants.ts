/** A seeded row of numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const courtesies: Readonly<Record<'cyrillic' | 'latin', readonly string[]>> = {
  cyrillic: ['Здравствуйте! ', 'добрый день, ', 'девушка, ', 'слушайте, ', 'ну '],
  latin: ['hi, ', 'Hello! ', 'hey ', 'ok so ', 'look, '],
};
const farewells: Readonly<Record<'cyrillic' | 'latin', readonly string[]>> = {
  cyrillic: ['. Спасибо', '!!!', ', пожалуйста', '. С уважением, Анна', '))'],
  latin: ['. Thanks', '!!!', ', please', '. Regards, Ann', ' :)'],
};

/** Shortest word that a slip is made in, in letters. */
const SLIPPING = 5;

/** The text with one letter left out, doubled or changed over, in one of its longer words. */
function withSlip(text: string, random: () => number): string {
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (word.length >= SLIPPING ? [index] : []));
  const at = long[Math.floor(random() * long.length)];
  if (at === undefined) return text;
  const word = words[at]!;
  const letter = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 3);
  const tail =
    kind === 0 ? word.slice(letter + 1) : kind === 1 ? word.slice(letter - 1) : `${word[letter + 1]}${word[letter]}${word.slice(letter + 2)}`;
  words[at] = word.slice(0, letter) + tail;
  return words.join(' ');
}

/** The same reply as others would type it: with a slip, with a courtesy or a farewell around it. Same text and seed, same variants. */
export function variantsOf(text: string, seed: number): readonly string[] {
  if (!/\p{L}{3}/u.test(text) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text)) return [];
  const script = /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : /[a-z]/iu.test(text) ? 'latin' : undefined;
  const random = seeded(seed);
  const slipped = withSlip(text, random);
  const made = slipped === text ? [] : [slipped];
  if (script === undefined) return made;
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  made.push(random() < 0.5 ? pick(courtesies[script]) + text : text.replace(/[.!)\s]+$/u, '') + pick(farewells[script]));
  return made;
}
