import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas } from './areas.ts';

/**
 * `npm run mutate -- consent limits [--only FILE]`: changes the code of these areas, all without a name, one place at a time, and runs their tests.
 * Prints one JSON line an area; ends non-zero when the tests of one let more than one change in ten pass. Reports lie in coverage/mutation.
 */
const ENOUGH = 90;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const strangers = positionals.filter((name) => !Object.hasOwn(areas, name));
if (strangers.length > 0) throw new Error(`There is no area ${strangers.join(', ')}; there are ${Object.keys(areas).join(', ')}.`);

let tooFew = false;
for (const [name, area] of Object.entries(areas)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const folder = join('coverage', 'mutation', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'stryker.json');
  const mutate = values.only === undefined ? area.mutate : area.mutate.filter((file) => file.endsWith(values.only!));
  const missing = [...mutate, ...area.tests].filter((path) => !existsSync(path));
  if (mutate.length === 0 || missing.length > 0) throw new Error(`${name}: nothing to change, or missing: ${missing.join(', ')}`);
  writeFileSync(config, JSON.stringify(configOf(mutate, folder)));
  const env = { ...process.env, LICET_MUTATION_TESTS: JSON.stringify(area.tests) };
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', config], { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) throw new Error(`Stryker ended with ${status} for ${name}.`);
  const score = scoreOf(join(folder, 'report.json'));
  tooFew ||= score.percent < ENOUGH;
  process.stdout.write(`${JSON.stringify({ area: name, ...score, ok: score.percent >= ENOUGH })}\n`);
}
process.exitCode = tooFew ? 1 : 0;

function configOf(mutate: readonly string[], folder: string): object {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    mutate,
    coverageAnalysis: 'perTest',
    concurrency: Math.max(1, availableParallelism() - 1),
    timeoutMS: 20_000,
    reporters: ['json', 'html'],
    jsonReporter: { fileName: join(folder, 'report.json') },
    htmlReporter: { fileName: join(folder, 'report.html') },
    tempDirName: join(folder, 'sandbox'),
    ignorePatterns: ['dist', 'coverage', 'reference', 'examples/**/out', 'docs/images'],
    allowConsoleColors: false,
    clearTextReporter: { allowColor: false },
  };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Changes that made a test fail or never end, of all that could be run. */
function scoreOf(path: string): { readonly noticed: number; readonly of: number; readonly percent: number } {
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = states.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const passed = states.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  return { noticed, of: noticed + passed, percent: Math.round((noticed / (noticed + passed)) * 1_000) / 10 };
}
