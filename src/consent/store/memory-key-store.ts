import type { SubjectRef } from '../../ledger/subject-ref.ts';
import type { KeyStore } from './key-store.ts';

/** Keys in this process's memory: for tests and try-outs. */
export function memoryKeyStore(): KeyStore {
  const shares = new Map<SubjectRef, Uint8Array>();
  return {
    async getOrCreate(offered) {
      const answer = new Map<SubjectRef, Uint8Array>();
      for (const [subject, share] of offered) {
        const kept = shares.get(subject) ?? share.slice();
        shares.set(subject, kept);
        answer.set(subject, kept.slice());
      }
      return answer;
    },
    async get(subjects) {
      const answer = new Map<SubjectRef, Uint8Array>();
      for (const subject of subjects) {
        const share = shares.get(subject);
        if (share !== undefined) answer.set(subject, share.slice());
      }
      return answer;
    },
    async destroy(subjects) {
      for (const subject of subjects) {
        shares.get(subject)?.fill(0);
        shares.delete(subject);
      }
    },
  };
}
