/** A way in which a text, or a part of it, may have been meant: on another keyboard, in another alphabet. */
export interface Retyped {
  readonly how: 'to-russian-keys' | 'to-latin-keys' | 'transliteration';
  readonly retype: (text: string) => string;
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const swap = (text: string, from: string, to: string): string => {
  let out = '';
  for (const letter of text.toLowerCase()) {
    const at = from.indexOf(letter);
    out += at < 0 ? letter : to[at]!;
  }
  return out;
};

/** Latin spellings of Russian letters, longest first; people mix the systems. */
const spellings: readonly (readonly [string, string])[] = [
  ['shch', 'щ'], ['sch', 'щ'], ['tsya', 'ться'], ['tsa', 'тся'], ['yje', 'ые'],
  ['sh', 'ш'], ['ch', 'ч'], ['zh', 'ж'], ['kh', 'х'], ['ts', 'ц'], ['ya', 'я'], ['ja', 'я'], ['ia', 'ия'], ['yu', 'ю'], ['ju', 'ю'], ['yo', 'е'], ['jo', 'е'], ['ye', 'е'], ['je', 'же'], ['iy', 'ий'], ['yi', 'ый'],
  ['a', 'а'], ['b', 'б'], ['v', 'в'], ['w', 'в'], ['g', 'г'], ['d', 'д'], ['e', 'е'], ['z', 'з'], ['i', 'и'], ['j', 'й'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'], ['s', 'с'], ['t', 'т'], ['u', 'у'], ['f', 'ф'], ['h', 'х'], ['x', 'х'], ['c', 'ц'], ['y', 'ы'], ['4', 'ч'], ['6', 'ш'], ["'", 'ь'],
]; // biome-ignore format: a table

/** Latin letters of a Russian sentence as Cyrillic ones: near enough for stems, not a reversible system. */
function transliterate(text: string): string {
  const lower = text.toLowerCase();
  let out = '';
  for (let at = 0; at < lower.length; ) {
    const found = spellings.find(([latin]) => lower.startsWith(latin, at));
    out += found?.[1] ?? lower[at]!;
    at += found?.[0].length ?? 1;
  }
  return out
    .replace(/(?<=[аеиоуыюя])[иы](?=$|[^\p{L}]|[бвгджзйклмнпрстфхцчшщ])/gu, 'й')
    .replace(/(?<!\p{L})ет(?=[оиау])/gu, 'эт')
    .replace(/(?<=\d)ч|ч(?=\d)/gu, '4');
}

/**
 * The other readings worth trying: a Latin text typed with the Russian layout in mind or in Latin letters, a Cyrillic one typed with the Latin layout in mind.
 * None for a text that mixes the alphabets or holds neither.
 */
export function retypings(text: string): readonly Retyped[] {
  const latin = /[a-z]/iu.test(text);
  const cyrillic = /\p{Script=Cyrillic}/u.test(text);
  if (latin === cyrillic) return [];
  return (latin ? (['to-russian-keys', 'transliteration'] as const) : (['to-latin-keys'] as const)).map((how) => ({
    how,
    retype: (part) => retypers[how](part),
  }));
}

const retypers: Readonly<Record<Retyped['how'], (text: string) => string>> = {
  'to-russian-keys': (text) => swap(text, latinKeys, russianKeys),
  'to-latin-keys': (text) => swap(text, russianKeys, latinKeys),
  transliteration: transliterate,
};
