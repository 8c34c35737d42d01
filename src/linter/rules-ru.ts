import type { Rule } from './rule.ts';
import { superlativeUnsupported } from './rules/superlative-unsupported.ts';

/** Rules whose ids stand in the Russian table, some of which apply elsewhere too. */
export const russianRules: readonly Rule[] = [superlativeUnsupported];
