import type { ReplyDictionary } from './dictionary.ts';
import { type ModelIntents, weighReply } from './model/reply-model.ts';
import { type RuleReading, readByRules } from './read-by-rules.ts';
import type { RefusalScope } from './scope.ts';

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
  /** The keyword or phrase that decided, or `model`. */
  readonly matched?: string;
  /** How probable the model holds it that marketing must stop, 0 to 1; absent where a certain rule decided or the model is off. */
  readonly score?: number;
  /** What an opt-out leaves open, when its words say so. A hint: without it the refusal is whole. */
  readonly scope?: RefusalScope;
  /** The writer says the number is not, or no longer, that of the person meant: the number's consent must not be used again. */
  readonly denial?: boolean;
}

/** How a reply is read. */
export interface ClassifierParts {
  readonly dictionary: ReplyDictionary;
  /** Whether the shipped model weighs what the rules leave open. */
  readonly model: boolean;
  /** The shipped words, where the dictionary holds words of the host too: what those decided the model does not change. */
  readonly shipped?: (() => ReplyDictionary) | undefined;
}

/** From this probability on marketing stops although no rule asks for it. */
const STOPS_AT = 0.4;
/** Below this probability marketing goes on although a rule, not a certain one, asked to stop. */
const GOES_ON_BELOW = 0.3;

const unknown: ReplyReading = { intent: 'other', suppress: false, certainty: 'none' };

/** Reads what a person wants from their reply: by rules, and where these are not certain by the model too. Pure: same text, context and parts, same reading. */
export function classifyReplyWith({ dictionary, model, shipped }: ClassifierParts, input: ReplyInput): ReplyReading {
  const rules = readByRules(dictionary, input);
  if (!model || rules.open === undefined || rules.reading.certainty === 'certain') return rules.reading;
  const intents = weighReply(rules, rules.open, dictionary.vocabulary, input.context ?? 'none');
  const weighed = weigh(rules, intents);
  const changed = weighed.intent !== rules.reading.intent;
  if (changed && shipped !== undefined && readByRules(shipped(), input).reading.intent !== rules.reading.intent) return rules.reading;
  return weighed;
}

function weigh({ reading }: RuleReading, intents: ModelIntents): ReplyReading {
  const { intent, suppress, stops } = decideIntent(reading.suppress, intents);
  const score = Math.round(stops * 1_000) / 1_000;
  if (intent === reading.intent) return { ...reading, score };
  if (intent === 'other') return { ...unknown, score };
  return { intent, suppress, certainty: 'likely', matched: 'model', score, ...(suppress && reading.denial === true ? { denial: true } : {}) };
}

/** The intent that the model's probabilities speak for, beside rules that asked to stop or did not. Doubt goes to suppression. */
export function decideIntent(
  rulesStop: boolean,
  intents: ModelIntents,
): { readonly intent: Intent; readonly suppress: boolean; readonly stops: number } {
  const stops = intents['opt-out'] + intents.complaint;
  const suppress = stops >= (rulesStop ? GOES_ON_BELOW : STOPS_AT);
  const candidates: readonly Intent[] = suppress ? ['opt-out', 'complaint'] : ['opt-in', 'help', 'other'];
  return { intent: candidates.reduce((best, one) => (intents[one] > intents[best] ? one : best)), suppress, stops };
}
