import type { KeywordSense, ReplyDictionary } from './dictionary.ts';
import type { NormalisedReply } from './normalise.ts';
import { negators } from './senses.ts';

export interface WholeMessage {
  readonly sense: KeywordSense;
  readonly matched: string;
  readonly how: 'keyword' | 'keyword-and-filler' | 'typo';
}

/** What helps to tell the languages of a short word apart. */
export interface KeywordHints {
  readonly lang?: string | undefined;
  /** A question that yes answers is pending. */
  readonly asked?: boolean;
}

/** Reads a reply that is nothing but a keyword: plain, with courtesies, or with one slip of the finger. */
export function readWholeMessage(
  reply: NormalisedReply,
  dictionary: ReplyDictionary,
  { lang, asked = false }: KeywordHints = {},
): WholeMessage | undefined {
  const { words } = reply;
  const language = lang?.split('-')[0];
  const look = (key: string): KeywordSense | undefined => {
    const sense = dictionary.keywords.get(key);
    const languages = dictionary.keywordLanguages.get(key);
    if (sense === undefined || languages === undefined) return undefined;
    const own = language === undefined ? undefined : languages.get(language);
    if (own !== undefined) return own;
    // a short or ambiguous word of one language may be an everyday word of another
    if (language !== undefined && !languages.has('en') && (sense === 'ambiguous' || key.length <= 2)) return undefined;
    return asked && sense === 'ambiguous' && [...languages.values()].includes('yes') ? 'yes' : sense;
  };
  const joined = words.join(' ');
  const plain = look(joined) ?? look(reply.compact);
  if (plain) return { sense: plain, matched: joined, how: 'keyword' };

  // "no paren": a negation before the keyword is no courtesy
  const negated = words.some(
    (word, i) => negators.has(word) && dictionary.filler.has(word) && reply.clauses[i + 1] === reply.clauses[i] && look(words[i + 1]!) === 'opt-out',
  );
  if (negated) return undefined;
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

  const glued = words.length === 1 ? gluedKeyword(words[0]!, dictionary) : undefined;
  if (glued !== undefined) return { sense: 'opt-out', matched: glued, how: 'keyword-and-filler' };
  // a slip of the finger in the one word that is not a courtesy, or in one typed in two pieces
  const slip = distinct.length === 1 ? distinct[0]! : words.length === 2 ? reply.compact : undefined;
  const typo = slip === undefined || dictionary.keywords.has(slip) ? undefined : (dictionary.typoOf(slip) ?? dictionary.slipOf(slip));
  return typo === undefined ? undefined : { sense: dictionary.keywords.get(typo) ?? 'opt-out', matched: typo, how: 'typo' };
}

/** Shortest keyword and courtesy that are told apart without a space, in letters. */
const GLUED_LENGTH = 4;

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

/** An opt-out keyword and a courtesy, or the keyword twice, typed without the space between them. */
export function gluedKeyword(word: string, dictionary: ReplyDictionary): string | undefined {
  for (let cut = GLUED_LENGTH; cut <= word.length - GLUED_LENGTH; cut++) {
    const head = word.slice(0, cut);
    const rest = word.slice(cut);
    if (dictionary.keywords.get(head) === 'opt-out' && (rest === head || dictionary.filler.has(rest))) return head;
  }
  return undefined;
}
