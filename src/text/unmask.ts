import type { Folded } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a digit or sign inside a word may stand for, in either script. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['0', 'оo'],
  ['1', 'иlіi'],
  ['3', 'зeе'],
  ['4', 'чaа'],
  ['5', 's'],
  ['6', 'бb'],
  ['7', 'тt'],
  ['8', 'вb'],
  ['9', 'g'],
  ['@', 'аa'],
  ['$', 'сs'],
  ['!', 'иi'],
  ['і', 'и'],
  ['ї', 'и'],
  ['ѕ', 'с'],
]);
const wildcard = new Set(['*', '#', '@', '$', '•', '·', '_', '^', '~']);
const between = new Set(['*', '.', '-', '_', '~', '|', '+', '^', '•', '·', '#']);
/** Latin letters read as Cyrillic ones when a whole word is written in look-alikes. */
const lookAlikes: ReadonlyMap<string, string> = new Map([...'acekmoptxyhbuni'].map((latin, i) => [latin, [...'асекмортхунвипі'][i]!]));

/** A word in which letters and signs mix. Addresses are left alone. */
const token = /[\p{L}\p{N}*#@$•·_^~|+!.-]{3,64}/gu;
const disguise = /[^\p{L}]|[іїѕ]/u;
const allLookAlike = /^[acekmoptxyhbuni0346]+$/u;
const address = /^(?:https?|www\.)|\.[a-z]{2,}(?:\/|$)|@[a-z0-9-]+\.[a-z]/u;

const MAX_WILDCARDS = 2;
/** Bound on the work per text: hostile input cannot make it grow faster than the text. */
const STEPS_PER_UNIT = 64;

interface Match {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/**
 * Reads masked words (`к*зино`, `каз1но`, `ка-зи-но`, all look-alikes of the other script) as the words of `vocabulary` they hide, and leaves
 * everything else alone. Work is linear in the text.
 */
export function unmask(folded: Folded, vocabulary: Vocabulary): Folded {
  const { text } = folded;
  const budget = { steps: text.length * STEPS_PER_UNIT };
  const matches: Match[] = [];
  const cyrillicText = /[а-я]/u.test(text);
  for (const found of text.matchAll(token)) {
    const word = found[0];
    const lookAlike = cyrillicText && allLookAlike.test(word);
    if ((!lookAlike && isPlain(word)) || address.test(word)) continue;
    if (budget.steps <= 0) break;
    collect(word, found.index, vocabulary, lookAlike, budget, matches);
  }
  return matches.length === 0 ? folded : replaced(folded, matches);
}

/** Letters alone, none of them borrowed from a neighbour's alphabet: told by the unit for the usual letters, by the pattern for the rest. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const usual = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x430 && unit <= 0x44f);
    if (!usual) return !disguise.test(word);
  }
  return true;
}

function collect(word: string, offset: number, vocabulary: Vocabulary, lookAlike: boolean, budget: { steps: number }, matches: Match[]): void {
  for (let from = 0; from < word.length; from++) {
    if (between.has(word[from]!) && !standIns.has(word[from]!)) continue;
    const best = longest(word, from, vocabulary, lookAlike, budget);
    if (best === undefined) continue;
    matches.push({ from: offset + from, to: offset + best.end, word: best.word });
    from = best.end - 1;
  }
}

/** A sign after the last letter ends the word; it hides nothing. */
function trailing(word: string, end: number): boolean {
  return between.has(word[end - 1]!);
}

interface Best {
  readonly end: number;
  readonly word: string;
}

/** The longest vocabulary word that `word` hides from `from` on, if it hides one: plain occurrences are of no interest. */
function longest(word: string, from: number, root: Vocabulary, lookAlike: boolean, budget: { steps: number }): Best | undefined {
  let best: Best | undefined;
  const walk = (at: number, node: Vocabulary, read: string, hidden: number, wild: number): void => {
    if (budget.steps-- <= 0) return;
    if (node.ends && hidden > 0 && !trailing(word, at) && read.length - wild >= 3 && (best === undefined || read.length > best.word.length))
      best = { end: at, word: read };
    if (at >= word.length) return;
    const char = word[at]!;
    const same = node.children.get(char);
    if (same !== undefined) walk(at + 1, same, read + char, hidden, wild);
    const latin = lookAlike ? lookAlikes.get(char) : undefined;
    if (latin !== undefined) step(latin, at, node, read, hidden, wild);
    for (const letter of standIns.get(char) ?? '') step(letter, at, node, read, hidden, wild);
    if (read !== '' && between.has(char)) walk(at + 1, node, read, hidden + 1, wild);
    if (read !== '' && wild < MAX_WILDCARDS && wildcard.has(char)) {
      for (const [letter, child] of node.children) walk(at + 1, child, read + letter, hidden + 1, wild + 1);
    }
  };
  const step = (letter: string, at: number, node: Vocabulary, read: string, hidden: number, wild: number): void => {
    const child = node.children.get(letter);
    if (child !== undefined) walk(at + 1, child, read + letter, hidden + 1, wild);
  };
  walk(from, root, '', 0, 0);
  return best;
}

function replaced(folded: Folded, matches: readonly Match[]): Folded {
  const { text } = folded;
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const startOf = (i: number): number => folded.starts?.[i] ?? i;
  const endOf = (i: number): number => folded.ends?.[i] ?? i + 1;
  const copy = (from: number, to: number): void => {
    parts.push(text.slice(from, to));
    for (let i = from; i < to; i++) {
      starts.push(startOf(i));
      ends.push(endOf(i));
    }
  };
  let at = 0;
  for (const { from, to, word } of matches) {
    copy(at, from);
    parts.push(word);
    for (let i = 0; i < word.length; i++) {
      starts.push(startOf(from));
      ends.push(endOf(to - 1));
    }
    at = to;
  }
  copy(at, text.length);
  return { text: parts.join(''), suspicious: folded.suspicious, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
