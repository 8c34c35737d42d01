import type { Diagnostic, Fix } from './diagnostic.ts';

export interface FixedText {
  readonly text: string;
  /** Findings whose fix was applied. */
  readonly applied: readonly Diagnostic[];
}

/**
 * Applies the fixes of findings, from the end of the text to its start. Of two fixes that overlap, or insert the same text at the same
 * place, one is applied; lint again for the rest.
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): FixedText {
  const withFix = diagnostics.filter((found): found is Diagnostic & { fix: Fix } => found.fix !== undefined);
  const ordered = [...withFix].sort((a, b) => a.fix.range[0] - b.fix.range[0] || a.fix.range[1] - b.fix.range[1]);
  const applied: Diagnostic[] = [];
  const parts: string[] = [];
  let at = 0;
  let last: Fix | undefined;
  for (const found of ordered) {
    const [start, end] = found.fix.range;
    const repeats = last !== undefined && last.range[0] === start && last.range[1] === end && last.text === found.fix.text;
    if (repeats) applied.push(found);
    if (repeats || start < at || (last !== undefined && end > start && start < last.range[1])) continue;
    parts.push(text.slice(at, start), found.fix.text);
    at = end;
    last = found.fix;
    applied.push(found);
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), applied };
}
