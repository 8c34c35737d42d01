import type { JsonValue } from '../../ledger/canonical-json.ts';

export interface StoredDocument {
  readonly key: string;
  /** Grows by one with every write, from 1. */
  readonly version: number;
  readonly value: JsonValue;
}

/**
 * Small administrative documents of one tenant: campaigns, controls, complaint cases, template states, attestations.
 * Keys are paths such as `campaign/spring`.
 */
export interface DocumentStore {
  get(key: string): Promise<StoredDocument | undefined>;

  /**
   * Writes when the document still has this version; 0 means that there is none.
   * @returns `false` when somebody else was faster: read again and decide again.
   */
  putIfVersion(key: string, version: number, value: JsonValue): Promise<boolean>;

  /** All documents whose key starts so, in order of key. */
  list(prefix: string): Promise<readonly StoredDocument[]>;
}

/** Documents in this process. */
export function memoryDocumentStore(): DocumentStore {
  const documents = new Map<string, StoredDocument>();
  return {
    async get(key) {
      return documents.get(key);
    },
    async putIfVersion(key, version, value) {
      if ((documents.get(key)?.version ?? 0) !== version) return false;
      documents.set(key, { key, version: version + 1, value: structuredClone(value) });
      return true;
    },
    async list(prefix) {
      return [...documents.values()].filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}
