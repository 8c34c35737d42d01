import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^licet$/u, replacement: source('index.ts') },
      { find: /^licet\/law\/(.+)$/u, replacement: `${source('law')}/packs/$1.ts` },
      { find: /^licet\/(.+)$/u, replacement: `${source('')}$1/index.ts` },
    ],
  },
  test: { include: ['test/**/*.test.ts'], exclude: ['test/slow/**'], testTimeout: 30_000, hookTimeout: 60_000 },
});

export default config;
