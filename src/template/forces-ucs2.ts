import { countSegments, type SegmentCount } from './count-segments.ts';
import { gsmSeptets } from './gsm-alphabet.ts';
import { letterReplacements, typographicReplacements } from './gsm-replacements.ts';
import type { TextRange } from './parsed-template.ts';

export interface Ucs2Cause {
  /** In the text as given. */
  readonly range: TextRange;
  readonly character: string;
  /**
   * `typography` may always be replaced; `letter` only where the sender allows it for that language, never in names or legal labels;
   * `other` has no replacement.
   */
  readonly kind: 'typography' | 'letter' | 'other';
  /** What would stand for it in GSM-7, maybe empty; `null` for kind `other`. */
  readonly replacement: string | null;
}

export interface Ucs2Report {
  /** Characters outside the GSM-7 alphabet, in order; empty when the text is GSM-7. */
  readonly causes: readonly Ucs2Cause[];
  readonly now: SegmentCount;
  /** The count with all typographic characters replaced; `null` when the text would stay UCS-2, so that replacing saves nothing. */
  readonly afterTypography: SegmentCount | null;
}

const characterWithMarks = /.\p{M}*/gsu;

function isGsm(character: string): boolean {
  return [...character].every((one) => gsmSeptets[one.codePointAt(0) ?? 0]);
}

function baseLetter(character: string): string | null {
  const base = letterReplacements[character] ?? character.normalize('NFD').replace(/\p{M}+/gu, '');
  return base !== character && /^\p{L}/u.test(base) && isGsm(base) ? base : null;
}

function causeOf(character: string, range: TextRange): Ucs2Cause {
  const typographic = typographicReplacements.get(character);
  if (typographic !== undefined) return { range, character, kind: 'typography', replacement: typographic };
  const letter = baseLetter(character);
  return letter === null ? { range, character, kind: 'other', replacement: null } : { range, character, kind: 'letter', replacement: letter };
}

/** Says which characters make a text UCS-2, where they stand, what could replace them and what that would save. */
export function forcesUcs2(text: string): Ucs2Report {
  const causes: Ucs2Cause[] = [];
  for (const match of text.matchAll(characterWithMarks)) {
    const composed = match[0].normalize('NFC');
    if (!isGsm(composed)) causes.push(causeOf(composed, [match.index, match.index + match[0].length]));
  }
  const now = countSegments(text);
  const mendable = causes.length > 0 && causes.every((cause) => cause.kind === 'typography');
  return { causes, now, afterTypography: mendable ? countSegments(replaceAll(text, causes)) : null };
}

export interface SmartEncodeOptions {
  /** Also turns letters into their base letter (`á` to `a`, `ş` to `s`). The sender decides per language. @default false */
  readonly letters?: boolean;
}

/**
 * The text in GSM-7, typographic characters replaced. When it would stay UCS-2 anyway the text comes back in NFC, else untouched:
 * replacing would change it and save nothing.
 */
export function smartEncode(text: string, options?: SmartEncodeOptions): string {
  const { causes } = forcesUcs2(text);
  const allowed = causes.every((cause) => cause.kind === 'typography' || (options?.letters === true && cause.kind === 'letter'));
  return (allowed ? replaceAll(text, causes) : text).normalize('NFC');
}

function replaceAll(text: string, causes: readonly Ucs2Cause[]): string {
  let result = '';
  let from = 0;
  for (const { range, replacement } of causes) {
    result += text.slice(from, range[0]) + (replacement ?? '');
    from = range[1];
  }
  return result + text.slice(from);
}
