import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const entries = [
  'src/index.ts',
  'src/*/index.ts',
  'src/law/packs/*.ts',
  'src/channels/*/index.ts',
  'src/drivers/*/index.ts',
  'src/cli/licet.ts',
].flatMap((pattern) => globSync(pattern));

/** Packages that come inside the build. */
const carried = ['libphonenumber-js', 'zod'];

/** One module per public subpath, shared code in chunks. Declarations come from `tsc -p tsconfig.build.json`. */
export default defineConfig({
  entry: Object.fromEntries(entries.map((path) => [path.slice('src/'.length, -'.ts'.length), path])) as Record<string, string>,
  format: 'esm',
  target: 'node22',
  platform: 'node',
  splitting: true,
  clean: true,
  dts: false,
  treeshake: true,
  // Of many files each: read as one chunk, a process starts ten times faster.
  noExternal: carried.map((name) => new RegExp(`^${name}(?:/|$)`, 'u')),
  esbuildOptions: (options) => {
    options.charset = 'utf8';
  },
  onSuccess: async () => {
    const licences = carried.flatMap((name) =>
      globSync(`node_modules/${name}/LICENSE*`)
        .toSorted()
        .map((path) => `${name}\n\n${readFileSync(path, 'utf8').trim()}\n`),
    );
    writeFileSync('dist/third-party-licences.txt', licences.join('\n'));
    // the verifier a third party runs without licet: one file, as it is
    for (const name of ['verify.mjs', 'verify.d.mts']) copyFileSync(`src/proof/standalone/${name}`, `dist/${name}`);
  },
}) as ReturnType<typeof defineConfig>;
