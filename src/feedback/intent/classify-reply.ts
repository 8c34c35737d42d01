import type { KeywordSense, ReplyDictionary } from './dictionary.ts';
import { isMachineText, ownWords } from './machine-texts.ts';
import { deniesName } from './names.ts';
import { foldLetters, type NormalisedReply, normaliseReply } from './normalise.ts';
import { retypings } from './other-keyboard.ts';
import { type RefusalScope, readScope } from './scope.ts';
import { type FoundSenses, findSenses } from './senses.ts';
import { gluedKeyword, readWholeMessage } from './whole-message.ts';

export type Intent = 'opt-out' | 'opt-in' | 'help' | 'complaint' | 'other';

/** What went out to the person before the reply. */
export type ReplyContext = 'marketing' | 'transactional' | 'double-opt-in-prompt' | 'none';

export interface ReplyInput {
  readonly text: string;
  /** BCP 47 language, a hint only: people copy the footer in any language. */
  readonly lang?: string;
  /** @default 'none' */
  readonly context?: ReplyContext;
}

export interface ReplyReading {
  readonly intent: Intent;
  /** Marketing to this person must stop now. */
  readonly suppress: boolean;
  /** `certain`: act on it; `likely`: suppress and let a person look; `none`: nothing was recognised. */
  readonly certainty: 'certain' | 'likely' | 'none';
  /** The keyword or phrase that decided. */
  readonly matched?: string;
  /** What an opt-out leaves open, when its words say so. A hint: without it the refusal is whole. */
  readonly scope?: RefusalScope;
  /** The writer says the number is not, or no longer, that of the person meant: the number's consent must not be used again. */
  readonly denial?: boolean;
}

/** Longest part of a reply that is read, in UTF-16 units. */
const READ_LENGTH = 2_000;

const other: ReplyReading = { intent: 'other', suppress: false, certainty: 'none' };

const bySense: Readonly<Record<Exclude<KeywordSense, 'ambiguous' | 'yes'>, ReplyReading>> = {
  'opt-out': { intent: 'opt-out', suppress: true, certainty: 'certain' },
  'opt-in': { intent: 'opt-in', suppress: false, certainty: 'certain' },
  help: { intent: 'help', suppress: false, certainty: 'certain' },
};

/**
 * Reads what a person wants from their reply. Pure: same text, context and dictionary, same reading.
 * Order: machine texts, a keyword alone, a taken-back opt-out, a threat or contested consent (a complaint, also beside a request), a request to stop or a
 * denial, bare anger (a complaint), an opt-in, a question. Source: facts on opt-out words, section 4; the Russian sheet, appendices A to C.
 */
export function classifyReplyWith(dictionary: ReplyDictionary, { text: whole, lang, context = 'none' }: ReplyInput): ReplyReading {
  const text = whole.slice(0, READ_LENGTH);
  if (isMachineText(text)) return other;
  const own = ownWords(text);
  const reply = partNegations(normaliseReply(own), dictionary);
  if (reply.words.length === 0) {
    if (reply.stopSign) return { intent: 'opt-out', suppress: true, certainty: 'likely', matched: 'stop sign' };
    return reply.question ? { intent: 'help', suppress: false, certainty: 'likely', matched: '?' } : other;
  }

  const keyword = readWholeMessage(reply, dictionary, { lang, asked: context === 'double-opt-in-prompt' });
  if (keyword && keyword.how !== 'typo') return readKeyword(keyword.sense, keyword.matched, context);
  const known = shareKnown(reply, dictionary);
  const better = known < 1 ? readRetyped(own, dictionary, context, (share) => share > known) : undefined;
  if (better !== undefined) return better;
  if (keyword) return unsure(readKeyword(keyword.sense, keyword.matched, context));
  const reading = readSentence(reply, own, dictionary, context);
  // words known in either alphabet: "otkaz ot rassylki"
  return reading.certainty === 'none' ? (readRetyped(own, dictionary, context, (share) => share === known) ?? reading) : reading;
}

/** «Неписать»: a negation glued to the verb it refuses becomes a word again. */
function partNegations(reply: NormalisedReply, dictionary: ReplyDictionary): NormalisedReply {
  const { vocabulary } = dictionary;
  const glued = (word: string): boolean =>
    word.length > SHORTEST_GLUED && /^н[еи]/u.test(word) && !vocabulary.knows(word) && vocabulary.lookUp(word.slice(2)).tags?.contact !== undefined;
  if (!reply.words.some(glued)) return reply;
  const words: string[] = [];
  const clauses: number[] = [];
  for (const [index, word] of reply.words.entries()) {
    for (const part of glued(word) ? ['не', word.slice(2)] : [word]) {
      words.push(part);
      clauses.push(reply.clauses[index]!);
    }
  }
  return { ...reply, words, clauses };
}

/** Longest word that is no negation glued to a verb, in letters. */
const SHORTEST_GLUED = 5;

const unsure = (reading: ReplyReading): ReplyReading => (reading.certainty === 'certain' ? { ...reading, certainty: 'likely' } : reading);

/** Share of a text's words that another keyboard or alphabet must make known. */
const RETYPED_SHARE = 0.6;

/** Share of the words that some lexicon knows. */
function shareKnown({ words }: NormalisedReply, { keywords, filler, vocabulary }: ReplyDictionary): number {
  let count = 0;
  for (const word of words) if (keywords.has(word) || filler.has(word) || vocabulary.knows(word)) count++;
  return count / words.length;
}

/** Reads a text typed in the wrong keyboard layout or in Latin letters, when that makes enough words of it. */
function readRetyped(own: string, dictionary: ReplyDictionary, context: ReplyContext, enough: (share: number) => boolean): ReplyReading | undefined {
  for (const { text } of retypings(own)) {
    const other = partNegations(normaliseReply(text), dictionary);
    if (other.words.length === 0) continue;
    const share = other.words.length === 1 && gluedKeyword(other.words[0]!, dictionary) !== undefined ? 1 : shareKnown(other, dictionary);
    if (share < RETYPED_SHARE || !enough(share)) continue;
    const keyword = readWholeMessage(other, dictionary, { asked: context === 'double-opt-in-prompt' });
    const reading = keyword ? readKeyword(keyword.sense, keyword.matched, context) : readSentence(other, text, dictionary, context);
    if (reading.certainty !== 'none') return keyword?.how === 'keyword' ? reading : unsure(reading);
  }
  return undefined;
}

function readSentence(reply: NormalisedReply, own: string, dictionary: ReplyDictionary, context: ReplyContext): ReplyReading {
  const senses = findSenses(reply, dictionary, context === 'transactional');
  if (context === 'double-opt-in-prompt' && agrees(reply, dictionary) && !decided(senses)) return { ...bySense['opt-in'], matched: reply.words[0]! };
  const denial = senses.get('denial') ?? (deniesName(own) ? 'not the person named' : undefined);
  const say = (intent: Intent, matched: string): ReplyReading => ({
    intent,
    suppress: intent === 'opt-out' || intent === 'complaint',
    certainty: 'likely',
    matched,
    ...(denial !== undefined && (intent === 'opt-out' || intent === 'complaint') ? { denial: true } : {}),
  });

  const again = senses.get('opt-in-again');
  const complaint = senses.get('complaint');
  if (again !== undefined && complaint === undefined) return say('opt-in', again);
  if (complaint !== undefined) return say('complaint', complaint);
  const stop =
    senses.get('request') ?? denial ?? senses.get('act') ?? (senses.has('help') ? undefined : keywordInClause(reply, own, dictionary, context));
  if (stop !== undefined) {
    const scope = denial !== undefined ? undefined : readScope(reply, dictionary);
    return { ...say('opt-out', stop), ...(scope === undefined ? {} : { scope }) };
  }
  for (const [sense, intent] of [
    ['hostile', 'complaint'],
    ['opt-in', 'opt-in'],
    ['help', 'help'],
  ] as const) {
    const found = senses.get(sense);
    if (found !== undefined) return say(intent, found);
  }
  return other;
}

/** The first word says yes. */
const agrees = ({ words }: NormalisedReply, dictionary: ReplyDictionary): boolean => dictionary.keywords.get(words[0]!) === 'yes';

/** Something in the reply asks to stop, denies or complains. */
const decided = (senses: FoundSenses): boolean => (['complaint', 'request', 'denial', 'act', 'hostile'] as const).some((sense) => senses.has(sense));

function readKeyword(sense: KeywordSense, matched: string, context: ReplyContext): ReplyReading {
  switch (sense) {
    case 'yes':
      return context === 'double-opt-in-prompt' ? { ...bySense['opt-in'], matched } : other;
    case 'ambiguous':
      // a pending question, or the order the message was about, explains the word
      return context === 'marketing' || context === 'none' ? { intent: 'opt-out', suppress: true, certainty: 'likely', matched } : other;
    default:
      return { ...bySense[sense], matched };
  }
}

/** Words that nobody writes but to be taken off a list. */
const strong: ReadonlySet<string> = new Set(
  'stop stopall unsubscribe unsub optout стоп отписка отписаться отпишите stopp arret baja sair ret iptal відписка відписатися тоқтату тоқтатыңыз'
    .split(' ')
    .map(foldLetters),
);

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
function keywordInClause(
  { words, clauses, question }: NormalisedReply,
  own: string,
  dictionary: ReplyDictionary,
  context: ReplyContext,
): string | undefined {
  const isStrong = (word: string): boolean => strong.has(word);
  if (!question && context !== 'double-opt-in-prompt' && words.length > 1 && words.length <= 3 && isStrong(words[0]!)) return words[0];
  const shouted = own.match(/(?<![\p{L}\p{N}«"“'-])(?:STOP|UNSUBSCRIBE|СТОП|BAJA|SAIR|ОТПИСКА)(?![\p{L}\p{N}»"”'-])/u)?.[0];
  if (shouted !== undefined && !question && /\p{Ll}/u.test(own)) return shouted.toLowerCase();
  const last = words.at(-1);
  const before = words.at(-2);
  if (!question && words.length <= LAST_WORD_REACH && last !== undefined && isStrong(last) && before !== undefined && !notBefore.has(before))
    return last;
  const aboutMailing = context === 'marketing' || context === 'none';
  for (const clause of new Set(clauses)) {
    const said = words.filter((_, i) => clauses[i] === clause);
    const core = said.filter((word) => !dictionary.filler.has(word)).join(' ');
    const sense = dictionary.keywords.get(core) ?? dictionary.keywords.get(said.join(' '));
    if (sense !== 'opt-out' || !(isStrong(core) || (aboutMailing && core.length >= WORDY))) continue;
    // «Стоп, а сколько стоит…» holds the talk up, it does not end it
    if (!(question && clause === 0)) return core;
  }
  return undefined;
}
