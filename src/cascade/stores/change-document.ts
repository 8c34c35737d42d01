import pRetry from 'p-retry';
import { StoreConflictError } from '../../errors.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import type { DocumentStore, StoredDocument } from './document-store.ts';

const MAX_TRIES = 20;

/**
 * Reads a document, decides its next value and writes it, again and again while others are faster. `change` answers `undefined` to leave it as it is.
 * @returns the value that stands in the end.
 * @throws {StoreConflictError} when others were faster twenty times in a row.
 */
export async function changeDocument(
  documents: DocumentStore,
  key: string,
  change: (before: StoredDocument | undefined) => JsonValue | undefined,
): Promise<JsonValue | undefined> {
  return pRetry(
    async () => {
      const before = await documents.get(key);
      const value = change(before);
      if (value === undefined) return before?.value;
      if (await documents.putIfVersion(key, before?.version ?? 0, value)) return value;
      throw new StoreConflictError(`Document ${key} was changed by others ${MAX_TRIES} times in a row.`);
    },
    { retries: MAX_TRIES - 1, minTimeout: 0, shouldRetry: ({ error }) => error instanceof StoreConflictError },
  );
}
