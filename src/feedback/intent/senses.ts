import { inList, type PhraseSense, PREFIX_INDEX_LENGTH, type ReplyDictionary } from './dictionary.ts';
import { phraseEndsAt } from './lexicon.ts';
import type { NormalisedReply } from './normalise.ts';

/** Which senses occur in a reply, and the phrase that showed each. */
export type FoundSenses = ReadonlyMap<Exclude<PhraseSense, 'innocent'> | 'near', string>;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly sense: PhraseSense;
  readonly source: string;
}

/** Words that turn what follows into its opposite: "хочу" after "не", "want" after "don't". */
const negators = new Set([
  'не',
  'ни',
  'dont',
  'didnt',
  'doesnt',
  'not',
  'never',
  'no',
  'нет',
  'nicht',
  'kein',
  'keine',
  'ne',
  'pas',
  'nao',
  'non',
  'nie',
  'nu',
  'geen',
  'niet',
  'без',
  'without',
  'لا',
  'לא',
  'nunca',
  'jamais',
  'wont',
  'cant',
]);

function spans(words: readonly string[], dictionary: ReplyDictionary): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < words.length; start++) {
    const word = words[start]!;
    for (const { phrase, sense } of [...(dictionary.exact.get(word) ?? []), ...(dictionary.prefixed.get(word.slice(0, PREFIX_INDEX_LENGTH)) ?? [])]) {
      const end = phraseEndsAt(phrase, words, start);
      if (end >= 0) found.push({ start, end, sense, source: phrase.source });
    }
  }
  return found;
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Reads the senses out of a reply. A sense inside an innocent phrase, or negated, does not count. */
export function findSenses(reply: NormalisedReply, dictionary: ReplyDictionary): FoundSenses {
  const { words, clauses } = reply;
  const all = spans(words, dictionary);
  const innocent = all.filter((span) => span.sense === 'innocent');
  const found = new Map<Exclude<PhraseSense, 'innocent'> | 'near', string>();
  for (const span of all) {
    if (span.sense === 'innocent') continue;
    // a longer phrase of another sense that holds an innocent one keeps its meaning ("не жалуюсь" inside "я не жалуюсь, но…" does not)
    if (
      innocent.some(
        (calm) => covers(calm, span) || (calm.start < span.end && span.start < calm.end && calm.end - calm.start >= span.end - span.start),
      )
    )
      continue;
    const before = words[span.start - 1];
    if ((span.sense === 'opt-in' || span.sense === 'complaint') && before !== undefined && negators.has(before) && !negators.has(words[span.start]!))
      continue;
    if (!found.has(span.sense)) found.set(span.sense, span.source);
  }
  const calmWords = new Set(innocent.flatMap((span) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)));
  const near = nearPair(words, clauses, calmWords, dictionary);
  if (near !== undefined) found.set('near', near);
  insideText(reply.compact, dictionary, found);
  return found;
}

/** A stopping act within four words of a word for the mailing, in one clause. */
function nearPair(words: readonly string[], clauses: readonly number[], calm: ReadonlySet<number>, dictionary: ReplyDictionary): string | undefined {
  for (const { verbs, mailing } of dictionary.pairs) {
    for (let i = 0; i < words.length; i++) {
      if (calm.has(i) || !inList(words[i]!, verbs)) continue;
      if (i > 0 && negators.has(words[i - 1]!)) continue;
      for (let j = Math.max(0, i - 4); j < Math.min(words.length, i + 5); j++) {
        if (j === i || calm.has(j) || clauses[j] !== clauses[i]) continue;
        if (inList(words[j]!, mailing)) return i < j ? `${words[i]} … ${words[j]}` : `${words[j]} … ${words[i]}`;
      }
    }
  }
  return undefined;
}

function insideText(compact: string, dictionary: ReplyDictionary, found: Map<string, string>): void {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(compact)) return;
  let rest = compact;
  for (const { text, sense } of dictionary.inside) if (sense === 'innocent') rest = rest.replaceAll(text, ' ');
  for (const { text, sense } of dictionary.inside) if (sense !== 'innocent' && rest.includes(text) && !found.has(sense)) found.set(sense, text);
}
