import type { ReplyDictionary } from './dictionary.ts';
import { type NormalisedReply, normaliseReply } from './normalise.ts';

/** Courtesies that stand between commas without parting what they stand in: "restore, please, my subscription". */
const courtesies: ReadonlySet<string> = new Set(
  'пожалуйста пожалуста пжл пжлст пж плиз плз прошу please pls plz kindly bitte svp favor por lutfen aub alstublieft prosze ласка будь отинемин отинем'.split(
    ' ',
  ),
);

/** Longest word that is no negation glued to a verb, in letters. */
const SHORTEST_GLUED = 5;

/** A reply as its sentences are read: normalised, glued negations parted, clauses that only a courtesy parts joined. */
export function prepareReply(text: string, dictionary: ReplyDictionary): NormalisedReply {
  return joinCourtesies(partNegations(normaliseReply(text), dictionary));
}

/** «Неписать»: a negation glued to the verb it refuses becomes a word again. */
function partNegations(reply: NormalisedReply, { vocabulary }: ReplyDictionary): NormalisedReply {
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

function joinCourtesies(reply: NormalisedReply): NormalisedReply {
  const { words, clauses } = reply;
  if (!words.some((word) => courtesies.has(word))) return reply;
  const plain = new Set(clauses.filter((_, index) => !courtesies.has(words[index]!)));
  const joined: number[] = [];
  let held = clauses[0]!;
  let courteous = false;
  for (const [index, clause] of clauses.entries()) {
    if (clause === clauses[index - 1]) {
      joined.push(held);
      continue;
    }
    if (index === 0 || (plain.has(clause) && !courteous)) held = clause;
    courteous = !plain.has(clause) && index > 0;
    joined.push(held);
  }
  const asking = new Set([...reply.asking].map((clause) => joined[clauses.indexOf(clause)] ?? clause));
  return { ...reply, clauses: joined, asking };
}
