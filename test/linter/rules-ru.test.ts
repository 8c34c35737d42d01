import { describe, it } from 'vitest';
import { findOffers, RuleTester } from '../../src/linter/index.ts';
import { russianRules } from '../../src/linter/rules-ru.ts';

const tester = RuleTester({ describe, it });
for (const rule of russianRules) tester.run(rule, { findOffers });
