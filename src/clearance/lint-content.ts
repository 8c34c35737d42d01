import type { Diagnostic } from '../linter/diagnostic.ts';
import type { Linter } from '../linter/engine.ts';
import type { LintInput } from '../linter/lint-message.ts';

/** Findings that stop a rendered message; empty when it may go. */
export type LintGate = (input: LintInput, factsKey: string) => readonly Diagnostic[];

const MAX_TEXTS = 10_000;

/**
 * The linter's errors about rendered texts. The very text the person will read is linted, values included; the same text for the same place,
 * day and minute is linted once. Two generations of answers are kept, so that memory stays bounded whatever the values are.
 * @param factsKey names the facts: equal keys, equal facts.
 */
export function lintGate(linter: Pick<Linter, 'lint'>): LintGate {
  let young = new Map<string, readonly Diagnostic[]>();
  let old = new Map<string, readonly Diagnostic[]>();
  return (input, factsKey) => {
    const { country, region = '', channel, kind, sender = '', at = '', text, buttons = [] } = input;
    const key = [factsKey, country, region, channel, kind, sender, at, text, ...buttons.map((button) => JSON.stringify(button))].join('\u0000');
    let errors = young.get(key) ?? old.get(key);
    if (errors === undefined) {
      errors = linter.lint(input).filter((diagnostic) => diagnostic.severity === 'error');
      if (young.size >= MAX_TEXTS) {
        old = young;
        young = new Map();
      }
      young.set(key, errors);
    }
    return errors;
  };
}
