import type { Range } from '../diagnostic.ts';
import { sentencesOf } from '../sentences.ts';

/** Sentences of a folded text in any script: also those ended by the full stops of Chinese, Japanese, Hindi and Arabic. */
export function clausesOf(text: string): readonly Range[] {
  if (text !== last.text) last = { text, ranges: split(text) };
  return last.ranges;
}

/** Several rules in a row ask for the clauses of one message. */
let last: { readonly text: string; readonly ranges: readonly Range[] } = { text: '', ranges: [] };

function split(text: string): readonly Range[] {
  const sentences = sentencesOf(text);
  if (!/[。।؟！？!?]/u.test(text)) return sentences;
  const ranges: Range[] = [];
  for (const [start, end] of sentences) {
    let from = start;
    for (let i = start; i < end; i++) {
      if (!'。।؟！？!?'.includes(text[i]!)) continue;
      if (i + 1 > from) ranges.push([from, i + 1]);
      from = i + 1;
    }
    if (from < end) ranges.push([from, end]);
  }
  return ranges;
}
