import { decideConsent } from './decide/decide-consent.ts';
import type { ConsentDecision, SubjectQuestion } from './decide/question.ts';
import { openPersonalRecord, openRecord } from './record/open-record.ts';
import type { ConsentRecord, SubjectRef } from './record/record.ts';
import type { Position, StoredRecord } from './record/sealed-record.ts';
import { coalesceLoads } from './store/coalesce-loads.ts';
import type { ConsentStore } from './store/consent-store.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** Reading a ledger: chains, decisions, histories. */
export interface ConsentReader {
  /** The chains of these people without their personal fields, in sequence order; someone unknown has an empty one. */
  load(subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, readonly ConsentRecord[]>>;
  /** Decides hundreds or thousands of questions in one read, in their order. */
  decide(questions: readonly SubjectQuestion[]): Promise<readonly ConsentDecision[]>;
  /** One person's records with personal fields; they are `null` after an erasure. */
  history(subject: SubjectRef): Promise<readonly ConsentRecord[]>;
  /** All records in the order they were recorded, with personal fields, one page in memory at a time. */
  exportAll(from?: Position): AsyncIterable<ConsentRecord>;
}

export interface ConsentReaderDeps {
  readonly store: ConsentStore;
  readonly keys: SubjectKeys;
  readonly tenant: string;
}

const EXPORT_PAGE = 1_000;

/** Opens a ledger for reading. Callers of one turn share a round trip. */
export function createConsentReader({ store, keys, tenant }: ConsentReaderDeps): ConsentReader {
  const loadSealed = coalesceLoads(store);
  const open = (chain: readonly StoredRecord[] = []): readonly ConsentRecord[] => chain.map((sealed) => openRecord(tenant, sealed));
  const load = async (subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, readonly ConsentRecord[]>> => {
    const unique = [...new Set(subjects)];
    const stored = await loadSealed(unique);
    return new Map(unique.map((subject) => [subject, open(stored.get(subject))]));
  };
  return {
    load,
    async decide(questions) {
      const stored = await loadSealed(questions.map((question) => question.subject));
      let last: { readonly subject: SubjectRef; readonly records: readonly ConsentRecord[] } | null = null;
      return questions.map((question) => {
        // A person's steps mostly come one after the other.
        if (last?.subject !== question.subject) last = { subject: question.subject, records: open(stored.get(question.subject)) };
        return decideConsent(last.records, question);
      });
    },
    async history(subject) {
      const [stored, found] = await Promise.all([store.load([subject]), keys.find([subject])]);
      return (stored.get(subject) ?? []).map((sealed) => openPersonalRecord(tenant, sealed, found.get(subject)));
    },
    async *exportAll(from = 0) {
      for (let position = from; ; ) {
        const page = await store.scan(position, EXPORT_PAGE);
        if (page.records.length === 0) return;
        const found = await keys.find(page.records.map((record) => record.subject));
        for (const sealed of page.records) yield openPersonalRecord(tenant, sealed, found.get(sealed.subject));
        position = page.next;
      }
    },
  };
}
