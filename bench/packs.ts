import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'tsup';

/** What it takes a fresh process to import a law pack and make it, beyond importing an empty module. Every pack, as a bundler ships it. */
const ROUNDS = 9;
const source = new URL('../src/law/packs/', import.meta.url).pathname;
const packs = globSync('*.ts', { cwd: source })
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'all');
const folder = mkdtempSync(join(tmpdir(), 'licet-packs-'));
try {
  await build({
    config: false,
    entry: packs.map((name) => `${source}${name}.ts`),
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
    format: 'esm',
    target: 'node22',
    silent: true,
    dts: false,
  });
  writeFileSync(join(folder, 'empty.mjs'), 'export const empty = () => 0;\n');
  const importMs = (name: string): number => {
    const program = `const a = performance.now(); const made = Object.values(await import(${JSON.stringify(join(folder, `${name}.mjs`))})).map((one) => typeof one === 'function' && one()); console.log(performance.now() - a)`;
    return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
  };
  const times = new Map<string, number[]>(packs.map((name) => [name, []]));
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of packs) times.get(name)?.push(importMs(name));
    empty.push(importMs('empty'));
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  const floor = median(empty);
  const beyond = packs.map((name) => ({ name, ms: median(times.get(name) ?? []) - floor })).toSorted((a, b) => b.ms - a.ms);
  console.log(`import of a law pack in a fresh process, ${packs.length} packs, an empty module takes ${floor.toFixed(2)} ms`);
  for (const { name, ms } of beyond.slice(0, 5)) console.log(`  ${name.padEnd(10)} ${ms.toFixed(2)} ms`);
  console.log(`  median     ${median(beyond.map(({ ms }) => ms)).toFixed(2)} ms`);
} finally {
  rmSync(folder, { recursive: true });
}
