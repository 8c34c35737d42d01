import type { PhraseSense } from './dictionary.ts';
import { foldLetters } from './normalise.ts';

/** A phrase found in a reply: words `start` to `end`, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly sense: PhraseSense;
  /** Where the words stand that the parts of the phrase took. */
  readonly hits: readonly number[];
}

/** One part of a phrase: a word, a stem, a class of its lexicon, or any of some words and stems (their texts, parted by commas), after at most `gap` other words. */
export interface PhrasePart {
  readonly text: string;
  readonly kind: 'word' | 'stem' | 'class' | 'any';
  readonly gap: number;
}

/** A place in the tree of all phrases: what may come next, and what ends here. */
export interface PhraseNode {
  readonly next: Map<number, PhraseNode>;
  /** The same after up to so many words between. */
  readonly gaps: { readonly gap: number; readonly next: Map<number, PhraseNode> }[];
  readonly ends: PhraseSense[];
}

/** Words that one `_` stands for at most. */
const GAP = 2;

export const phraseNode = (): PhraseNode => ({ next: new Map(), gaps: [], ends: [] });

/** Parts of a phrase as the lexicon writes it, folded like a reply is. */
export function phraseParts(source: string): readonly PhrasePart[] {
  const parts: PhrasePart[] = [];
  let gap = 0;
  for (const piece of foldLetters(source)
    .replace(/['’]/gu, '')
    .split(/[\s-]+/u)) {
    if (piece === '') continue;
    if (piece === '_') {
      gap += GAP;
      continue;
    }
    if (piece.startsWith('{')) parts.push({ text: piece.slice(1, -1), kind: 'any', gap });
    else if (piece.startsWith('@')) parts.push({ text: piece.slice(1), kind: 'class', gap });
    else if (piece.endsWith('*')) parts.push({ text: piece.slice(0, -1), kind: 'stem', gap });
    else parts.push({ text: piece, kind: 'word', gap });
    gap = 0;
  }
  return parts;
}

/** Adds a phrase to the tree. `idOf` names what a part accepts by a number that the words of a reply carry too. */
export function addPhrase(root: PhraseNode, source: string, sense: PhraseSense, idOf: (part: PhrasePart) => number): void {
  let node = root;
  for (const part of phraseParts(source)) {
    node = child(part.gap > 0 ? afterGap(node, part.gap) : node.next, idOf(part));
  }
  if (!node.ends.includes(sense)) node.ends.push(sense);
}

function afterGap({ gaps }: PhraseNode, gap: number): Map<number, PhraseNode> {
  const held = gaps.find((one) => one.gap === gap);
  if (held !== undefined) return held.next;
  const next = new Map<number, PhraseNode>();
  gaps.push({ gap, next });
  return next;
}

function child(map: Map<number, PhraseNode>, key: number): PhraseNode {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = phraseNode();
  map.set(key, made);
  return made;
}

/** Most phrases read out of one reply: a hostile text repeats a phrase for ever, a person does not. */
const MOST_SPANS = 200;

/**
 * All phrases in a reply, by where they start. `accepted` holds, for each word, the numbers of the parts it fits. Words of a phrase may stand on both
 * sides of a comma, but no word between them is skipped across one.
 */
export function findPhrases(root: PhraseNode, accepted: readonly ReadonlySet<number>[], clauses: readonly number[]): readonly Span[] {
  const found: Span[] = [];
  const path: number[] = [];
  const walk = (node: PhraseNode, start: number, at: number): void => {
    for (const sense of node.ends) if (found.length < MOST_SPANS) found.push({ start, end: at, sense, hits: [...path] });
    if (at >= accepted.length) return;
    if (node.next.size > 0) step(node.next, start, at);
    for (const { gap, next } of node.gaps)
      for (let skip = 0; skip <= gap && at + skip < accepted.length && (skip === 0 || clauses[at + skip] === clauses[at - 1]); skip++)
        step(next, start, at + skip);
  };
  const step = (next: ReadonlyMap<number, PhraseNode>, start: number, at: number): void => {
    const ids = accepted[at]!;
    path.push(at);
    // the shorter of the two is gone through: a common word fits hundreds of parts, most places expect a few
    if (next.size < ids.size) {
      for (const [id, after] of next) if (ids.has(id)) walk(after, start, at + 1);
      path.pop();
      return;
    }
    for (const id of ids) {
      const after = next.get(id);
      if (after !== undefined) walk(after, start, at + 1);
    }
    path.pop();
  };
  for (let start = 0; start < accepted.length; start++) {
    path.push(start);
    for (const node of startsOf(root, accepted[start]!)) walk(node, start, start + 1);
    path.pop();
  }
  return found;
}

/** Where the phrases begin that a word can begin, by the numbers it carries: a common word carries hundreds and begins few. */
const starts = new WeakMap<ReadonlySet<number>, readonly PhraseNode[]>();

function startsOf(root: PhraseNode, ids: ReadonlySet<number>): readonly PhraseNode[] {
  const held = starts.get(ids);
  if (held !== undefined) return held;
  const made = [...ids].flatMap((id) => root.next.get(id) ?? []);
  starts.set(ids, made);
  return made;
}
