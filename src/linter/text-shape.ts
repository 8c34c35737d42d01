/** Numbers of that many digits are looked at: shorter ones may be a price, a percentage or an age, longer ones a card. */
const [FEWEST_DIGITS, MOST_DIGITS] = [4, 12];
const zeros = '0'.repeat(MOST_DIGITS);

/**
 * A text with the digits that no rule tells apart set to zero: those inside numbers that stand alone. Texts of one shape have the same
 * findings.
 * @param sender whoever writes: rules compare numbers with it.
 */
export function shapeOf(text: string, sender: string): string {
  const own = digitsOf(sender);
  let shape = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text, at)) {
      at++;
      continue;
    }
    const start = at;
    while (isDigit(text, at)) at++;
    if (at - start < FEWEST_DIGITS || !standsAlone(text.slice(Math.max(0, start - 2), start), text.slice(at, at + 2))) continue;
    shape += text.slice(copied, start) + numberShape(text.slice(start, at), own);
    copied = at;
  }
  return copied === 0 ? text : shape + text.slice(copied);
}

/**
 * A number without the digits that no rule tells apart; anything else as it is. Of four or five digits the first two are kept (a year, a short
 * number that costs nothing), of six or seven the first, of eight and more the first six (the prefix of a line).
 * @param own the sender's digits; a number that is theirs, or part of them, is kept.
 */
export function numberShape(value: string, own: string): string {
  const { length } = value;
  if (length < FEWEST_DIGITS || length > MOST_DIGITS) return value;
  if (own !== '' && (own.includes(value) || value.includes(own))) return value;
  for (let i = 0; i < length; i++) if (!isDigit(value, i)) return value;
  const kept = length < 6 ? 2 : length < 8 ? 1 : 6;
  return value.slice(0, kept) + zeros.slice(0, length - kept);
}

/** The digits of a sender that is a number, in a row. */
export function digitsOf(sender: string): string {
  return sender.replace(/\D/gu, '');
}

/**
 * Whether a number is no part of something else.
 * @param before the two units before it, fewer at the start of the text.
 * @param after the two units after it, fewer at the end.
 */
export function standsAlone(before: string, after: string): boolean {
  if (before !== '' && !' \n№#"«('.includes(before.at(-1)!)) return false;
  if (after !== '' && !' \n.,;!?)"»'.includes(after[0]!)) return false;
  const further = before.length === 2 ? before[0]! : ' ';
  return !isDigit(further, 0) && !'+)-'.includes(further) && !isDigit(after, 1) && !'(+-'.includes(after[1] ?? ' ');
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}
