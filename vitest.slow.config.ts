import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import fast from './vitest.config.ts';

/** Suites that take minutes: the packed tarball, host frameworks, real kills. */
const config: ViteUserConfig = mergeConfig(fast, { test: { testTimeout: 600_000, hookTimeout: 300_000, fileParallelism: false } });
config.test!.include = ['test/slow/**/*.test.ts'];
config.test!.exclude = [];

export default config;
