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

/** Matches of several patterns from left to right, none overlapping; where two begin alike, the first pattern's. All need the `g` flag. */
export function matchesOfAll(text: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] {
  if (patterns.length === 1) return matchesOf(text, patterns[0]!);
  const found: RegExpExecArray[] = [];
  const next: (RegExpExecArray | null | undefined)[] = [];
  for (let from = 0; ; ) {
    let first: RegExpExecArray | undefined;
    for (let i = 0; i < patterns.length; i++) {
      let match = next[i];
      if (match === undefined || (match !== null && match.index < from)) {
        patterns[i]!.lastIndex = from;
        match = patterns[i]!.exec(text);
        next[i] = match;
      }
      if (match !== null && (first === undefined || match.index < first.index)) first = match;
    }
    if (first === undefined) return found;
    from = first.index + Math.max(1, first[0].length);
    found.push(first);
  }
}
