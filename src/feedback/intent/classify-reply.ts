import type { KeywordSense, ReplyDictionary } from './dictionary.ts';
import { normaliseReply } from './normalise.ts';
import { findSenses } from './senses.ts';
import { readWholeMessage } from './whole-message.ts';

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
}

const other: ReplyReading = { intent: 'other', suppress: false, certainty: 'none' };

/** Reaction texts that phones send, and machine replies. */
const notAPerson =
  /^\s*(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,8} to|понравилось|нравится|не понравилось|выделено|gefällt|a aimé|le gustó)\s*[:\s]*[«"“„'‘]|(?:i'?m|i am) (?:driving|currently (?:out|away))|(?:out of office|automatic reply|auto-?reply|autoreply|автоответ|это автоматический ответ|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática))/iu;

/** Our own footer quoted back: what it says is ours, not theirs. */
const ourFooter =
  /(?:(?:reply|text|send|txt)\s+["“«']?stop["”»']?\s+(?:to\s+(?:\d{3,6}\s+to\s+)?(?:unsubscribe|opt[ -]?out|end|cancel|stop|quit)|to\s+\d{3,6})|stop\s+to\s+(?:end|opt[ -]?out|unsubscribe|cancel|stop)|(?:отписка|отписаться|отказ)\s*[:-]\s*["«]?(?:стоп|stop)["»]?\s+на\s+\d{3,6}|стоп\s+на\s+\d{3,6}|stop\s+au\s+\d{5}|baja\s+al\s+\d{3,6})/giu;

const bySense: Readonly<Record<Exclude<KeywordSense, 'ambiguous' | 'yes'>, ReplyReading>> = {
  'opt-out': { intent: 'opt-out', suppress: true, certainty: 'certain' },
  'opt-in': { intent: 'opt-in', suppress: false, certainty: 'certain' },
  help: { intent: 'help', suppress: false, certainty: 'certain' },
};

/** Reads what a person wants from their reply. Pure: same text, context and dictionary, same reading. */
export function classifyReplyWith(dictionary: ReplyDictionary, { text, context = 'none' }: ReplyInput): ReplyReading {
  if (notAPerson.test(text)) return other;
  const withoutFooter = text.replace(ourFooter, ' ');
  const own = /[\p{L}\p{N}]/u.test(withoutFooter) ? withoutFooter : text;
  const reply = normaliseReply(own);
  if (reply.words.length === 0) {
    if (reply.stopSign) return { intent: 'opt-out', suppress: true, certainty: 'likely', matched: 'stop sign' };
    return reply.question ? { intent: 'help', suppress: false, certainty: 'likely', matched: '?' } : other;
  }

  const whole = readWholeMessage(reply, own, dictionary);
  if (whole) {
    const reading = readKeyword(whole.sense, whole.matched, context);
    if (reading) return whole.how === 'typo' ? { ...reading, certainty: 'likely' } : reading;
  }

  const senses = findSenses(reply, dictionary);
  const say = (intent: Intent, suppress: boolean, matched: string): ReplyReading => ({ intent, suppress, certainty: 'likely', matched });
  const [optIn, complaint, help, request, denial, near] = (['opt-in', 'complaint', 'help', 'request', 'denial', 'near'] as const).map((sense) =>
    senses.get(sense),
  );
  if (optIn !== undefined && denial === undefined) return say('opt-in', false, optIn);
  if (complaint !== undefined) return say('complaint', true, complaint);
  if (
    help !== undefined &&
    (reply.question || request === undefined || /^(?:how|как|як|cómo|como|wie|comment|come|jak|hoe|nasıl|қалай|qanday|كيف|איך)/u.test(help))
  )
    return say('help', false, help);
  const stop = request ?? denial ?? near;
  if (stop !== undefined) return say('opt-out', true, stop);
  const short = shortKeyword(reply.words, reply.question, dictionary, context);
  return short === undefined ? other : say('opt-out', true, short);
}

function readKeyword(sense: KeywordSense, matched: string, context: ReplyContext): ReplyReading | undefined {
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

/** A keyword first, and at most two words more that no phrase has explained: "stop Acme". */
function shortKeyword(words: readonly string[], question: boolean, dictionary: ReplyDictionary, context: ReplyContext): string | undefined {
  if (words.length > 3 || question || context === 'double-opt-in-prompt') return undefined;
  const first = words[0]!;
  return dictionary.keywords.get(first) === 'opt-out' &&
    words.length > 1 &&
    ['stop', 'stopall', 'unsubscribe', 'optout', 'стоп', 'отписка', 'отписаться', 'отпишите', 'stopp', 'arret', 'baja'].includes(first)
    ? first
    : undefined;
}
