import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeBlocks } from '../docs/code-blocks.ts';

/**
 * `npm run test:matrix [-- 22.18.0 24]`: packs the package and tries it in a stranger's project under each of these versions of Node: every public
 * subpath is imported, the quick start runs, the command answers, a proof is verified. Builds first.
 */
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22.18.0', '24'];
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Readonly<Record<string, unknown>> };
const page = codeBlocks('proof-format.md', readFileSync('docs/proof-format.md', 'utf8'));
const codeIn = (language: string): string => page.findLast((block) => block.language === language)!.code;

execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
const shelf = mkdtempSync(join(tmpdir(), 'licet-matrix-'));
try {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', shelf], { encoding: 'utf8' })) as [{ filename: string }];
  for (const version of versions) {
    const project = mkdtempSync(join(shelf, 'project-'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'stranger', type: 'module', private: true }));
    const runtime = `node-${process.platform}-${process.arch}`;
    npm(project, 'install', '--no-audit', '--no-fund', join(shelf, packed!.filename), '@electric-sql/pglite', `${runtime}@${version}`);
    const node = (...args: readonly string[]): string =>
      execFileSync(join(project, 'node_modules', runtime, 'bin/node'), args, { cwd: project, encoding: 'utf8' });
    const names = subpaths(project);
    writeFileSync(join(project, 'import-all.mjs'), names.map((name) => `import ${JSON.stringify(name)};\n`).join(''));
    node('import-all.mjs');
    writeFileSync(join(project, 'quick-start.ts'), readFileSync('examples/quick-start.ts'));
    mustBe(node('quick-start.ts'), '1\nconsent-withdrawn\n');
    const licet = 'node_modules/licet/dist/cli/licet.js';
    mustBe(String(/licet COMMAND --help/u.test(node(licet, 'help'))), 'true');
    writeFileSync(join(project, 'bundle.json'), codeIn('json'));
    const [, key = ''] = /bundle\.json '([^']+)'/u.exec(codeIn('sh')) ?? [];
    mustBe(node('node_modules/licet/dist/verify.mjs', 'bundle.json', '--key', key).split('\n').at(-2) ?? '', 'The bundle is sound.');
    process.stdout.write(`Node ${node('--version').trim()}: ${names.length} subpaths, quick start, command and proof hold\n`);
  }
} finally {
  rmSync(shelf, { recursive: true });
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What a stranger can import: the exports of the package, those with a star filled in from what is there. */
function subpaths(project: string): readonly string[] {
  const built = join(project, 'node_modules/licet/dist');
  const optional = ['./drivers/pg-boss', './drivers/bullmq'];
  const starred: Readonly<Record<string, string>> = {
    './law/*': 'law/packs/*.js',
    './channels/*': 'channels/*/index.js',
    './drivers/*': 'drivers/*/index.js',
  };
  return Object.keys(exports)
    .filter((name) => !name.endsWith('.json'))
    .flatMap((name) => {
      const pattern = starred[name];
      if (pattern === undefined) return [name];
      const [before, after] = pattern.split('*') as [string, string];
      return globSync(pattern, { cwd: built }).map((file) => name.replace('*', file.slice(before.length, -after.length)));
    })
    .filter((name) => !optional.includes(name))
    .map((name) => name.replace(/^\./u, 'licet'));
}

function mustBe(seen: string, expected: string): void {
  if (seen !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(seen)}.`);
}
