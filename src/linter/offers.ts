import type { Range } from './diagnostic.ts';
import { offerCues, reportCues } from './lexicon/ru-offer.ts';
import { sentencesOf } from './sentences.ts';

/** The offers inside a service message: the sentences that advertise. Ranges of the folded text, in order; none when nothing is offered. */
export function findOffers(folded: string): readonly Range[] {
  return sentencesOf(folded).filter(([start, end]) => {
    const sentence = folded.slice(start, end);
    return offerCues.test(sentence) && !reportCues.test(sentence);
  });
}
