import type { ReplyContext } from './classify-reply.ts';
import type { ReplyDictionary } from './dictionary.ts';
import { foldLetters, type NormalisedReply } from './normalise.ts';
import { negators } from './senses.ts';

/** Words that nobody writes but to be taken off a list. */
const strong: ReadonlySet<string> = new Set(
  'stop stopall unsubscribe unsub optout стоп отписка отписаться отпишите stopp arret baja sair ret iptal відписка відписатися тоқтату тоқтатыңыз'
    .split(' ')
    .map(foldLetters),
);

/** Keywords that also hold a talk up: «Стоп, а сколько стоит…». */
const holdsUp: ReadonlySet<string> = new Set(['stop', 'стоп', 'stopp', 'alto', 'dur']);

/** Words after which "stop" is a noun, or refused, or somebody else's: "the bus stop", "cannot stop", "did it stop". */
const notBefore: ReadonlySet<string> = new Set(
  'the a an my your his her our their this that next last first final bus tram train truck pit rest full one non every each short long dont cant wont didnt doesnt never not to it they he she we you will cannot couldnt i на до про слово не без'.split(
    ' ',
  ),
);

/** Longest reply whose last word may be the keyword, in words. */
const LAST_WORD_REACH = 8;

/** Shortest keyword that counts as a clause of its own, in letters. */
const WORDY = 4;

/** A strong keyword that stands for itself in a longer reply: first with at most two words after it, or shouted, or alone in its clause. */
export function keywordInClause(reply: NormalisedReply, own: string, dictionary: ReplyDictionary, context: ReplyContext): string | undefined {
  const { words, clauses, question } = reply;
  const { vocabulary, filler, keywords } = dictionary;
  const isStrong = (word: string): boolean => strong.has(word);
  const object = (word: string): boolean => vocabulary.lookUp(word).tags?.object !== undefined;
  if (!question && context !== 'double-opt-in-prompt' && words.length > 1 && words.length <= 3 && isStrong(words[0]!) && !words.some(refusesBack))
    return words[0];
  const shouted = own.match(/(?<![\p{L}\p{N}«"“'-])(?:STOP|UNSUBSCRIBE|СТОП|BAJA|SAIR|ОТПИСКА)(?![\p{L}\p{N}»"”'-])/u)?.[0];
  if (shouted !== undefined && !question && /\p{Ll}/u.test(own)) return shouted.toLowerCase();
  const last = words.at(-1);
  const before = words.at(-2);
  if (
    !question &&
    words.length <= LAST_WORD_REACH &&
    last !== undefined &&
    isStrong(last) &&
    before !== undefined &&
    !notBefore.has(before) &&
    !words.some(object)
  )
    return last;
  const aboutMailing = context === 'marketing' || context === 'none';
  for (const clause of new Set(clauses)) {
    const from = clauses.indexOf(clause);
    const said = words.filter((_, i) => clauses[i] === clause);
    const kept = said.flatMap((word, i) => (filler.has(word) ? [] : [i]));
    const core = kept.map((i) => said[i]!).join(' ');
    const whole = keywords.get(said.join(' '));
    const sense = keywords.get(core) ?? whole;
    if (sense !== 'opt-out' || !(isStrong(core) || (aboutMailing && core.length >= WORDY))) continue;
    // "no paren": the negation is no courtesy
    if (whole === undefined && kept[0] !== undefined && kept[0] > 0 && negators.has(said[kept[0] - 1]!)) continue;
    if (question && clause === clauses[0]) continue;
    if (holdsUp.has(core) && (asksAboutSomethingElse(reply, from, dictionary) || (!aboutMailing && saysMore(reply, clause, dictionary)))) continue;
    return core;
  }
  return undefined;
}

const refusesBack = (word: string): boolean => word === 'never' || word === 'nooit' || word === 'nie' || word === 'nunca' || word === 'jamais';

/** Other clauses say something, and it is not about the messages: in an answer about an order the word holds that up. */
function saysMore({ words, clauses }: NormalisedReply, clause: number, { vocabulary, filler, keywords }: ReplyDictionary): boolean {
  const rest = words.filter((word, i) => clauses[i] !== clause && !filler.has(word) && !keywords.has(word));
  const tags = rest.map((word) => vocabulary.lookUp(word).tags);
  return rest.length > 1 && !tags.some((tag) => tag?.mailing !== undefined || tag?.contact !== undefined);
}

/** A question comes after the word, and it is not about the messages. */
function asksAboutSomethingElse({ words, clauses, asking }: NormalisedReply, from: number, { vocabulary }: ReplyDictionary): boolean {
  let asked = false;
  for (let i = from + 1; i < words.length; i++) {
    if (!asking.has(clauses[i]!)) continue;
    const { tags } = vocabulary.lookUp(words[i]!);
    if (tags?.mailing !== undefined || tags?.contact !== undefined) return false;
    asked = true;
  }
  return asked;
}
