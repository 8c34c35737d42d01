import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'tsup';
import settings from '../tsup.config.ts';

/**
 * What it takes a fresh process to import the package as it is published, beyond an empty module: time on the processor, time on the clock, memory.
 * `node bench/cold-import.ts [rounds]`
 */
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'licet-import-'));
try {
  const { onSuccess: _, ...published } = settings as Exclude<typeof settings, readonly unknown[] | ((...args: never[]) => unknown)>;
  await build({ ...published, config: false, outDir: join(folder, 'dist'), silent: true });
  symlinkSync(new URL('../node_modules', import.meta.url).pathname, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'empty.js'), 'export const empty = 0;\n');
  const contenders: Readonly<Record<string, string>> = {
    'an empty module': './empty.js',
    licet: './dist/index.js',
    'licet/law/gb': './dist/law/packs/gb.js',
    'licet/channels/twilio': './dist/channels/twilio/index.js',
    'licet/postgres': './dist/postgres/index.js',
    'licet/linter': './dist/linter/index.js',
    ky: 'ky',
  };
  const seen = new Map(Object.keys(contenders).map((name) => [name, [] as (readonly [cpuMs: number, ms: number, mib: number])[]]));
  for (let round = -1; round < rounds; round += 1)
    for (const [name, path] of Object.entries(contenders)) {
      const told = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program(path)], { cwd: folder, encoding: 'utf8' }));
      if (round >= 0) seen.get(name)!.push(told);
    }
  const at = (name: string, column: 0 | 1 | 2, share: number): number =>
    seen
      .get(name)!
      .map((row) => row[column])
      .toSorted((a, b) => a - b)[Math.floor((rounds - 1) * share)]!;
  console.log(`import in a fresh process, ${rounds} processes each, beyond an empty module`);
  for (const name of Object.keys(contenders).slice(1)) {
    const beyond = (column: 0 | 1 | 2, share: number): string => (at(name, column, share) - at('an empty module', column, 0.5)).toFixed(1);
    const spread = `(${beyond(0, 0.1)}–${beyond(0, 0.9)})`;
    console.log(
      `  ${name.padEnd(24)} ${beyond(0, 0.5).padStart(6)} ms of processor ${spread.padEnd(16)} ${beyond(1, 0.1).padStart(6)} ms at best  +${beyond(2, 0.5)} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function program(path: string): string {
  return `
    const used = process.cpuUsage(), start = performance.now();
    await import(${JSON.stringify(path)});
    const ms = performance.now() - start, { user, system } = process.cpuUsage(used);
    console.log(JSON.stringify([(user + system) / 1e3, ms, process.memoryUsage().rss / 2 ** 20]));`;
}
