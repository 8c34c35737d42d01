import type { Range } from '../diagnostic.ts';
import { sentencesOf } from '../sentences.ts';

/** Sentences of a folded text in any script: also those ended by the full stops of Chinese, Japanese, Hindi and Arabic. */
export function clausesOf(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const [start, end] of sentencesOf(text)) {
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
