import type { SubjectRef } from '../record/record.ts';
import type { StoredRecord } from '../record/sealed-record.ts';
import type { ConsentStore } from './consent-store.ts';

type Chains = ReadonlyMap<SubjectRef, readonly StoredRecord[]>;

/**
 * One read, without texts, for all callers of one turn of the event loop's microtasks: a thousand single questions at once cost one round trip.
 * The read starts after every call that shares it, so each still sees all appends that resolved before its call.
 */
export function coalesceLoads(store: ConsentStore): (subjects: readonly SubjectRef[]) => Promise<Chains> {
  let gathering: { readonly lists: (readonly SubjectRef[])[]; readonly chains: Promise<Chains> } | null = null;
  return (subjects) => {
    if (gathering === null) {
      const lists: (readonly SubjectRef[])[] = [];
      const chains = Promise.resolve().then(() => {
        gathering = null;
        return store.load(lists.length === 1 ? lists[0]! : [...new Set(lists.flat())], { withoutText: true });
      });
      gathering = { lists, chains };
    }
    gathering.lists.push(subjects);
    return gathering.chains;
  };
}
