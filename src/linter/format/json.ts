import type { LintResult } from './result.ts';

/** One JSON line per message: `{id, diagnostics}`, without the text. */
export function formatJsonLines(results: readonly LintResult[]): string {
  return results.map(({ id, diagnostics }) => `${JSON.stringify({ id, diagnostics })}\n`).join('');
}

/** One JSON array: `[{id, diagnostics}]`, without the texts. */
export function formatJson(results: readonly LintResult[]): string {
  return `${JSON.stringify(
    results.map(({ id, diagnostics }) => ({ id, diagnostics })),
    null,
    2,
  )}\n`;
}
