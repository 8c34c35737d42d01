import type { KeyObject } from 'node:crypto';
import { InvalidOptionsError } from '../errors.ts';
import type { RandomBytes } from '../ledger/random.ts';
import type { SubjectRef } from '../ledger/subject-ref.ts';
import { dataKey } from './record/personal-fields.ts';
import type { KeyStore } from './store/key-store.ts';

const SHARE_BYTES = 32;

/** The data keys of people, ready to use. */
export interface SubjectKeys {
  /** Keys to encrypt with; makes those that are missing. */
  obtain(subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, KeyObject>>;
  /** Keys to read with; an erased person has none. */
  find(subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, KeyObject>>;
  /** @throws {InvalidOptionsError} when keys cannot be destroyed here: ask before anything is written. */
  requireErasable(): void;
  /** Destroys keys and makes sure they are gone. */
  destroy(subjects: readonly SubjectRef[]): Promise<void>;
}

/**
 * Keys made of the tenant's secret and each person's stored share. Without a key store they come from the secret alone: still encrypted,
 * but nobody can be erased.
 */
export function createSubjectKeys(secret: KeyObject, store: KeyStore | undefined, random: RandomBytes): SubjectKeys {
  if (store === undefined) return secretOnlyKeys(secret);
  return {
    async obtain(subjects) {
      if (subjects.length === 0) return new Map();
      const offered = new Map<SubjectRef, Uint8Array>();
      for (const subject of subjects) if (!offered.has(subject)) offered.set(subject, random(SHARE_BYTES));
      return derive(secret, await store.getOrCreate(offered));
    },
    async find(subjects) {
      return subjects.length === 0 ? new Map() : derive(secret, await store.get([...new Set(subjects)]));
    },
    requireErasable() {},
    async destroy(subjects) {
      await store.destroy(subjects);
      if ((await store.get(subjects)).size > 0) throw new Error('The key store still holds keys it was told to destroy.');
    },
  };
}

function derive(secret: KeyObject, shares: ReadonlyMap<SubjectRef, Uint8Array>): ReadonlyMap<SubjectRef, KeyObject> {
  const keys = new Map<SubjectRef, KeyObject>();
  for (const [subject, share] of shares) keys.set(subject, dataKey(secret, share));
  return keys;
}

function secretOnlyKeys(secret: KeyObject): SubjectKeys {
  const of = async (subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, KeyObject>> =>
    new Map(subjects.map((subject) => [subject, dataKey(secret, Buffer.from(subject))]));
  const requireErasable = (): never => {
    throw new InvalidOptionsError('Erasing a person needs a key store.', [{ path: 'keys', expected: 'a KeyStore, for instance memoryKeyStore()' }]);
  };
  return { obtain: of, find: of, requireErasable, destroy: async () => requireErasable() };
}
