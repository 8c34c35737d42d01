import { quick } from '../../text/index.ts';
import { firstClaim } from '../claims.ts';
import type { Range } from '../diagnostic.ts';
import type { TermLexicon } from '../lexicon/term-lexicon.ts';
import type { Wording } from '../lexicon/wording.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { findOffers } from '../offers.ts';
import type { Hit, RuleSettings, Subject } from '../rule.ts';
import { clausesOf } from './clauses.ts';

/** Whether one of the wordings occurs. */
export function occurs(wording: Wording | undefined, text: string): boolean {
  return wording?.test(text) ?? false;
}

/** The wording if it can occur in a text, or in a part of it. */
export function mayOccur(wording: Wording | undefined, text: string): Wording | undefined {
  return wording?.mayOccur(text) === true ? wording : undefined;
}

/** An amount: with it even the announcement of a subscription makes an offer. */
const figures = quick(/\d ?%|\p{Sc} ?\d|\d ?(?:€|₺|tl|zł|원)/u);

/** The sentences of a message that offer something, as ranges of the folded text. */
export function offersIn(subject: Subject, settings: RuleSettings): readonly Range[] {
  const languages = languagesOf(settings);
  const offer = topics.pattern('offer', languages);
  if (!occurs(offer, subject.folded)) return languages.includes('ru') ? findOffers(subject.folded) : [];
  const report = mayOccur(topics.pattern('offerReport', languages), subject.folded);
  const optedIn = mayOccur(topics.pattern('optedIn', languages), subject.folded);
  return clausesOf(subject.folded).filter(([start, end]) => {
    const clause = subject.folded.slice(start, end);
    if (!occurs(offer, withoutName(clause, start)) || occurs(report, clause)) return false;
    return optedIn === undefined || figures.test(clause) || !occurs(optedIn, clause);
  });
}

const opening = quick(/^[^\p{L}\p{N}]{0,3}[\p{L}\p{N}][^:.!?\n]{1,28}: /u);

/** The first sentence without the name before its colon: `Sorteio Editora: ...` draws nothing. */
function withoutName(clause: string, start: number): string {
  if (start > 3) return clause;
  const name = opening.exec(clause)?.[0];
  return name === undefined || /\d|%/u.test(name) ? clause : clause.slice(name.length);
}

/** True when the message tells the person that they are off the list; what only follows from an answer still to be given does not count. */
export function confirmsOptOut(subject: Subject, settings: RuleSettings): boolean {
  const languages = languagesOf(settings);
  const optedOut = topics.pattern('optedOut', languages);
  if (optedOut?.mayOccur(subject.folded) !== true || !occurs(optedOut, subject.folded)) return false;
  const [reply, stopWords] = [topics.pattern('reply', languages), topics.pattern('stopWords', languages)];
  return clausesOf(subject.folded).some(([start, end]) => {
    const clause = subject.folded.slice(start, end);
    const first = optedOut[Symbol.matchAll](clause)[0];
    if (first === undefined) return false;
    const before = clause.slice(0, first.index);
    return !(occurs(reply, before) && occurs(stopWords, before));
  });
}

const LONGEST_TITLE = 80;

/** Words of a book, a film, a song: three and more in quotation marks, without a figure. */
function isTitle(folded: string, { index, text }: Hit): boolean {
  const end = index + text.length;
  const from = folded.slice(Math.max(0, index - LONGEST_TITLE), index).lastIndexOf('"');
  const to = folded.slice(end, end + LONGEST_TITLE).indexOf('"');
  if (from === -1 || to === -1) return false;
  const start = Math.max(0, index - LONGEST_TITLE) + from;
  const quoted = folded.slice(start + 1, end + to);
  if (quoted.length >= LONGEST_TITLE || /\d/u.test(quoted) || quoted.trim().split(' ').length < 3) return false;
  return folded.slice(0, start).split('"').length % 2 === 1;
}

/** What says right before a word that it is not offered. */
const denied =
  /(?<![\p{L}-])(?:no|non|not|without|zero|never|kein\p{L}{0,2}|ohne|sans|pas d[e']|aucun\p{L}{0,1}|sin|senza|niente|sem|nenhum\p{L}{0,1}|bez|[zż]adn\p{L}{1,4}|geen|zonder|безалкогольн\p{L}{1,3}|без|никак\p{L}{1,3}|нет|не|ни|жоқ|emas)(?: (?:any|real|actual|more|de|d|des))? ?$/u;

/** What Russia's own rule finds in a Russian text abroad: the words are the same, only the law is another. */
export function claimInRussian(subject: Subject, settings: RuleSettings, lexicon: TermLexicon): Hit | undefined {
  return languagesOf(settings).includes('ru') && /[а-я]/u.test(subject.folded) ? firstClaim(subject, lexicon.pattern, lexicon.excused) : undefined;
}

/** First wording of a topic inside advertising: the whole text in marketing, the offers in other kinds. */
export function advertisedTopic(subject: Subject, settings: RuleSettings, topic: Parameters<typeof topics.pattern>[0]): Hit | undefined {
  const pattern = topics.pattern(topic, languagesOf(settings));
  if (pattern === undefined) return undefined;
  const hits = subject
    .findAll(pattern)
    .filter((hit) => !isTitle(subject.folded, hit) && !denied.test(subject.folded.slice(Math.max(0, hit.index - 16), hit.index)));
  if (hits.length === 0 || subject.kind === 'marketing') return hits[0];
  const offers = offersIn(subject, settings);
  return hits.find((hit) => offers.some(([start, end]) => hit.index >= start && hit.index < end));
}
