import type { Rule } from './rule.ts';
import { russianRules } from './rules-ru.ts';
import { worldRules } from './rules-world.ts';

/** Every rule about messages that licet ships, by id unique. */
export const builtInRules: readonly Rule[] = [...russianRules, ...worldRules];
