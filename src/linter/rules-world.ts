import type { Rule } from './rule.ts';

/** Rules whose ids stand in the table of other countries only. */
export const worldRules: readonly Rule[] = [];
