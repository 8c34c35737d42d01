import { readFileSync } from 'node:fs';
import { classifyReply, createReplyClassifier } from '../src/feedback/index.ts';

/** Replies per second over the labelled corpora: the first pass with every word new, then the median of rounds, with the model and without, by turns; and one long hostile text. */
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
const byRules = createReplyClassifier({ model: false });
const pass = (classify: typeof classifyReply) => (): void => {
  for (const text of texts) classify({ text });
};
const first = timed(pass(classifyReply));
const median = (rounds: readonly number[]): number => [...rounds].sort((a, b) => a - b)[Math.floor(rounds.length / 2)]!;
const rounds = Array.from({ length: 21 }, () => [timed(pass(classifyReply)), timed(pass(byRules))] as const);
const hostile = 'не надо stop if or {, }'.repeat(500).slice(0, 10_000);
const slowest = Math.max(...Array.from({ length: 50 }, () => timed(() => classifyReply({ text: hostile }))));
process.stdout.write(
  `lexicons compiled in ${compile.toFixed(0)} ms; first pass ${perSecond(first)}, then ${perSecond(median(rounds.map(([all]) => all)))} replies per second, by rules alone ${perSecond(median(rounds.map(([, rules]) => rules)))} (${texts.length} replies); 10 kB hostile text at most ${slowest.toFixed(1)} ms\n`,
);
