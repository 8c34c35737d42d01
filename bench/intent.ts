import { readFileSync } from 'node:fs';
import { classifyReply } from '../src/feedback/index.ts';

/** Replies per second over the labelled corpora: the first pass with every word new, then the median of rounds; and one long hostile text. */
const texts = ['replies.jsonl', 'replies-more.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../test/feedback/corpus/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text),
);
const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const perSecond = (ms: number): string => Math.round((texts.length * 1_000) / ms).toLocaleString('en');

const compile = timed(() => classifyReply({ text: 'hello there' }));
const pass = (): void => {
  for (const text of texts) classifyReply({ text });
};
const first = timed(pass);
const rounds = Array.from({ length: 21 }, () => timed(pass)).sort((a, b) => a - b);
const hostile = 'не надо stop if or {, }'.repeat(500).slice(0, 10_000);
const slowest = Math.max(...Array.from({ length: 50 }, () => timed(() => classifyReply({ text: hostile }))));
process.stdout.write(
  `lexicons compiled in ${compile.toFixed(0)} ms; first pass ${perSecond(first)}, then ${perSecond(rounds[10]!)} replies per second (${texts.length} replies); 10 kB hostile text at most ${slowest.toFixed(1)} ms\n`,
);
