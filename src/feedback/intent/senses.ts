import type { PhraseSense, ReplyDictionary } from './dictionary.ts';
import type { NormalisedReply } from './normalise.ts';
import { findPhrases, type Span } from './phrases.ts';
import { shareLanguage, type WordTags } from './vocabulary.ts';

/** What a reply says, each with the phrase that showed it. `act`: a stopping act upon the mailing, or a refused verb of reaching a person. */
export type FoundSenses = ReadonlyMap<Exclude<PhraseSense, 'innocent' | 'how'> | 'act', string>;

/** Words that turn what follows into its opposite: "want" after "don't", «жалуюсь» after «не». */
export const negators: ReadonlySet<string> = new Set(
  'не ни нет без dont didnt doesnt not never no wont cant without nicht kein keine ne pas jamais nao non nie nu geen niet nunca sin لا لم לא מה'.split(
    ' ',
  ),
);
/** Words that put a thing off rather than refuse it. */
const putsOff: ReadonlySet<string> = new Set(
  'сегодня завтра пока сейчас утром вечером днем до раньше рано today tomorrow yet until till before now tonight hoy manana todavia antes aujourdhui demain avant heute morgen vor oggi domani prima dzis jutro przed bugun yarin hoje amanha antes сьогодни завтра ertaga бүгин ертен it him her them'.split(
    ' ',
  ),
);
/** Words that make a refusal lasting. */
const forGood: ReadonlySet<string> = new Set(
  'больше никогда вообще рекламу спам more anymore ever never again ads spam mas nunca plus jamais mehr nie wieder piu mai wiecej nigdy бильше николи'.split(
    ' ',
  ),
);
/** How far an act may stand from the word that shows it is about the mailing, in words. */
const ACT_REACH = 4;
/** How far a negation may stand before the verb it refuses, in words. */
const REFUSAL_REACH = 5;
/** How far into its clause a question about the way reaches, in words. */
const HOW_REACH = 9;

/** The words of a reply that a phrase took, `…` for what it passed over. */
const wording = ({ hits }: Span, words: readonly string[]): string =>
  hits.map((at, index) => `${index > 0 && at !== hits[index - 1]! + 1 ? '… ' : ''}${words[at]}`).join(' ');

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** An innocent phrase takes back what it holds, a request or denial that begins or ends in it, and anything else it overlaps when it is at least as long. */
function takesBack(calm: Span, span: Span): boolean {
  if (calm.start <= span.start && span.end <= calm.end) return true;
  if (span.sense !== 'request' && span.sense !== 'denial') return overlap(calm, span) && calm.end - calm.start >= span.end - span.start;
  // the last word of a request is its act: "can you stop by", "mesajları durdurmayın"
  return (
    (calm.start <= span.start && span.start < calm.end) ||
    (calm.start < span.end && (span.sense === 'request' ? span.end <= calm.end : span.end < calm.end))
  );
}

/**
 * Reads the senses out of a reply. A sense inside an innocent phrase, negated, or asked about does not count.
 * `innocent`: some words are known to be about something else. `aboutService`: the message answered was about an order or a visit, so that "do not send it today" puts that off.
 */
export function findSenses(
  reply: NormalisedReply,
  dictionary: ReplyDictionary,
  aboutService: boolean,
): { readonly found: FoundSenses; readonly innocent: boolean } {
  const { words } = reply;
  const entries = words.map((word) => dictionary.vocabulary.lookUp(word));
  const all = findPhrases(
    dictionary.phrases,
    entries.map(({ parts }) => parts),
    reply.clauses,
  );
  // "text me after 9" is innocent, "don't text me after 9" is not
  const innocent = all.filter(
    ({ sense, start }) =>
      sense === 'innocent' &&
      !(entries[start]!.tags?.contact !== undefined && reply.clauses[start - 1] === reply.clauses[start] && negators.has(words[start - 1] ?? '')),
  );
  const calm = new Array<boolean>(words.length).fill(false);
  for (const { start, end } of innocent) calm.fill(true, start, end);
  const tags = entries.map((entry) => entry.tags);
  const found = new Map<Exclude<PhraseSense, 'innocent' | 'how'> | 'act', string>();

  const choosing = choices(reply);
  const asked = askedAbout(reply, all, tags, calm);
  if (asked) found.set('help', wording(asked, words));
  for (const span of all) {
    if (span.sense === 'innocent' || span.sense === 'how' || found.has(span.sense)) continue;
    if (innocent.some((other) => takesBack(other, span))) continue;
    if (span.sense === 'request' && choosing.has(reply.clauses[span.start]!)) continue;
    if (asked && span.sense === 'request' && overlap(span, asked)) continue;
    if (span.sense === 'request' && aboutThing(span, reply, tags, aboutService)) continue;
    const before = words[span.start - 1];
    const negated = before !== undefined && reply.clauses[span.start - 1] === reply.clauses[span.start] && negators.has(before);
    if (negated && (span.sense === 'opt-in' || span.sense === 'complaint' || span.sense === 'hostile') && !negators.has(words[span.start]!)) continue;
    // "some spam shows in the app, does your site work?": a word of anger inside a question about a thing
    if (span.sense === 'hostile' && reply.question && span.end - span.start === 1 && tags.some((tag) => tag?.object !== undefined)) continue;
    found.set(span.sense, wording(span, words));
  }
  for (const [i, clause] of reply.clauses.entries()) if (choosing.has(clause)) calm[i] = true;
  if (asked) calm.fill(true, asked.start, asked.end);
  const act = actUponMailing(reply, tags, calm) ?? refusedContact(reply, tags, calm, aboutService);
  if (act !== undefined) found.set('act', act);
  else if (found.size === 0 && !aboutService) {
    const hinted = hints(reply, tags, calm);
    if (hinted !== undefined) found.set('act', hinted);
  }
  const calmInside = insideText(reply.compact, dictionary, found);
  return { found, innocent: innocent.length > 0 || calmInside };
}

/** The writer as the object of an act: then the act is not upon a thing. */
const self: ReadonlySet<string> = new Set('me us меня нас мене mich uns mij ons moi nous mi nos mim mnie nas ni beni bizi мени бизди'.split(' '));

/**
 * An act asked for upon a thing of an order ("remove the second pair from my basket"), not upon the mailing: its clause names a thing after the act or
 * just before it, and no word for the mailing.
 */
function aboutThing(
  { start, end }: Span,
  { words, clauses }: NormalisedReply,
  tags: readonly (WordTags | undefined)[],
  aboutService: boolean,
): boolean {
  let acts: ReadonlySet<number> | undefined;
  for (let i = start; i < end; i++) {
    if (tags[i]?.mailing !== undefined) return false;
    acts ??= tags[i]?.stop ?? tags[i]?.contact;
  }
  if (words.slice(start, end).some((word) => self.has(word))) return false;
  if (acts === undefined) {
    // "I no longer need the appointment", in answer to a message about it
    const own = tags.filter((_, i) => clauses[i] === clauses[start]);
    return aboutService && own.some((tag) => tag?.object !== undefined) && !own.some((tag) => tag?.mailing !== undefined);
  }
  let thing = false;
  for (let i = 0; i < tags.length; i++) {
    if (clauses[i] !== clauses[start]) continue;
    if (shareLanguage(acts, tags[i]?.mailing)) return false;
    thing ||= shareLanguage(acts, tags[i]?.object);
  }
  return thing;
}

const either: ReadonlySet<string> = new Set(['или', 'або', 'or', 'oder', 'czy', 'ou', 'nebo']);
const nothing: ReadonlySet<string> = new Set(['нет', 'не', 'not', 'what', 'что', 'nicht', 'nie']);

/** Clauses that ask which of two things will be ("will the sale stop on Monday or go on?"): they ask for no act. */
function choices({ words, clauses, asking }: NormalisedReply): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [i, word] of words.entries()) {
    const clause = clauses[i]!;
    if (asking.has(clause) && either.has(word) && clauses[i + 1] === clause && !nothing.has(words[i + 1]!)) found.add(clause);
  }
  return found;
}

/** The stretch of a clause that asks for the way to stop: "how do I", then a stopping act. */
function askedAbout(
  reply: NormalisedReply,
  all: readonly Span[],
  tags: readonly (WordTags | undefined)[],
  calm: readonly boolean[],
): Span | undefined {
  for (const span of all) {
    if (span.sense !== 'how') continue;
    const clause = reply.clauses[span.start];
    let end = span.end;
    const thing = tags.some((tag, i) => i >= span.start && reply.clauses[i] === clause && tag?.object !== undefined && tag.mailing === undefined);
    const mailing = tags.some((tag, i) => reply.clauses[i] === clause && tag?.mailing !== undefined);
    if (thing && !mailing) continue;
    let act = all.some(
      (other) =>
        other.sense === 'request' && other.start >= span.start && other.start < span.end + HOW_REACH && reply.clauses[other.start] === clause,
    );
    while (end < tags.length && end - span.end < HOW_REACH && reply.clauses[end] === clause) {
      act ||= (tags[end]?.stop !== undefined || tags[end]?.mailing !== undefined) && !calm[end];
      end++;
    }
    act ||= tags.slice(span.start, span.end).some((tag) => tag?.stop !== undefined);
    if (act) return { ...span, end };
  }
  return undefined;
}

/** A stopping act near a word for the mailing, in one clause and one language, with no other object between them. */
function actUponMailing({ words, clauses }: NormalisedReply, tags: readonly (WordTags | undefined)[], calm: readonly boolean[]): string | undefined {
  for (let i = 0; i < words.length; i++) {
    const stop = tags[i]?.stop;
    if (stop === undefined || calm[i]) continue;
    if (
      (i > 0 && clauses[i - 1] === clauses[i] && negators.has(words[i - 1]!)) ||
      (i > 1 && clauses[i - 2] === clauses[i] && negators.has(words[i - 2]!) && tags[i - 1]?.mailing === undefined)
    )
      continue;
    for (const step of [1, -1]) {
      for (let j = i + step; j >= 0 && j < words.length && Math.abs(j - i) <= ACT_REACH && clauses[j] === clauses[i]; j += step) {
        if (calm[j]) continue;
        if (shareLanguage(stop, tags[j]?.mailing)) return step > 0 ? `${words[i]} … ${words[j]}` : `${words[j]} … ${words[i]}`;
        if (shareLanguage(stop, tags[j]?.object)) break;
      }
    }
  }
  return undefined;
}

/** What each kind of word adds to the guess that a clause asks to be left alone. */
const weights = { stop: 2, not: 1, contact: 1, mailing: 1, self: 1, forGood: 1 } as const;
/** The sum from which the guess is taken. */
const HINT_FLOOR = 3;

/**
 * Weak cues that add up in one clause: a stopping act upon the writer, a refusal beside a word for messages, a thing refused for good. Nothing in a clause
 * that asks or names a thing of an order.
 */
function hints({ words, clauses, asking }: NormalisedReply, tags: readonly (WordTags | undefined)[], calm: readonly boolean[]): string | undefined {
  for (const clause of new Set(clauses)) {
    if (asking.has(clause)) continue;
    const kinds = new Set<keyof typeof weights>();
    let other = false;
    for (const [i, word] of words.entries()) {
      if (clauses[i] !== clause) continue;
      const tag = tags[i];
      other ||= calm[i] === true || tag?.object !== undefined;
      if (tag?.stop !== undefined) kinds.add('stop');
      if (tag?.not !== undefined && negators.has(word)) kinds.add('not');
      if (tag?.contact !== undefined) kinds.add('contact');
      if (tag?.mailing !== undefined) kinds.add('mailing');
      if (self.has(word)) kinds.add('self');
      if (forGood.has(word)) kinds.add('forGood');
    }
    if (other || (kinds.has('stop') && kinds.has('not'))) continue;
    const says = kinds.has('stop') || (kinds.has('not') && (kinds.has('contact') || kinds.has('mailing')));
    let sum = 0;
    for (const kind of kinds) sum += weights[kind];
    if (says && sum >= HINT_FLOOR) return [...kinds].join(' + ');
  }
  return undefined;
}

/** "Do not write", "не звоните": a refused verb of reaching a person, unless its clause is about a thing on its way. */
function refusedContact(
  { words, clauses }: NormalisedReply,
  tags: readonly (WordTags | undefined)[],
  calm: readonly boolean[],
  aboutService: boolean,
): string | undefined {
  for (let i = 0; i < words.length; i++) {
    const contact = tags[i]?.contact;
    if (contact === undefined || calm[i]) continue;
    if (aboutService && !words.some((word) => forGood.has(word)) && words.some((word, k) => putsOff.has(word) || tags[k]?.object !== undefined))
      continue;
    for (let j = i - 1; j >= Math.max(0, i - REFUSAL_REACH) && clauses[j] === clauses[i]; j--) {
      if (calm[j] || !shareLanguage(contact, tags[j]?.not)) continue;
      const thing = tags.findIndex((tag, k) => clauses[k] === clauses[i] && shareLanguage(contact, tag?.object));
      const mailing = tags.findIndex((tag, k) => k !== i && clauses[k] === clauses[i] && shareLanguage(contact, tag?.mailing));
      if (thing < 0 || (mailing >= 0 && mailing < thing)) return `${words[j]} … ${words[i]}`;
    }
  }
  return undefined;
}

/** Adds what a text without spaces says; true when some of it is known to be about something else. */
function insideText(compact: string, dictionary: ReplyDictionary, found: Map<string, string>): boolean {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(compact)) return false;
  let rest = compact;
  for (const { pattern, sense } of dictionary.inside) if (sense === 'innocent') rest = rest.replace(pattern, ' ');
  const calm = rest !== compact;
  for (const { pattern, sense, source } of dictionary.inside) {
    if (sense !== 'how' || rest.search(pattern) < 0) continue;
    rest = rest.replace(pattern, ' ');
    found.set('help', source);
  }
  for (const { pattern, sense, source } of dictionary.inside) {
    if (sense !== 'innocent' && sense !== 'how' && !found.has(sense) && rest.search(pattern) >= 0) found.set(sense, source);
  }
  return calm;
}
