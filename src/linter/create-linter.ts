import { seeThrough } from '../text/index.ts';
import { builtInRules } from './built-in-rules.ts';
import { createEngine, type EngineOptions, type Linter } from './engine.ts';
import { findOffers } from './offers.ts';

export interface LinterOptions extends Omit<EngineOptions, 'rules' | 'findOffers' | 'reader'> {
  /** @default all rules licet ships; a host adds its own: `[...builtInRules, ours]`. */
  readonly rules?: EngineOptions['rules'] | undefined;
}

/**
 * Builds a linter over law packs with the rules licet ships.
 * @throws {InvalidOptionsError} when two rules share an id.
 * @example
 * const linter = createLinter({ packs: [ru(), gb()], today: '2026-11-23', language: 'ru' });
 * linter.lint({ country: 'RU', channel: 'sms', kind: 'marketing', sender: 'Kolos', text: 'Скидка 10 %' });
 */
export function createLinter(options: LinterOptions): Linter {
  return createEngine({ ...options, rules: options.rules ?? builtInRules, findOffers, reader: seeThrough });
}
