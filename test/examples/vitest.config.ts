import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import fast from '../../vitest.config.ts';

/** Runs the example of a host's own suite as its runner would. */
const config: ViteUserConfig = mergeConfig(fast, {});
config.test!.include = ['examples/**/*.vitest-test.ts'];

export default config;
