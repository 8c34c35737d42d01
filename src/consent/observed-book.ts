import type { Observe } from '../observe.ts';
import type { ConsentBook } from './consent-book.ts';

/** The same book, its withdrawals told to an observer: how long people wait for them is promised. */
export function observedBook(book: ConsentBook, observe: Observe): ConsentBook {
  return {
    ...book,
    withdraw: (act) =>
      observe(
        { name: 'withdraw' },
        () => book.withdraw(act),
        ({ complete }) => ({ outcome: complete ? 'complete' : 'calls-under-way' }),
      ),
  };
}
