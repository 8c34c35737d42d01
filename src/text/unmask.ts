import type { Folded } from './folded.ts';
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

/** A number hides no word, whatever its digits look like. */
const letter = /\p{L}/u;
const allLookAlike = /^[acekmoptxyhbuni0346]+$/u;
/** `mari.juana` ends like no address; two letters may be a country's. */
const address =
  /^(?:https?|www\.)|\.(?:[a-z]{2}|com|net|org|info|biz|edu|gov|int|app|dev|shop|store|online|site|club|top|xyz|pro|mobi|live|life|world|news|blog|bank|link|page|space|tech|website|example|test|invalid)(?:\/|$)|\.[a-z]{2,24}\/|@[a-z0-9-]+\.[a-z]/u;

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
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === NO_WORD) {
      at++;
      continue;
    }
    let kinds = 0;
    let stops = 0;
    let end = at;
    for (; end < text.length && end - at < LONGEST_TOKEN; end++) {
      const next = kindOf(text.charCodeAt(end));
      if (next === NO_WORD) break;
      // What stops a word only after its last letter hides nothing.
      if (next === STOP) stops = SIGN;
      else {
        kinds |= next | stops;
        stops = 0;
      }
    }
    const mixes = (kinds & (SIGN | STRANGER)) !== 0;
    const mayHide = (kinds & LETTERS) !== 0 && (mixes || (cyrillicText && kinds === PLAIN_LATIN));
    if (mayHide && end - at >= SHORTEST_TOKEN) {
      const word = text.slice(at, end);
      const lookAlike = cyrillicText && (kinds & ~(PLAIN_LATIN | SIGN)) === 0 && allLookAlike.test(word);
      if (budget.steps <= 0) break;
      if ((lookAlike || mixes) && (!address.test(word) || hackedDomain.test(word))) collect(word, at, vocabulary, lookAlike, budget, matches);
    }
    at = end;
  }
  return matches.length === 0 ? folded : replaced(folded, matches);
}

/** Two labels that may be one word spelled with a dot: `tobac.co`. */
const hackedDomain = /^\p{L}{2,12}\.[a-z]{2}$/u;

const [SHORTEST_TOKEN, LONGEST_TOKEN] = [3, 64];
const [NO_WORD, PLAIN_LATIN, PLAIN_CYRILLIC, OTHER_LETTER, SIGN, STRANGER, STOP] = [0, 1, 2, 4, 8, 16, 32];
const LETTERS = PLAIN_LATIN | PLAIN_CYRILLIC | OTHER_LETTER;
const UNITS = 0x3000;
const unitKinds: Uint8Array = Uint8Array.from({ length: UNITS }, (_, unit) => signKind(unit));

/** What a unit is to a word in which letters and signs mix. */
function signKind(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return PLAIN_LATIN;
  if (unit >= 0x430 && unit <= 0x44f) return PLAIN_CYRILLIC;
  const char = String.fromCharCode(unit);
  if (char === '.' || char === '-') return STOP;
  if (letter.test(char)) return 'іїѕ'.includes(char) ? OTHER_LETTER | STRANGER : OTHER_LETTER;
  return /[\p{N}*#@$•·_^~|+!]/u.test(char) ? SIGN : NO_WORD;
}

function kindOf(unit: number): number {
  return unit < UNITS ? unitKinds[unit]! : signKind(unit);
}

function collect(word: string, offset: number, vocabulary: Vocabulary, lookAlike: boolean, budget: { steps: number }, matches: Match[]): void {
  const hack = hackedDomain.test(word);
  for (let from = 0; from < (hack ? 1 : word.length); from++) {
    if (between.has(word[from]!) && !standIns.has(word[from]!)) continue;
    const best = longest(word, from, vocabulary, lookAlike, budget) ?? withinEnding(word, from, vocabulary);
    if (best === undefined || (hack && best.end < word.length)) continue;
    matches.push({ from: offset + from, to: offset + best.end, word: best.word });
    from = best.end - 1;
  }
}

/** The ending of a plainly written stem hides a letter: `шампанск0е`. The stem is read with that letter. */
function withinEnding(word: string, from: number, root: Vocabulary): Best | undefined {
  let node: Vocabulary | undefined = root;
  let stem = 0;
  let at = from;
  for (; node !== undefined && at < word.length; at++) {
    if (node.ends) stem = at;
    node = node.children.get(word[at]!);
  }
  if (node?.ends === true) stem = at;
  if (stem === 0 || !/^\p{L}{0,6}[\d*#_~^|·]\p{L}/u.test(word.slice(stem))) return undefined;
  const sign = word.slice(stem).search(/[^\p{L}]/u) + stem;
  if (between.has(word[sign]!)) return { end: sign + 1, word: word.slice(from, sign) };
  const latin = /[a-z]/u.test(word[sign + 1]!);
  const letter = [...(standIns.get(word[sign]!) ?? '')].find((one) => /[a-z]/u.test(one) === latin);
  return letter === undefined ? undefined : { end: sign + 1, word: word.slice(from, sign) + letter };
}

/** A sign after the last letter ends the word; it hides nothing. */
function trailing(word: string, end: number): boolean {
  return between.has(word[end - 1]!);
}

interface Best {
  readonly end: number;
  readonly word: string;
}

/**
 * The vocabulary word that `word` hides from `from` on, if it hides one: the one that covers most, guesses least, is longest. Plain occurrences
 * are of no interest.
 */
function longest(word: string, from: number, root: Vocabulary, lookAlike: boolean, budget: { steps: number }): Best | undefined {
  let best: Best | undefined;
  let fewest = 0;
  const walk = (at: number, node: Vocabulary, read: string, hidden: number, wild: number, masked = false): void => {
    if (budget.steps-- <= 0) return;
    if (node.ends && hidden > 0 && (masked ? letter.test(word[at] ?? '') : !trailing(word, at)) && read.length - wild >= 3) {
      const better =
        best === undefined || at > best.end || (at === best.end && (wild < fewest || (wild === fewest && read.length > best.word.length)));
      if (better) [best, fewest] = [{ end: at, word: read }, wild];
    }
    if (at >= word.length) return;
    const char = word[at]!;
    const same = node.children.get(char);
    if (same !== undefined) walk(at + 1, same, read + char, hidden, wild);
    const latin = lookAlike ? lookAlikes.get(char) : undefined;
    if (latin !== undefined) step(latin, at, node, read, hidden, wild);
    for (const letter of standIns.get(char) ?? '') step(letter, at, node, read, hidden, wild);
    if (read !== '' && between.has(char)) walk(at + 1, node, read, hidden + 1, wild);
    if (read !== '' && wild < MAX_WILDCARDS && wildcard.has(char)) {
      for (const [hiddenLetter, child] of node.children) walk(at + 1, child, read + hiddenLetter, hidden + 1, wild + 1, true);
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
