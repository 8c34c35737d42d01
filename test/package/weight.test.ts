import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'tsup';
import { describe, expect, it } from 'vitest';

const source = new URL('../../src/', import.meta.url).pathname;

interface Bundle {
  /** Bytes, minified and packed. */
  readonly gzip: number;
  readonly code: string;
}

/** What a host's bundler makes of a program that imports only this; `whole`: with the run-time dependencies, and what is loaded later apart. */
async function bundle(program: string, whole = false): Promise<Bundle & { readonly later: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-weight-'));
  try {
    writeFileSync(join(folder, 'program.ts'), program.replaceAll('licet/', source));
    await build({
      config: false,
      entry: [join(folder, 'program.ts')],
      outDir: join(folder, 'out'),
      format: 'esm',
      target: 'node22',
      minify: true,
      treeshake: false,
      silent: true,
      dts: false,
      ...(whole ? { noExternal: [/^[^.]/u], splitting: true, platform: 'node' } : {}),
      esbuildOptions: (options) => {
        options.charset = 'utf8';
      },
    });
    const files = new Map(globSync('*.js', { cwd: join(folder, 'out') }).map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')]));
    const first = new Set(['program.js']);
    for (const name of first) for (const [, next] of files.get(name)!.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/gu)) first.add(next!);
    const later = [...files].filter(([name]) => !first.has(name)).map(([, text]) => text);
    const code = [...first].map((name) => files.get(name)).join('\n');
    return { gzip: gzipSync(code).length, code, later: gzipSync(later.join('\n')).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the weight of a part', () => {
  it('is at most 1.5 kB for segments', async () => {
    const { gzip } = await bundle("export { countSegments } from 'licet/template/index.ts';");
    expect(gzip).toBeLessThanOrEqual(1_500);
  });

  it('is at most 6 kB for the linter engine without rules', async () => {
    const { gzip, code } = await bundle("export { createEngine } from 'licet/linter/engine.ts';");
    expect(gzip).toBeLessThanOrEqual(6_000);
    expect(code).not.toContain('superlative-unsupported');
  });

  it('of the whole, its dependencies with it, lies mostly in what is loaded when it is needed', async () => {
    const { gzip, later, code } = await bundle("export * from 'licet/index.ts';", true);
    expect(code).not.toContain('superlative-unsupported');
    expect(code).toContain('MOBILE');
    // The goal is 80 kB for everything. The words and patterns of the rules and of the replies in thirty languages are most of it.
    expect(gzip).toBeLessThanOrEqual(140_000);
    expect(later).toBeLessThanOrEqual(520_000);
  });

  it('is the same with and without packs that are not used', async () => {
    const one = await bundle("import { gb } from 'licet/law/packs/gb.ts'; console.log(gb());");
    expect(one.code).not.toContain('38-ФЗ');
    expect(one.gzip).toBeLessThanOrEqual(6_000);
    const both = await bundle("import { gb } from 'licet/law/packs/gb.ts'; import { ru } from 'licet/law/packs/ru.ts'; console.log(gb(), ru());");
    expect(both.code).toContain('38-ФЗ');
    expect(both.gzip).toBeGreaterThan(one.gzip * 2);
  });
});
