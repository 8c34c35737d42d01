import { quick } from '../../text/index.ts';
import type { Range } from '../diagnostic.ts';
import type { Wording } from '../lexicon/wording.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { matchesOf } from '../matches.ts';
import type { RuleSettings, Subject } from '../rule.ts';
import { addressesIn, dialled, mailAddress } from './addresses.ts';
import { clausesOf } from './clauses.ts';
import { occurs } from './offers.ts';

/** A word people are told to send in order to refuse. */
export interface WordRoute {
  readonly word: string;
  /** It is one of the words that the language's people and carriers know. */
  readonly known: boolean;
  /** Number it goes to; a reply to the sender when undefined. */
  readonly number: string | undefined;
  readonly range: Range;
}

/** The ways to refuse that a message names. */
export interface OptOutRoutes {
  readonly words: readonly WordRoute[];
  readonly numbers: readonly { readonly digits: string; readonly range: Range }[];
  /** An address, a mail box or a button. */
  readonly other: boolean;
}

const optOutPath = quick(
  /[/.?=&-](?:stop|unsub\p{L}*|opt-?out|preferences?|abmeld\p{L}*|baja|desinscri\p{L}*|desabonn\p{L}*|cancel\p{L}*|ret|iptal|sair|descadastr\p{L}*|wypis\p{L}*|otpis\p{L}*|off|u(?=\/|$))/u,
);
const buttonWords = /^(?:stop|unsubscribe|opt[- ]?out|stop promotions|no thanks|block)/u;

/** Reads how a message lets people refuse. Sentences that speak of refusing are searched for words, numbers, addresses. */
export function optOutRoutes(subject: Subject, settings: RuleSettings): OptOutRoutes {
  const languages = languagesOf(settings);
  if (last.subject !== subject || last.languages !== languages) last = { subject, languages, routes: readRoutes(subject, languages) };
  return last.routes;
}

const nowhere: OptOutRoutes = { words: [], numbers: [], other: false };

/** Three rules ask for the routes of one message. */
let last: { readonly subject: Subject | undefined; readonly languages: readonly string[]; readonly routes: OptOutRoutes } = {
  subject: undefined,
  languages: [],
  routes: nowhere,
};

/** More routes than any message names: the work on hostile texts stays linear. */
const MAX_ROUTES = 12;

/** What follows after that many units of a sentence has nothing to do with its beginning. */
const LONGEST_CLAUSE = 400;

function firstOf(routes: Iterable<WordRoute>): WordRoute[] {
  const first: WordRoute[] = [];
  for (const route of routes) if (first.push(route) === MAX_ROUTES) break;
  return first;
}

function readRoutes(subject: Subject, languages: readonly string[]): OptOutRoutes {
  const { folded } = subject;
  const refusal = topics.pattern('refusal', languages);
  const words = firstOf(wordRoutes(subject, languages));
  const numbers: { digits: string; range: Range }[] = [];
  let other = subject.buttons.some(({ text, url }) => isWayOut(text, refusal, topics.pattern('stopWords', languages)) || optOutPath.test(url ?? ''));
  other ||= optOutPath.test(folded) && addressesIn(folded).some((match) => optOutPath.test(match[0]));
  for (const [start, end] of spans(folded, refusal).slice(0, MAX_ROUTES)) {
    const near = folded.slice(start, Math.min(end, start + LONGEST_CLAUSE));
    const odd = words.length === 0 ? firstOf(unknownWords(subject, start, Math.min(end, start + LONGEST_CLAUSE), languages)) : [];
    if (leadsAway(near, refusal, odd.length === 0)) other = true;
    for (const match of matchesOf(near, dialled)) {
      numbers.push({ digits: match[0].replace(/\D/gu, ''), range: subject.original(start + match.index, start + match.index + match[0].length) });
    }
    words.push(...odd);
  }
  return { words, numbers, other };
}

const joins = /^[\s,;:()\-–—>|]*(?:to|for|2|zum|zur|um|pour|para|per|aby|voor|för|чтобы|för att|om)?[\s:]*$/u;

/** An address belongs to the refusal when it follows it closely, or stands right before it (`kettle.example/x to opt out`). */
function leadsAway(near: string, refusal: Wording | undefined, mayPrecede: boolean): boolean {
  if (refusal === undefined || !(near.includes('.') || near.includes('@'))) return false;
  const spoken = refusal[Symbol.matchAll](near).map((match) => [match.index, match.index + match[0].length] as const);
  return [...addressesIn(near), ...(near.includes('@') ? matchesOf(near, mailAddress) : [])].some((match) => {
    const until = match.index + match[0].length;
    return spoken.some(
      ([from, to]) => (match.index >= from && match.index - to <= 48) || (mayPrecede && until <= from && joins.test(near.slice(until, from))),
    );
  });
}

function isWayOut(label: string, refusal: Wording | undefined, stopWords: Wording | undefined): boolean {
  const folded = label.toLowerCase();
  return buttonWords.test(folded) || occurs(refusal, folded) || (folded.length < 16 && occurs(stopWords, folded));
}

/** Sentences that speak of refusing, with the next one when theirs ends in an announcement (`Opt out:` on a line of its own). */
function spans(folded: string, refusal: Wording | undefined): readonly Range[] {
  if (refusal?.mayOccur(folded) !== true) return [];
  const clauses = clausesOf(folded);
  return clauses.flatMap(([start, end], i): Range[] => {
    const clause = folded.slice(start, end);
    if (!occurs(refusal, clause)) return [];
    const next = clauses[i + 1];
    const announces = /[:?>]$/u.test(clause) || !/[\p{N}]/u.test(clause);
    return next !== undefined && announces ? [[start, Math.min(next[1], end + 60)]] : [[start, end]];
  });
}

/** Words that are ordinary ones unless people are told to send them. */
const needsVerb = new Set([
  'end',
  'cancel',
  'quit',
  'remove',
  'revoke',
  'no',
  'nein',
  'ende',
  'nie',
  'koniec',
  'ne',
  'ні',
  'нет',
  'отказ',
  'n',
  't',
  'dur',
  'basta',
  'rimuovi',
  'salir',
  'remover',
  'rad',
  "yo'q",
  'жоқ',
  'red',
  'alto',
  'parar',
  'cancelar',
  'iptal',
  '停止',
  '解除',
  '거부',
  '중지',
  '해지',
  '수신거부',
  'stop all',
  'opt out',
  'opt-out',
  'unsub',
  'unsubscribe',
  'إلغاء',
  'الغاء',
  'band',
  'बंद',
  'rokne',
]);

/** Words of languages whose verb stands before its object: a verb after them begins something new (`To opt out reply 7`). */
const verbFirst = /^(?:end|cancel|quit|remove|revoke|stop all|opt[ -]?out|unsub|unsubscribe|no|salir|cancelar|parar|remover|alto|basta|rimuovi)$/u;

function* wordRoutes(subject: Subject, languages: readonly string[]): Generator<WordRoute> {
  const { folded } = subject;
  const pattern = topics.pattern('stopWords', languages);
  const reply = topics.pattern('reply', languages);
  if (pattern === undefined) return;
  const matches = pattern[Symbol.matchAll](folded);
  if (matches.length === 0) return;
  const clauses = clausesOf(folded);
  const shouting = shouts(subject.text);
  for (const match of matches) {
    const at = match.index;
    const end = at + match[0].length;
    const range = subject.original(at, end);
    const written = subject.text.slice(range[0], range[1]);
    const after = verbFirst.test(match[0]) ? end : Math.min(folded.length, end + 40);
    const told = isTold(folded, at, end, after, reply, 28);
    const loud = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase() && !shouting;
    const quoted = /["'«“„[(]/u.test(folded.slice(Math.max(0, at - 1), at)) && /["'»”\])]/u.test(folded[end] ?? '');
    if (
      folded[at - 1] === '-' ||
      /^(?: (?:by|in|over|at|the)(?!\p{L})|-\p{L}|\.\p{L}|\/(?!arr[eê]t|stop|end|quit|unsub|baja|sair|desabo|abmeld|стоп|ende|basta)\p{L})/u.test(
        folded.slice(end, end + 8),
      )
    )
      continue;
    if (/[/.@]/u.test(folded.slice(Math.max(0, at - 1), at))) continue;
    // `Stop sms: kettle.example/no`: the address is the way, the word only names it
    if (
      !(reply?.test(folded.slice(Math.max(0, at - 28), at)) ?? false) &&
      /^(?: (?:sms|msgs?|messages?|texts?|promo\p{L}{0,6}|nachrichten|messages|mensajes|messaggi|pub|mailing|news))? ?[:>-] ?(?:https?:\/\/)?[\p{L}\d-]{1,40}\.\p{L}/u.test(
        folded.slice(end, end + 70),
      )
    )
      continue;
    const caseless = written.toLowerCase() === written.toUpperCase();
    if (!(told && (caseless || loud || quoted || isTold(folded, at, end, after, reply, 0))) && !((loud || quoted) && !needsVerb.has(match[0])))
      continue;
    yield { word: match[0], known: true, number: numberNear(folded, clauses, at, end), range };
  }
}

const fillers = /^(?:\s|["'«“„:(]|back|with|us|the|word|sms|mit|con|com|avec|par|mot|le|la|palabra|die|das|sie|der|ile|an|a)*$/u;

/** Whether people are told to send the word: the verb stands within `reach` of it, or right beside it with only filler words between. */
function isTold(folded: string, at: number, end: number, after: number, reply: Wording | undefined, reach: number): boolean {
  if (reply === undefined) return false;
  return reply[Symbol.matchAll](folded).some((verb) => {
    const until = verb.index + verb[0].length;
    if (verb.index >= at - 40 && until <= at) return at - until <= reach || fillers.test(folded.slice(until, at));
    return verb.index >= end && until <= after && (verb.index - end <= reach || fillers.test(folded.slice(end, verb.index)));
  });
}

/** More than half of the letters are capitals: then capitals mean nothing. */
function shouts(text: string): boolean {
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const cased = caseOf(text.charCodeAt(i));
    if (cased !== 0) letters++;
    if (cased === 2) capitals++;
  }
  return letters > 20 && capitals * 2 > letters;
}

const CASED = 0x600;
const cases: Uint8Array = Uint8Array.from({ length: CASED }, (_, unit) => casing(String.fromCharCode(unit)));

/** 2 for a capital, 1 for a small letter, 0 for anything without case. */
function casing(char: string): number {
  if (char !== char.toLowerCase()) return 2;
  return char === char.toUpperCase() ? 0 : 1;
}

function caseOf(unit: number): number {
  return unit < CASED ? cases[unit]! : casing(String.fromCharCode(unit));
}

function numberNear(folded: string, clauses: readonly Range[], at: number, end: number): string | undefined {
  const clause = clauses.find(([start, stop]) => at >= start && at < stop) ?? [0, folded.length];
  const after = matchesOf(folded.slice(end, Math.min(clause[1], end + 40)), dialled)[0];
  const before = matchesOf(folded.slice(Math.max(clause[0], at - 30), at), dialled).at(-1);
  return (after ?? before)?.[0].replace(/\D/gu, '');
}

/** `reply 9 to opt out`, `text NO to 55`: told to send something that is no known word. */
function* unknownWords(subject: Subject, start: number, end: number, languages: readonly string[]): Generator<WordRoute> {
  const reply = topics.pattern('reply', languages);
  if (reply === undefined) return;
  const clause = subject.folded.slice(start, end);
  for (const verb of reply[Symbol.matchAll](clause)) {
    const from = verb.index + verb[0].length;
    const order =
      /^(?: (?:with|back|us|avec|par|con|mit|com|sie|mit der|the word|the number|word|le mot|le chiffre))* ?:? ?["']?(\d{1,2}|\p{L}{1,12})["']?(?=[ .,;!)/]|$)/u.exec(
        clause.slice(from, from + 40),
      );
    if (order === null) continue;
    const at = start + from + order[0].lastIndexOf(order[1]!);
    const range = subject.original(at, at + order[1]!.length);
    const written = subject.text.slice(range[0], range[1]);
    if (!/\d/u.test(written) && (written !== written.toUpperCase() || written === written.toLowerCase())) continue;
    yield { word: order[1]!, known: false, number: numberNear(subject.folded, [[start, end]], at, at + order[1]!.length), range };
  }
}

/** True when the message names any way to refuse, fit or not. */
export function namesWayOut(routes: OptOutRoutes): boolean {
  return routes.words.length > 0 || routes.numbers.length > 0 || routes.other;
}

/** A sender shown as letters: nobody can answer it. */
export function isAlphaSender(sender: string): boolean {
  return /\p{L}/u.test(sender);
}
