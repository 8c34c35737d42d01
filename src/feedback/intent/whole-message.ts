import type { KeywordSense, ReplyDictionary } from './dictionary.ts';
import { foldLetters, type NormalisedReply } from './normalise.ts';

const us = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const ru = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const swapped = (text: string, from: string, to: string): string =>
  [...text.toLowerCase()].map((letter) => to[from.indexOf(letter)] ?? letter).join('');

/** Common words one slip away from a keyword: never read as a typo of it. */
const neverTypos = new Set(
  'shop step stock spot top atop shot slop stoop stops stomp strop stow star stay sto send and endo bend lend mend tend ends quit quiet quite suit unit quip sari sale said sair main remote removed remover removal cancer candle cancels alta alte bala bajo caja paja rest ref rep reto net bet pet yet set get jet let met wet retail dur duro dura due dub duo sal sali sil par paar spare parte parts para pares start alto auto salto also arret arete sport end ende nico стол стой столп стог стоя топ сто стон слон стоит отпишется отпишусь отписался отписалась отказал отказали отказа откажет удалил удалили удалось удался хватило хватит отписок подписка подписать подписаться описать описка списать записать написать выписать прописать надоела отменили отмен остановка остановке откат откос отказы достала достать достал надо нужно удаль стопка'.split(
    ' ',
  ),
);

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let [j, k] = [a.length, b.length];
  while (j > i && k > i && a[j - 1] === b[k - 1]) {
    j--;
    k--;
  }
  if (j - i <= 1 && k - i <= 1) return true;
  return j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
}

export interface WholeMessage {
  readonly sense: KeywordSense;
  readonly matched: string;
  readonly how: 'keyword' | 'keyword-and-filler' | 'layout' | 'typo';
}

/** Reads a reply that is nothing but a keyword: plain, with courtesies, in the wrong keyboard layout, or with one slip of the finger. */
export function readWholeMessage(reply: NormalisedReply, raw: string, dictionary: ReplyDictionary): WholeMessage | undefined {
  const { words } = reply;
  const look = (key: string): KeywordSense | undefined => dictionary.keywords.get(key);
  const joined = words.join(' ');
  const plain = look(joined) ?? look(reply.compact);
  if (plain) return { sense: plain, matched: joined, how: 'keyword' };

  const core = words.filter((word, index) => !dictionary.filler.has(word) || (index === 0 && look(word) !== undefined));
  const distinct = core.filter((word, index) => core.indexOf(word) === index);
  for (const candidate of [core.join(' '), distinct.join(' ')]) {
    const sense = candidate !== '' && candidate !== joined ? look(candidate) : undefined;
    if (sense) return { sense, matched: candidate, how: 'keyword-and-filler' };
  }
  // two languages, or two keywords, in one reply: each of its words says the same
  const senses = new Set(distinct.map(look));
  if (distinct.length > 1 && distinct.length <= 4 && senses.size === 1 && senses.has('opt-out'))
    return { sense: 'opt-out', matched: distinct.join(' '), how: 'keyword-and-filler' };

  const stripped = stripCompact(reply.compact, dictionary);
  const compactSense = stripped !== reply.compact ? look(stripped) : undefined;
  if (compactSense) return { sense: compactSense, matched: stripped, how: 'keyword-and-filler' };

  if (words.length <= 2) {
    for (const [from, to] of [
      [us, ru],
      [ru, us],
    ] as const) {
      const key = foldLetters(swapped(raw.trim(), from, to)).replace(/[^\p{L}\p{N} ]/gu, '');
      const sense = key !== joined && key.length >= 4 ? look(key) : undefined;
      if (sense) return { sense, matched: key, how: 'layout' };
    }
  }
  const typo = distinct.length === 1 ? typoOf(distinct[0]!, dictionary) : undefined;
  return typo === undefined ? undefined : { sense: 'opt-out', matched: typo, how: 'typo' };
}

function stripCompact(compact: string, dictionary: ReplyDictionary): string {
  let rest = compact;
  for (let again = true; again; ) {
    again = false;
    for (const filler of dictionary.compactFiller) {
      if (rest.length > filler.length && (rest.endsWith(filler) || rest.startsWith(filler))) {
        rest = rest.endsWith(filler) ? rest.slice(0, -filler.length) : rest.slice(filler.length);
        again = true;
      }
    }
  }
  return rest;
}

function typoOf(word: string, dictionary: ReplyDictionary): string | undefined {
  if (word.length < 4 || word.length > 24 || neverTypos.has(word) || dictionary.keywords.has(word)) return undefined;
  return dictionary.typoTargets.find((target) => oneSlip(word, target));
}
