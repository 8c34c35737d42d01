import { classifyReplyWith, type ReplyInput, type ReplyReading } from './classify-reply.ts';
import { compileDictionary, type ReplyDictionary } from './dictionary.ts';
import { asian } from './lexicon/asian.ts';
import { en } from './lexicon/en.ts';
import { enActs } from './lexicon/en-acts.ts';
import { further } from './lexicon/further.ts';
import { germanic } from './lexicon/germanic.ts';
import { latin } from './lexicon/latin.ts';
import { middleEast } from './lexicon/middle-east.ts';
import { ru } from './lexicon/ru.ts';
import { ruActs } from './lexicon/ru-acts.ts';
import { slavic } from './lexicon/slavic.ts';
import { turkic } from './lexicon/turkic.ts';
import { worldActs } from './lexicon/world-acts.ts';
import type { ReplyLexicon } from './lexicon.ts';
import { type RuleReading, readByRules } from './read-by-rules.ts';

const shipped: readonly ReplyLexicon[] = [
  en,
  enActs,
  ru,
  ruActs,
  ...slavic,
  ...latin,
  ...germanic,
  ...turkic,
  ...middleEast,
  ...asian,
  ...worldActs,
  ...further,
];

let compiled: ReplyDictionary | undefined;

const shippedDictionary = (): ReplyDictionary => {
  compiled ??= compileDictionary(shipped);
  return compiled;
};

/** Reads what a person wants from a reply, with the shipped lexicons of more than forty languages and the shipped model. */
export function classifyReply(input: ReplyInput): ReplyReading {
  return classifyReplyWith({ dictionary: shippedDictionary(), model: true }, input);
}

/** The same with the host's own words added, or without the model. */
export function createReplyClassifier(options: {
  /** @default [] */
  readonly lexicons?: readonly ReplyLexicon[] | undefined;
  /** Whether the model weighs what the rules leave open. @default true */
  readonly model?: boolean | undefined;
}): (input: ReplyInput) => ReplyReading {
  const { lexicons = [], model = true } = options;
  if (lexicons.length === 0) return (input) => classifyReplyWith({ dictionary: shippedDictionary(), model }, input);
  const dictionary = compileDictionary([...lexicons, ...shipped]);
  return (input) => classifyReplyWith({ dictionary, model, shipped: shippedDictionary }, input);
}

/** What the shipped rules alone make of a reply; the model is trained on it. */
export function readByShippedRules(input: ReplyInput): { readonly rules: RuleReading; readonly dictionary: ReplyDictionary } {
  const dictionary = shippedDictionary();
  return { rules: readByRules(dictionary, input), dictionary };
}
