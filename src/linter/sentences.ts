import { isLetterUnit } from '../text/letter-units.ts';
import type { Range } from './diagnostic.ts';

/**
 * Splits a folded text into sentences: ranges of it, ends excluded. A full stop ends one when a space follows and it does not close an
 * abbreviation or a number's decimal.
 */
export function sentencesOf(text: string): readonly Range[] {
  if (text === last.text) return last.ranges;
  last = { text, ranges: split(text) };
  return last.ranges;
}

/** Several rules in a row ask for the sentences of one message. */
let last: { readonly text: string; readonly ranges: readonly Range[] } = { text: '', ranges: [] };

function split(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > QUESTION_MARK && unit !== ELLIPSIS) continue;
    const stops = unit === FULL_STOP || unit === EXCLAMATION_MARK || unit === QUESTION_MARK || unit === SEMICOLON || unit === ELLIPSIS;
    if (unit !== LINE_FEED && !(stops && endsHere(text, i, start))) continue;
    push(text, ranges, start, i + 1);
    start = i + 1;
  }
  push(text, ranges, start, text.length);
  return ranges;
}

const [LINE_FEED, SPACE, EXCLAMATION_MARK, FULL_STOP, SEMICOLON, QUESTION_MARK, ELLIPSIS] = [0x0a, 0x20, 0x21, 0x2e, 0x3b, 0x3f, 0x2026];
/** From here on letters are told by their pattern. */
const FIRST_IDEOGRAPH = 0x3000;
const abbreviations: ReadonlySet<string> = new Set(
  'руб р ул д г гг стр кв корп пр пер тел т им мин ч шт тыс млн эт оф пл пр-т ш б-р обл вв др см к с no dr mr st tel inc co p art ca'.split(' '),
);
/** Units of the longest of them. */
const LONGEST_ABBREVIATION = 4;

/** Whether what ends at a place is an abbreviation that stands alone, as far back as the sentence and eight units reach. */
function abbreviates(text: string, from: number, at: number): boolean {
  for (let start = at - 1; start >= from && at - start <= LONGEST_ABBREVIATION; start--) {
    if ((start === from || !isLetter(text, start - 1)) && abbreviations.has(text.slice(start, at))) return true;
  }
  return false;
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < FIRST_IDEOGRAPH ? isLetterUnit(unit) : /\p{L}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function endsHere(text: string, at: number, start: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && next !== ' ' && !/[\s"()[\]!?.…]/u.test(next)) return false;
  if (text[at] !== '.') return true;
  const from = Math.max(start, at - 8);
  if (!abbreviates(text, from, at)) return true;
  const before = text.slice(from, at);
  if (/(?:руб|р)$/u.test(before))
    return (
      /^\.\s{1,4}(?:\p{Lu}|[а-я]{3,43})/u.test(text.slice(at, at + 12)) &&
      !/^\.\s{1,4}(?:за|до|при|в|на|с|и|или|от|по|для|без|под|через|после|вместо|дешевле|дороже|меньше|больше|каждый|каждому|скидки|экономии|выгоды|бонусами|баллами|ежемесячно|ежедневно|если|на|к|у)[\s.!?,]/u.test(
        text.slice(at, at + 18),
      )
    );
  return false;
}

function push(text: string, ranges: Range[], from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) ranges.push([start, end]);
}

/** Letters and digits of any script are beyond the blanks of ASCII; only signs above need a closer look. */
function isSpace(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
  return (unit === 0xa0 || unit >= 0x1680) && /\s/u.test(String.fromCharCode(unit));
}
