import { foldCarefully } from './fold-carefully.ts';
import type { Folded } from './folded.ts';
import { CAREFUL, CYRILLIC, classOf, DIGIT, foldedUnit, GREEK, LATIN, LETTER, MASK } from './scripts.ts';

/** Letters standing alone in a row, with one and the same sign between them, before we take it for letter-spacing. */
const SPACED_LETTERS = 3;
const BATCH = 4096;
const shortBuffer: Uint16Array = new Uint16Array(BATCH);

/**
 * Lower-case skeleton of a text: compatibility characters normalised, invisible characters removed, look-alikes turned into the word's main
 * script, spaced letters closed up. Plain text of any one script keeps its letters and its length. Linear in the length.
 */
export function fold(text: string): Folded {
  const length = text.length;
  const out = length <= BATCH ? shortBuffer : new Uint16Array(length);
  let script = 0;
  let letters = 0;
  let alone = 0;
  let suspicious = false;
  let masks = false;
  let digit = false;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const cls = classOf(unit);
    if (cls === CAREFUL) return foldCarefully(text);
    out[i] = unit < foldedUnit.length ? foldedUnit[unit]! : unit;
    if ((cls & (LATIN | CYRILLIC | GREEK | LETTER)) !== 0) {
      if (letters === 0 && (masks || digit) && i > 0) suspicious = true;
      digit = false;
      masks = false;
      letters++;
      script |= cls & (LATIN | CYRILLIC | GREEK);
      if ((script & (script - 1)) !== 0) return foldCarefully(text);
      continue;
    }
    digit = cls === DIGIT;
    if (letters > 0) {
      if (letters === 1) {
        if (++alone >= SPACED_LETTERS) return foldCarefully(text);
      } else alone = 0;
      masks = cls === MASK || cls === DIGIT;
    } else {
      alone = 0;
      if (masks && cls !== MASK && cls !== DIGIT) masks = false;
    }
    letters = 0;
    script = 0;
  }
  if (letters === 1 && alone + 1 >= SPACED_LETTERS) return foldCarefully(text);
  return { text: decode(out, length), suspicious };
}

function decode(units: Uint16Array, length: number): string {
  if (length <= BATCH) return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  const parts: string[] = [];
  for (let from = 0; from < length; from += BATCH) {
    parts.push(String.fromCharCode.apply(null, units.subarray(from, Math.min(length, from + BATCH)) as unknown as number[]));
  }
  return parts.join('');
}
