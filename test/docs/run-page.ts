import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeBlocks } from './code-blocks.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Runs a page: its TypeScript blocks become the modules `block-1.mts`, … next to a program that imports them and may read `input`. Gives what it printed. */
export function runPage(page: string, program: string, input = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'licet-docs-'));
  try {
    const blocks = codeBlocks('page', page).filter(({ language }) => language === 'ts');
    for (const [index, { code }] of blocks.entries()) writeFileSync(join(folder, `block-${index + 1}.mts`), fromSource(code));
    mkdirSync(join(folder, 'store'));
    writeFileSync(join(folder, 'program.mts'), fromSource(program));
    return execFileSync(process.execPath, [join(folder, 'program.mts')], { cwd: folder, encoding: 'utf8', timeout: 60_000, input });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package's names, led to its source: this is about the pages, not about the build. */
function fromSource(code: string): string {
  return code
    .replaceAll(/from 'licet\/law\/([^']+)'/gu, `from '${source}law/packs/$1.ts'`)
    .replaceAll(/from 'licet\/([^']+)'/gu, `from '${source}$1/index.ts'`)
    .replaceAll("from 'licet'", `from '${source}index.ts'`);
}
