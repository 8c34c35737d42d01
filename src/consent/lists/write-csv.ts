/**
 * One line of CSV (RFC 4180, CRLF). A cell that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets hide and
 * `importConsents` takes off again: numbers with a plus stay text and stay whole.
 */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`;
}

/** What may start a formula, also behind blanks that spreadsheets pass over. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `csvLine` made it harmless. */
export function plainCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
