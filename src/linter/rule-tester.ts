import { LicetError } from '../errors.ts';
import { type CheckRuleOptions, checkRule } from './check-rule.ts';
import type { Rule } from './rule.ts';

/** The rule's samples and what the rule says do not agree. */
export class UnsoundRuleError extends LicetError<'unsound-rule'> {
  override readonly name = 'UnsoundRuleError';
  readonly faults: readonly string[];
  constructor(rule: string, faults: readonly string[]) {
    super('unsound-rule', `Rule "${rule}" does not load: ${faults.join('; ')}.`);
    this.faults = faults;
  }
}

/** The two functions of a test runner that are needed. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void): void;
}

/**
 * Registers one test per rule that runs all of its samples.
 * @example
 * RuleTester({ describe, it }).run(noBlinking);
 */
export function RuleTester(runner: TestRunner): { run(rule: Rule, options?: CheckRuleOptions): void } {
  return {
    run(rule, options) {
      runner.describe(rule.id, () => {
        runner.it('finds its incorrect samples and leaves its correct ones alone', () => void loadRules([rule], options));
      });
    },
  };
}

/**
 * Checks rules and gives them back: one that cannot match, or fires on its own clean samples, does not load.
 * @throws {UnsoundRuleError} for the first unsound rule.
 */
export function loadRules(rules: readonly Rule[], options: CheckRuleOptions = {}): readonly Rule[] {
  for (const rule of rules) {
    const faults = checkRule(rule, options);
    if (faults.length > 0) throw new UnsoundRuleError(rule.id, faults);
  }
  return rules;
}
