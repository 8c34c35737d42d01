import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programs, promisedOutput } from '../examples/printed.ts';

/** A stranger's project: the packed tarball and nothing else of ours. */
let project: string;
let tarball: string;
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
  tarball = join(project, packed!.filename);
  run('npm', 'install', '--no-package-lock', tarball);
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
        'dist/third-party-licences.txt',
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

  it('runs the examples of hosts with their frameworks', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Readonly<Record<string, string>> };
    const needed = ['express', 'hono', 'yaml', '@electric-sql/pglite'].map((name) => `${name}@${devDependencies[name]}`);
    const guest = mkdtempSync(join(tmpdir(), 'licet-hosts-'));
    try {
      writeFileSync(join(guest, 'package.json'), JSON.stringify({ name: 'stranger', type: 'module', private: true }));
      execFileSync('npm', ['install', '--no-package-lock', '--no-audit', tarball, ...needed], { cwd: guest, stdio: 'ignore' });
      cpSync('examples', join(guest, 'examples'), { recursive: true });
      for (const path of programs) expect(execFileSync(process.execPath, [path], { cwd: guest, encoding: 'utf8' }), path).toBe(promisedOutput(path));
      const tests = execFileSync(process.execPath, ['--test', '--test-reporter=tap', 'examples/fakes/offers.node-test.ts'], {
        cwd: guest,
        encoding: 'utf8',
      });
      expect(tests).toMatch(/^# pass 1$/mu);
      const lint = ['lint', 'examples/lint-in-ci/templates', '--sender', 'ACMEGARDEN', '--format', 'sarif'];
      expect(spawnSync(join(guest, 'node_modules/.bin/licet'), lint, { cwd: guest, encoding: 'utf8' })).toMatchObject({ status: 1 });
    } finally {
      rmSync(guest, { recursive: true, force: true });
    }
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
    const kib = Number(run('du', '-sk', 'node_modules').split('\t')[0]);
    // The goal is 20 MiB: libphonenumber-js and zod are inside the build, and are installed beside it as well.
    expect(kib).toBeLessThanOrEqual(32 * 1024);
  });
});
