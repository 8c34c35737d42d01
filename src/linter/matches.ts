const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a pattern from left to right, none overlapping; the pattern needs the `g` flag. Unlike `matchAll` it does not copy the
 * pattern, which costs more than a search through a short text.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
    match = pattern.exec(text);
  }
  return matches;
}
