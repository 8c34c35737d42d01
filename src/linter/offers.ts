import type { Range } from './diagnostic.ts';
import { callCues, offerCues, pricedCues, quotedHouse, reportCues, strongCues } from './lexicon/ru-offer.ts';
import { sentencesOf } from './sentences.ts';

/** Recognises an offer in one folded sentence of one language. */
export type OffersIn = (sentence: string) => boolean;

function offersInRussian(whole: string): boolean {
  const sentence = whole.includes('"') ? whole.replace(quotedHouse, ' ') : whole;
  const cue = offerCues.test(sentence) || (pricedCues.test(sentence) && callCues.test(sentence));
  return cue && (!reportCues.test(sentence) || strongCues.test(sentence));
}

const languages: readonly OffersIn[] = [offersInRussian];

/** The offers inside a service message: the sentences that advertise. Ranges of the folded text, in order; none when nothing is offered. */
export function findOffers(folded: string): readonly Range[] {
  return sentencesOf(folded).filter(([start, end]) => {
    const sentence = folded.slice(start, end);
    return languages.some((offers) => offers(sentence));
  });
}
