import { classifyReplyWith, type ReplyInput, type ReplyReading } from './classify-reply.ts';
import { compileDictionary, type ReplyDictionary } from './dictionary.ts';
import { asian } from './lexicon/asian.ts';
import { en } from './lexicon/en.ts';
import { enActs } from './lexicon/en-acts.ts';
import { germanic } from './lexicon/germanic.ts';
import { latin } from './lexicon/latin.ts';
import { middleEast } from './lexicon/middle-east.ts';
import { ru } from './lexicon/ru.ts';
import { ruActs } from './lexicon/ru-acts.ts';
import { slavic } from './lexicon/slavic.ts';
import { turkic } from './lexicon/turkic.ts';
import { worldActs } from './lexicon/world-acts.ts';
import type { ReplyLexicon } from './lexicon.ts';

const shipped: readonly ReplyLexicon[] = [en, enActs, ru, ruActs, ...slavic, ...latin, ...germanic, ...turkic, ...middleEast, ...asian, ...worldActs];

let compiled: ReplyDictionary | undefined;

/** Reads what a person wants from a reply, with the shipped lexicons of thirty languages. */
export function classifyReply(input: ReplyInput): ReplyReading {
  compiled ??= compileDictionary(shipped);
  return classifyReplyWith(compiled, input);
}

/** The same with the host's own words added. */
export function createReplyClassifier(options: { readonly lexicons: readonly ReplyLexicon[] }): (input: ReplyInput) => ReplyReading {
  const dictionary = compileDictionary([...options.lexicons, ...shipped]);
  return (input) => classifyReplyWith(dictionary, input);
}
