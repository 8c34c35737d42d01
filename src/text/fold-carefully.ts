import type { Folded } from './folded.ts';
import { CAREFUL, CYRILLIC, classOf, cyrillicToLatin, DIGIT, GREEK, LATIN, LETTER, latinToCyrillic, plainSigns } from './scripts.ts';

const LETTERS = LATIN | CYRILLIC | GREEK | LETTER;
const invisible = /^[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]$/u;
const latinMark = /^[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]$/u;
/** Combining marks stand from here on. */
const FIRST_MARK = 0x300;
/** Signs that NFKC would spell out and that people read as signs. */
const keep = new Set(['№', '™', '…', '℠', '½', '¼', '¾']);

interface Glyph {
  char: string;
  readonly cls: number;
  readonly start: number;
  end: number;
  /** The letter with its combining marks, when some alphabet writes it so. */
  marked?: string;
  /** Has marks that no alphabet puts there: they only hide the letter. */
  struck?: boolean;
}

/** The careful way of `fold`: for texts with invisible, combining or compatibility characters, mixed scripts or spaced letters. */
export function foldCarefully(text: string): Folded {
  const glyphs = closeSpacedLetters(settleMarks(toGlyphs(text)));
  unifyScripts(glyphs);
  let length = 0;
  for (const glyph of glyphs) length += glyph.char.length;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const parts: string[] = [];
  let at = 0;
  for (const glyph of glyphs) {
    parts.push(glyph.char);
    for (let i = 0; i < glyph.char.length; i++, at++) {
      starts[at] = glyph.start;
      ends[at] = glyph.end;
    }
  }
  return { text: parts.join(''), suspicious: true, starts, ends };
}

function toGlyphs(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const char of text) {
    const start = at;
    at += char.length;
    const sign = char.length === 1 ? plainSigns.get(char.charCodeAt(0)) : undefined;
    if (sign !== undefined && char !== 'ё' && char !== 'Ё') {
      glyphs.push({ char: String.fromCharCode(sign), cls: classOf(sign), start, end: at });
      continue;
    }
    if (char !== ' ' && (char < '!' || char > '~') && invisible.test(char)) continue;
    const last = glyphs.at(-1);
    const plain = char.length === 1 && char.charCodeAt(0) < FIRST_MARK;
    if (!plain && latinMark.test(char)) {
      if (last !== undefined && (last.cls & (LATIN | CYRILLIC | GREEK)) !== 0) {
        const composed = ((last.marked ?? last.char) + char).normalize('NFC');
        if (isUsual(composed)) last.marked = composed === 'ё' ? 'е' : composed;
        else last.struck = true;
        last.end = at;
      } else if (last !== undefined && (last.cls & LETTERS) !== 0) glyphs.push({ char, cls: LETTER, start, end: at });
      continue;
    }
    const normal = classOf(char.charCodeAt(0)) === CAREFUL && !keep.has(char) ? enclosed(char).normalize('NFKC') : char;
    for (const part of normal.toLowerCase()) {
      if (part.charCodeAt(0) >= FIRST_MARK && latinMark.test(part)) continue;
      const upperB = part === 'b' && normal === 'B';
      glyphs.push(upperB ? { char: 'b', cls: LATIN, start, end: at } : glyphOf(part === 'ё' ? 'е' : part, start, at));
    }
  }
  return glyphs;
}

/** Letters with marks that keyboards have: of Latin alphabets, and `й`, `ё`, `ї`, `ў`. */
function isUsual(letter: string): boolean {
  return letter.length === 1 && (letter < '\u0180' || 'йёїў'.includes(letter));
}

/** Marks stay on the letters of a word when all of them are usual ones; one that is not shows that they are there to hide it. */
function settleMarks(glyphs: Glyph[]): Glyph[] {
  for (let from = 0; from < glyphs.length; ) {
    let to = from;
    let struck = false;
    while (isLetter(glyphs[to])) struck = glyphs[to++]!.struck === true || struck;
    if (!struck) for (let i = from; i < to; i++) glyphs[i]!.char = glyphs[i]!.marked ?? glyphs[i]!.char;
    from = Math.max(to, from + 1);
  }
  return glyphs;
}

/** Letters in squares and circles outside NFKC, by their plain letter. */
function enclosed(char: string): string {
  const code = char.codePointAt(0)!;
  for (const first of [0x1f130, 0x1f150, 0x1f170]) if (code >= first && code < first + 26) return String.fromCharCode(0x41 + code - first);
  return char;
}

function glyphOf(char: string, start: number, end: number): Glyph {
  return { char, cls: classOf(char.charCodeAt(0)), start, end };
}

const isLetter = (glyph: Glyph | undefined): boolean => glyph !== undefined && (glyph.cls & LETTERS) !== 0;

/** Drops the separators of `к а з и н о` and `к.а.з.и.н.о`: three or more single letters with the same sign between. */
function closeSpacedLetters(glyphs: Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  let i = 0;
  while (i < glyphs.length) {
    const end = isLetter(glyphs[i]) && !isLetter(glyphs[i - 1]) ? endOfSpacedRun(glyphs, i) : i;
    if (end === i) {
      out.push(glyphs[i++]!);
      continue;
    }
    for (; i < end; i += 2) out.push(glyphs[i]!);
    i = end;
  }
  return out;
}

/** Words of one letter: three in a row may be plain text. */
const oneLetterWords = new Set('аиоувксяжбэaioyeu');

/** End of a run of spaced letters from `from`; `from` when there is none. */
function endOfSpacedRun(glyphs: readonly Glyph[], from: number): number {
  const sign = glyphs[from + 1];
  if (sign === undefined || isLetter(sign) || (sign.cls & DIGIT) !== 0 || !/^[ .\-_*|/,+~·•]$/u.test(sign.char)) return from;
  let at = from;
  let letters = 1;
  while (glyphs[at + 1]?.char === sign.char && isLetter(glyphs[at + 2]) && !isLetter(glyphs[at + 3])) {
    at += 2;
    letters++;
  }
  if (letters === 3 && (sign.char === ' ' || sign.char === '.')) {
    const words = [from, from + 2, from + 4].filter((i) => oneLetterWords.has(glyphs[i]!.char)).length;
    return words <= 1 && sign.char === ' ' ? at + 1 : from;
  }
  return letters >= 3 ? at + 1 : from;
}

/** Turns look-alikes into the main script of their word; words of one script stay as they are. */
function unifyScripts(glyphs: Glyph[]): void {
  for (let i = 0; i < glyphs.length; i++) {
    if (!isLetter(glyphs[i])) continue;
    let end = i;
    let scripts = 0;
    while (isLetter(glyphs[end])) scripts |= glyphs[end++]!.cls & (LATIN | CYRILLIC | GREEK);
    if ((scripts & (scripts - 1)) !== 0) unifyWord(glyphs, i, end);
    i = end;
  }
}

function unifyWord(glyphs: Glyph[], from: number, to: number): void {
  let cyrillicOnly = 0;
  let latinOnly = 0;
  let cyrillic = 0;
  let latin = 0;
  for (let i = from; i < to; i++) {
    const { char, cls } = glyphs[i]!;
    if (cls === CYRILLIC) {
      cyrillic++;
      if (!cyrillicToLatin.has(char)) cyrillicOnly++;
    } else if (cls === LATIN) {
      latin++;
      if (!latinToCyrillic.has(char)) latinOnly++;
    }
  }
  const toCyrillic = cyrillicOnly !== latinOnly ? cyrillicOnly > latinOnly : cyrillic >= latin && cyrillic > 0;
  const map = toCyrillic ? latinToCyrillic : cyrillicToLatin;
  const cls = toCyrillic ? CYRILLIC : LATIN;
  for (let i = from; i < to; i++) {
    const glyph = glyphs[i]!;
    const other = glyph.cls === cls ? undefined : map.get(glyph.char);
    if (other !== undefined) glyphs[i] = { ...glyph, char: other, cls };
  }
}
