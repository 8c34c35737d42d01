import type { DocumentStore } from '../cascade/stores/document-store.ts';
import { sha256Hex } from '../ledger/hash.ts';
import type { NoticeText } from '../proof/bundle.ts';

const PREFIX = 'notice/';

/**
 * Keeps texts as they were shown, each under its hash, version and language. A text that is kept is never changed: evidence points at it.
 * @returns what a record's evidence says of each text, in their order.
 */
export async function keepNotices(
  documents: DocumentStore,
  notices: readonly NoticeText[],
): Promise<readonly { readonly hash: string; readonly version: string; readonly language: string }[]> {
  return Promise.all(
    notices.map(async ({ version, language, text }) => {
      const hash = sha256Hex(text);
      await documents.putIfVersion(`${PREFIX}${hash}/${encodeURIComponent(version)}/${encodeURIComponent(language)}`, 0, { version, language, text });
      return { hash, version, language };
    }),
  );
}

/** Every text that was ever shown: what bundles and access answers quote. */
export async function keptNotices(documents: DocumentStore): Promise<readonly NoticeText[]> {
  const found = await documents.list(PREFIX);
  return found.map(({ value }) => value as unknown as NoticeText);
}
