import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A stranger's project: the packed tarball and nothing else of ours. */
let project: string;
const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'licet-packed-'));
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'ignore' });
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', project], { encoding: 'utf8' })) as [
    { filename: string; files: { path: string }[] },
  ];
  writeFileSync(join(project, 'files.json'), JSON.stringify(packed!.files.map(({ path }) => path)));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'stranger', type: 'module', private: true }));
  run('npm', 'install', '--no-package-lock', join(project, packed!.filename));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the packed tarball in a clean project', () => {
  it('holds the build, the licence, the readme and the changes, and no source or test', () => {
    const files = JSON.parse(readFileSync(join(project, 'files.json'), 'utf8')) as string[];
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/cli/licet.js',
        'dist/verify.mjs',
      ]),
    );
    expect(files.filter((file) => !/^(?:dist\/|package\.json$|README|LICENSE$|CHANGELOG\.md$)/u.test(file))).toEqual([]);
  });

  it('runs the quick start', () => {
    writeFileSync(join(project, 'quick-start.ts'), readFileSync('examples/quick-start.ts'));
    expect(run(process.execPath, 'quick-start.ts')).toBe('1\nconsent-withdrawn\n');
  });

  it('type-checks the quick start without any of our settings', () => {
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2024',
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          types: ['node'],
          typeRoots: [resolve('node_modules/@types')],
        },
        include: ['quick-start.ts'],
      }),
    );
    expect(run(resolve('node_modules/.bin/tsc'), '-p', '.')).toBe('');
  });

  it('answers on the command line', () => {
    expect(run(join(project, 'node_modules/.bin/licet'), 'help')).toContain('licet COMMAND --help');
  });

  it('brings a small closure without install scripts', () => {
    const packages = run('npm', 'ls', '--all', '--parseable').trim().split('\n').slice(1);
    expect(packages.length).toBeLessThanOrEqual(12);
    for (const folder of packages) {
      const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts?: Record<string, string> };
      expect([scripts.preinstall, scripts.install, scripts.postinstall].filter(Boolean), folder).toEqual([]);
    }
  });
});
