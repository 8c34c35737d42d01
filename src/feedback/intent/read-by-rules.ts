import type { Intent, ReplyContext, ReplyInput, ReplyReading } from './classify-reply.ts';
import type { KeywordSense, PhraseSense, ReplyDictionary } from './dictionary.ts';
import { keywordInClause } from './keyword-in-clause.ts';
import { isMachineText, ownWords } from './machine-texts.ts';
import { deniesName } from './names.ts';
import type { NormalisedReply } from './normalise.ts';
import { type Retyped, retypings } from './other-keyboard.ts';
import { prepareReply } from './prepare-reply.ts';
import { readScope } from './scope.ts';
import { type FoundSenses, findSenses, negators } from './senses.ts';
import { gluedKeyword, readWholeMessage } from './whole-message.ts';

/** Longest part of a reply that is read, in UTF-16 units. */
const READ_LENGTH = 2_000;

const other: ReplyReading = { intent: 'other', suppress: false, certainty: 'none' };

const bySense: Readonly<Record<Exclude<KeywordSense, 'ambiguous' | 'yes'>, ReplyReading>> = {
  'opt-out': { intent: 'opt-out', suppress: true, certainty: 'certain' },
  'opt-in': { intent: 'opt-in', suppress: false, certainty: 'certain' },
  help: { intent: 'help', suppress: false, certainty: 'certain' },
};

/** Signs that say yes to a question. */
const agreeing = /[\u{1f44d}\u{1f44c}\u2705\u2714\u2611\u{1f197}\u{1f4af}]/u;

/** What the rules make of a reply, and what of it is left to weigh. */
export interface RuleReading {
  readonly reading: ReplyReading;
  /** The reply as it was meant, with the text it was made of; undefined where the reading is not open to doubt. */
  readonly open?: { readonly reply: NormalisedReply; readonly own: string; readonly signs: readonly RuleSign[] };
}

/**
 * What of the rules fired: a sense, a phrase that shows the words to be about something else, a keyword among other words, another keyboard or
 * alphabet.
 */
export type RuleSign = Exclude<PhraseSense, 'how'> | 'act' | 'keyword' | 'retyped';

/**
 * Reads what a person wants from their reply by keywords and phrases. Pure: same text, context and dictionary, same reading.
 * Order: machine texts, a keyword alone, a taken-back opt-out, a threat or contested consent (a complaint, also beside a request), a request to stop or a
 * denial, bare anger (a complaint), an opt-in, a question. Source: facts on opt-out words, section 4; the Russian sheet, appendices A to C.
 */
export function readByRules(dictionary: ReplyDictionary, { text: whole, lang, context = 'none' }: ReplyInput): RuleReading {
  const text = whole.slice(0, READ_LENGTH);
  if (isMachineText(text)) return { reading: other };
  const own = ownWords(text);
  const reply = prepareReply(own, dictionary);
  if (reply.words.length === 0) {
    if (context === 'double-opt-in-prompt' && agreeing.test(own)) return { reading: { ...bySense['opt-in'], matched: 'sign of agreement' } };
    if (reply.stopSign) return { reading: { intent: 'opt-out', suppress: true, certainty: 'likely', matched: 'stop sign' } };
    return { reading: reply.question ? { intent: 'help', suppress: false, certainty: 'likely', matched: '?' } : other };
  }

  const keyword = readWholeMessage(reply, dictionary, { lang, asked: context === 'double-opt-in-prompt' });
  if (keyword && keyword.how !== 'typo') return { reading: readKeyword(keyword.sense, keyword.matched, context) };
  const known = shareKnown(reply, dictionary);
  const better = known < 1 ? readRetyped(reply, own, dictionary, context, (share) => share > known) : undefined;
  if (better !== undefined && better.reading.certainty !== 'none') return better;
  if (keyword) return { reading: unsure(readKeyword(keyword.sense, keyword.matched, context)) };
  const plain = readSentence(reply, own, dictionary, context);
  if (plain.reading.certainty !== 'none') return plain;
  // words known in either alphabet: "otkaz ot rassylki"
  const either = readRetyped(reply, own, dictionary, context, (share) => share === known);
  return either !== undefined && either.reading.certainty !== 'none' ? either : (better ?? plain);
}

const unsure = (reading: ReplyReading): ReplyReading => (reading.certainty === 'certain' ? { ...reading, certainty: 'likely' } : reading);

/** Share of a text's words that another keyboard or alphabet must make known. */
const RETYPED_SHARE = 0.6;

/** Share of the words that some lexicon knows. */
function shareKnown({ words }: NormalisedReply, { keywords, filler, vocabulary }: ReplyDictionary): number {
  let count = 0;
  for (const word of words) if (keywords.has(word) || filler.has(word) || vocabulary.knows(word)) count++;
  return count / words.length;
}

/** Share of the words that must look right alone before the whole text is retyped: punctuation keys are letters in another layout. */
const PROMISING_SHARE = 0.4;

function promises(
  { words }: NormalisedReply,
  how: Retyped['how'],
  retype: Retyped['retype'],
  { vocabulary, keywords, filler }: ReplyDictionary,
): boolean {
  let count = 0;
  for (const word of words) if (vocabulary.knowsRetyped(how, word, retype, (meant) => keywords.has(meant) || filler.has(meant))) count++;
  // a word or two may be a keyword twice over, a slip of one, or cut by a key that is a full stop in the other layout
  return words.length <= 2 || count >= words.length * PROMISING_SHARE;
}

/** Reads a text typed in the wrong keyboard layout or in Latin letters, when that makes enough words of it; without a sense where it has none. */
function readRetyped(
  reply: NormalisedReply,
  own: string,
  dictionary: ReplyDictionary,
  context: ReplyContext,
  enough: (share: number) => boolean,
): RuleReading | undefined {
  let senseless: RuleReading | undefined;
  for (const { how, retype } of retypings(own)) {
    if (!promises(reply, how, retype, dictionary)) continue;
    const text = retype(own);
    const other = prepareReply(text, dictionary);
    if (other.words.length === 0) continue;
    const share = other.words.length === 1 && gluedKeyword(other.words[0]!, dictionary) !== undefined ? 1 : shareKnown(other, dictionary);
    if (share < RETYPED_SHARE || !enough(share)) continue;
    const keyword = readWholeMessage(other, dictionary, { asked: context === 'double-opt-in-prompt' });
    if (keyword?.how === 'keyword') {
      const reading = readKeyword(keyword.sense, keyword.matched, context);
      if (reading.certainty !== 'none') return { reading };
      continue;
    }
    const read: RuleReading = keyword
      ? { reading: readKeyword(keyword.sense, keyword.matched, context) }
      : readSentence(other, text, dictionary, context);
    const found: RuleReading = {
      reading: unsure(read.reading),
      ...(read.open === undefined ? {} : { open: { ...read.open, signs: [...read.open.signs, 'retyped'] } }),
    };
    if (found.reading.certainty !== 'none') return found;
    senseless ??= found;
  }
  return senseless;
}

function readSentence(reply: NormalisedReply, own: string, dictionary: ReplyDictionary, context: ReplyContext): RuleReading {
  const { found, innocent } = findSenses(reply, dictionary, context === 'transactional');
  const refusal = context === 'double-opt-in-prompt' && !found.has('opt-in-again') && !decided(found) ? refusesToJoin(reply) : undefined;
  const senses: FoundSenses = refusal === undefined ? found : new Map([...found, ['request', refusal]]);
  if (context === 'double-opt-in-prompt' && agrees(reply, dictionary) && !decided(senses))
    return { reading: { ...bySense['opt-in'], matched: reply.words[0]! } };
  const denial = senses.get('denial') ?? (deniesName(own) ? 'not the person named' : undefined);
  const signs: RuleSign[] = [...senses.keys()];
  if (denial !== undefined && !senses.has('denial')) signs.push('denial');
  if (innocent) signs.push('innocent');
  const reading = weighSenses(senses, denial, reply, own, dictionary, context);
  if (reading.suppress && !signs.some((sign) => asksToStop.has(sign))) signs.push('keyword');
  return { reading, open: { reply, own, signs } };
}

const asksToStop: ReadonlySet<RuleSign> = new Set(['complaint', 'request', 'denial', 'act', 'hostile']);

function weighSenses(
  senses: FoundSenses,
  denial: string | undefined,
  reply: NormalisedReply,
  own: string,
  dictionary: ReplyDictionary,
  context: ReplyContext,
): ReplyReading {
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

const no: ReadonlySet<string> = new Set(
  'нет ни не ні неа no nope nah nay nein ne nie non nao hayir yok nee jo жок йук yoq tidak khong nu lo lla ochi'.split(' '),
);
const joining =
  /^(?:соглас|подтвержд|подпис|пидпис|добавл|добавля|записыв|хочу|хотел|нуж|треб|agree|consent|confirm|sign|subscri|add|enrol|einverstanden|eintrag|anmeld|inscri|accept|acept|acett|iscriv|apunt|zapis|zgadz|potwierd|aderir)/u;

/** Asked whether to join, the writer says no first, or refuses the word for joining: what refuses. */
function refusesToJoin({ words, asking, clauses }: NormalisedReply): string | undefined {
  const at = words.findIndex(
    (word, i) => negators.has(word) && [words[i + 1], words[i + 2]].some((next) => next !== undefined && joining.test(next)),
  );
  if (at >= 0 && !asking.has(clauses[at]!)) return words.slice(at, at + 3).join(' ');
  return words.length > 1 && clauses[0] !== clauses[1] && no.has(words[0]!) && asking.size === 0 ? words[0] : undefined;
}

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
