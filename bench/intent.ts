import { readFileSync } from 'node:fs';
import { classifyReply } from '../src/feedback/index.ts';

/** Replies per second over the labelled corpus, each reply read anew. */
const texts = readFileSync(new URL('../test/feedback/corpus/replies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);
for (const text of texts) classifyReply({ text });
const rounds = 20;
const start = performance.now();
for (let round = 0; round < rounds; round++) for (const text of texts) classifyReply({ text });
const seconds = (performance.now() - start) / 1_000;
process.stdout.write(
  `${Math.round((texts.length * rounds) / seconds).toLocaleString('en')} replies per second (${texts.length} replies, ${rounds} rounds)\n`,
);
