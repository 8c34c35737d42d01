import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import fast from '../../vitest.config.ts';

/** The tests of one area, in one process, as Stryker runs them. */
const config: ViteUserConfig = mergeConfig(fast, { test: { fileParallelism: false } });
const tests = JSON.parse(process.env.LICET_MUTATION_TESTS ?? '[]') as readonly string[];
config.test!.include = tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`));

export default config;
