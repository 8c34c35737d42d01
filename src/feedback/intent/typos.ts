const syllabic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Finds the keyword that a word is a slip of, if any. */
export type TypoFinder = (word: string) => string | undefined;

/** Common words one slip away from a keyword: never read as a typo of it. */
const neverTypos: ReadonlySet<string> = new Set(
  (
    'massage massages contract contracts passage sender mainly shop step stock spot top atop shot slop stoop stops stomp strop stow star stay sto send and endo bend lend mend tend ends quit quiet quite suit unit quip sari sale said sair main remote removed remover removal cancer candle cancels canceled cancelled removes resolve revolve evoke invoke provoke ' +
    'alta alte bala bajo caja paja rest ref rep reto net bet pet yet set get jet let met wet retail dur duro dura due dub duo sal sali sil par paar spare parte parts para pares start alto auto salto also arret arete sport ende nico adios saldo ' +
    'стол стой столп стог стоя топ сто стон слон стоит отпишется отпишусь отписался отписалась отказал отказали отказа откажет удалил удалили удалось удался хватило хватает отписок подписка подписать подписаться подписался описать описка списать записать написать выписать прописать надоела отменили отмен остановка остановке откат откос отказы достала достать достал надо нужно удаль стопка пишите пишете записка переписка прописка приписка расписка выписка прекрати приписать дописать достала доставка доставьте достаньте исключено включите включить выключить ключите подключите подключить отключили откройте удались отличите'
  ).split(' '),
);

const longWord = 8;

function slips(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]! <= limit;
}

/** How a Russian word sounds, for words of one spelling in many: unstressed vowels, «-ться», soft signs and double letters made one. */
export const sound = (word: string): string =>
  word
    .replace(/(?:ться|тся|цца|тца|тса|ца)$/u, 'ца')
    .replace(/[оэеыьъ]/gu, (letter) => ({ о: 'а', э: 'и', е: 'и', ы: 'и' })[letter] ?? '')
    .replace(/(\p{L})\1/gu, '$1');

/** Shortest word read by its sound. */
const SOUND_LENGTH = 6;

const withoutOne = (word: string): readonly string[] => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));

/** Compiles keywords into a look-up by their spellings with one letter left out: Damerau-Levenshtein distance 1, or 2 from eight letters on. */
export function compileTypos(keywords: readonly string[]): TypoFinder {
  const index = new Map<string, string[]>();
  const put = (key: string, keyword: string) => {
    const held = index.get(key);
    if (held === undefined) index.set(key, [keyword]);
    else if (!held.includes(keyword)) held.push(keyword);
  };
  const sounds = new Map(keywords.filter((keyword) => /^[а-я]{6,}$/u.test(keyword)).map((keyword) => [sound(keyword), keyword]));
  for (const keyword of keywords) for (const key of [keyword, ...withoutOne(keyword)]) put(key, keyword);
  return (word) => {
    // a sign or a syllable changed makes another word
    if (word.length < 4 || word.length > 24 || neverTypos.has(word) || syllabic.test(word)) return undefined;
    for (const key of [word, ...withoutOne(word)]) {
      for (const keyword of index.get(key) ?? []) if (slips(word, keyword, Math.min(word.length, keyword.length) >= longWord ? 2 : 1)) return keyword;
    }
    return word.length >= SOUND_LENGTH ? sounds.get(sound(word)) : undefined;
  };
}

/** The word is the other one with a letter left out, two letters changed over, or a letter doubled; the first letter stands. */
export function dropsOrSwaps(word: string, meant: string): boolean {
  if (word[0] !== meant[0]) return false;
  let same = 0;
  while (same < word.length && word[same] === meant[same]) same++;
  if (word.length + 1 === meant.length) return word.slice(same) === meant.slice(same + 1);
  if (word.length === meant.length)
    return word[same] === meant[same + 1] && word[same + 1] === meant[same] && word.slice(same + 2) === meant.slice(same + 2);
  return word.length === meant.length + 1 && word[same] === word[same - 1] && word.slice(same + 1) === meant.slice(same);
}

/** Compiles words into a look-up of their commonest slips: a letter left out, changed over or doubled. */
export function compileSlips(words: readonly string[]): TypoFinder {
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const key of new Set([word, ...withoutOne(word)])) {
      const held = index.get(key);
      if (held === undefined) index.set(key, [word]);
      else held.push(word);
    }
  }
  return (word) => {
    if (neverTypos.has(word)) return undefined;
    for (const key of [word, ...withoutOne(word)]) {
      const meant = index.get(key)?.find((candidate) => dropsOrSwaps(word, candidate));
      if (meant !== undefined) return meant;
    }
    return undefined;
  };
}
