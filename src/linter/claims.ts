import type { Range } from './diagnostic.ts';
import { matchesOf } from './matches.ts';
import { ownNameEnd } from './own-name.ts';
import type { Hit, Subject } from './rule.ts';
import { sentencesOf } from './sentences.ts';

/** A match inside advertising, with what stands around it (folded). */
export interface Claim {
  readonly hit: Hit;
  /** Up to sixty units before and after the match, within the message. */
  readonly before: string;
  readonly after: string;
  /** A quotation mark was opened before the match and not closed. */
  readonly opened: boolean;
}

const CONTEXT = 60;

/** Matches of `pattern` (with the `g` flag) inside advertising, in order; the writer's own name at the beginning claims nothing. */
export function* claimsOf(subject: Subject, pattern: RegExp): Generator<Claim> {
  const parts = subject.advertised;
  if (parts.length === 0) return;
  const matches = matchesOf(subject.folded, pattern);
  const named = matches.length > 0 && matches[0]!.index < 30 ? ownNameEnd(subject) : 0;
  for (const match of matches) {
    const { index } = match;
    if (index + match[0].length < named) continue;
    if (!parts.some(([start, end]) => index >= start && index < end)) continue;
    const end = index + match[0].length;
    yield {
      hit: { text: match[0], groups: match.slice(1), index, range: subject.original(index, end) },
      before: subject.folded.slice(Math.max(0, index - CONTEXT), index),
      after: subject.folded.slice(end, end + CONTEXT),
      get opened() {
        return marksBefore(subject.folded, index) % 2 === 1;
      },
    };
  }
}

/** The first match inside advertising that nothing around it excuses. */
export function firstClaim(subject: Subject, pattern: RegExp, excused: (claim: Claim) => boolean = () => false): Hit | undefined {
  for (const claim of claimsOf(subject, pattern)) if (!excused(claim)) return claim.hit;
  return undefined;
}

/** The advertising of a message as one folded text; empty when nothing is advertised. */
export function adText(subject: Subject): string {
  if (subject.kind === 'marketing') return subject.folded;
  return subject.advertised.map(([start, end]) => subject.folded.slice(start, end)).join('\n');
}

/** True when matches of both patterns stand within `reach` units of each other, in either order. Both need the `g` flag. */
export function near(text: string, first: RegExp, second: RegExp, reach: number): boolean {
  const others = matchesOf(text, second).map((match) => [match.index, match.index + match[0].length] as const);
  if (others.length === 0) return false;
  for (const match of matchesOf(text, first)) {
    const start = match.index;
    const end = start + match[0].length;
    if (others.some(([from, to]) => from - end <= reach && start - to <= reach)) return true;
  }
  return false;
}

/** True when the match stands inside quotation marks: it is a name. */
export function isQuoted({ opened, after }: Claim): boolean {
  return after.includes('"') && opened;
}

function marksBefore(text: string, end: number): number {
  let marks = 0;
  for (let at = text.indexOf('"'); at !== -1 && at < end; at = text.indexOf('"', at + 1)) marks++;
  return marks;
}

/** Where a line is added by a fix: the end of the text, after its last sign. */
export function appendFix(subject: Subject, line: string): { readonly range: Range; readonly text: string } {
  const end = subject.text.trimEnd().length;
  const last = subject.text[end - 1] ?? '';
  return { range: [end, end], text: `${end === 0 || /[.!?…]/u.test(last) ? '' : '.'}${end === 0 ? '' : ' '}${line}` };
}

/** Sentences of the advertising, folded. */
export function adSentences(subject: Subject): readonly string[] {
  const text = adText(subject);
  return sentencesOf(text).map(([start, end]) => text.slice(start, end));
}
