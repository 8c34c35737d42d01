import type { Person } from '../consent/consent-act.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence, SubjectRef } from '../consent/record/record.ts';
import type { DeliveryStore } from './stores/delivery-store.ts';

export interface BookOverDeliveriesOptions {
  /** How long acts that do not say wait for calls that have already started, in milliseconds. */
  readonly drainMs?: number | undefined;
  /** Called when a person's plans are to be looked at, once what they said is recorded. */
  readonly onRefusal?: ((refusal: { readonly subject: SubjectRef; readonly method: Evidence['method'] }) => void) | undefined;
}

/**
 * The same book over a system that sends: what is planned for a person who says no is looked at now and ends, instead of when it falls due,
 * and an erasure also takes the person out of the deliveries.
 */
export function bookOverDeliveries(
  book: ConsentBook,
  store: Pick<DeliveryStore, 'wake' | 'forget'>,
  { drainMs, onRefusal }: BookOverDeliveriesOptions = {},
): ConsentBook {
  const subjectOf = (person: Person) => (person.address === undefined ? person.subject : book.subject(person.address));
  const waking = async <Act extends Person & { readonly evidence: Evidence }, Result>(
    act: Act,
    write: (act: Act) => Promise<Result>,
  ): Promise<Result> => {
    const result = await write(act);
    const subject = subjectOf(act);
    await store.wake({ subject });
    onRefusal?.({ subject, method: act.evidence.method });
    return result;
  };
  return {
    ...book,
    withdraw: (act) => waking({ drainMs, ...act }, book.withdraw),
    suppress: (act) => waking({ drainMs, ...act }, book.suppress),
    erase: (act) => waking(act, (one) => book.erase(one).then((erased) => store.forget(subjectOf(one)).then(() => erased))),
  };
}
