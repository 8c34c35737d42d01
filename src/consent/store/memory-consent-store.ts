import { StoreConflictError } from '../../errors.ts';
import type { SubjectRef } from '../../ledger/subject-ref.ts';
import type { SealedRecord, StoredRecord } from '../record/sealed-record.ts';
import type { ConsentStore } from './consent-store.ts';

/** A ledger in this process's memory: for tests, try-outs and simulations. */
export function memoryConsentStore(): ConsentStore {
  const log: StoredRecord[] = [];
  const chains = new Map<SubjectRef, StoredRecord[]>();
  return {
    async append(records) {
      const fresh = new Map<string, SealedRecord>();
      const answer = records.map((record) => {
        const place = `${record.subject}/${record.sequence}`;
        const there = fresh.get(place) ?? chains.get(record.subject)?.find((kept) => kept.sequence === record.sequence);
        if (there === undefined) {
          fresh.set(place, record);
          return 'appended' as const;
        }
        if (there.hash === record.hash) return 'duplicate' as const;
        throw new StoreConflictError('Another record holds this place of the chain; load it again and append after it.');
      });
      for (const { subject, sequence, hash, body } of fresh.values()) {
        const stored: StoredRecord = Object.freeze({ subject, sequence, hash, body, position: log.length });
        log.push(stored);
        const chain = chains.get(subject);
        if (chain === undefined) chains.set(subject, [stored]);
        else insertInOrder(chain, stored);
      }
      return answer;
    },
    async load(subjects) {
      const answer = new Map<SubjectRef, readonly StoredRecord[]>();
      for (const subject of subjects) answer.set(subject, chains.get(subject)?.slice() ?? []);
      return answer;
    },
    async scan(from, limit) {
      const records = log.slice(from, from + limit);
      return { records, next: from + records.length };
    },
  };
}

function insertInOrder(chain: StoredRecord[], record: StoredRecord): void {
  let at = chain.length;
  while (at > 0 && chain[at - 1]!.sequence > record.sequence) at -= 1;
  chain.splice(at, 0, record);
}
