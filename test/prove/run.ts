import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Prove } from './claim.ts';

/**
 * `npm run prove -- R5 R14 [--seed N] [--full] [--broken]`: tries the named claims, all without a name. One JSON line a claim; ends non-zero
 * when one is violated.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, full: { type: 'boolean', default: false }, broken: { type: 'boolean', default: false } },
});
const known = readdirSync(import.meta.dirname)
  .map((file) => /^r(\d+)\.ts$/.exec(file)?.[1])
  .filter((number) => number !== undefined)
  .toSorted((a, b) => Number(a) - Number(b));
const wanted = positionals.map((id) => id.replace(/^[rR]/, ''));
const unknown = wanted.filter((number) => !known.includes(number));
if (unknown.length > 0) throw new Error(`There is no claim R${unknown.join(', R')}; there are R${known.join(', R')}.`);
const seed = values.seed === undefined ? process.pid * 7919 + Math.trunc(performance.now() * 1_000) : Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error('--seed wants a whole number.');

let violated = false;
for (const number of wanted.length > 0 ? wanted : known) {
  const startedMs = performance.now();
  const line = { id: `R${number}`, ok: false, seed, figures: {} as Readonly<Record<string, unknown>> };
  try {
    const { prove }: { prove: Prove } = await import(`./r${number}.ts`);
    Object.assign(line, await prove({ seed, full: values.full, broken: values.broken }));
  } catch (error) {
    line.figures = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  violated ||= !line.ok;
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  process.stdout.write(`${JSON.stringify({ ...line, figures: { ...line.figures, seconds } })}\n`);
}
// The exit code is said outright: the embedded server's own exit hook sets it to 0.
process.stdout.write('', () => process.exit(violated ? 1 : 0));
