import type { ConsentBook } from '../consent/consent-book.ts';
import { ErasureHeldError } from '../errors.ts';
import type { ComplaintBook } from './complaint-book.ts';

/** The same book, which erases nobody whose open complaint has to be answered with what is held, unless told so. */
export function holdErasure(consent: ConsentBook, complaints: Pick<ComplaintBook, 'needs'>): ConsentBook {
  return {
    ...consent,
    async erase(act) {
      const subject = act.address === undefined ? act.subject : consent.subject(act.address);
      if (act.despiteOpenCase !== true && (await complaints.needs(subject)))
        throw new ErasureHeldError('An open complaint of this person needs what is held. Close the case first, or erase with despiteOpenCase: true.');
      return consent.erase(act);
    },
  };
}
