import { entryHash } from '../../ledger/hash.ts';
import { instantText } from './instant-text.ts';
import type { ConsentEvent } from './record.ts';
import { type SealedBody, writeBody } from './sealed-body.ts';
import type { SealedRecord } from './sealed-record.ts';

/** An event with all that its sealed text holds. Personal fields are encrypted already; `evidence.sourceUrl` is among them and is not written. */
export interface RecordDraft extends ConsentEvent {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: Date;
  readonly previousHash: string | null;
  /** 16 random bytes, base64: nobody can guess a record from its hash in another person's proof. */
  readonly salt: string;
  readonly personal?: string | undefined;
  readonly answers?: string | undefined;
}

const sealedBodies = new WeakMap<SealedRecord, SealedBody>();

/** Writes and hashes one record. The text is its canonical JSON (RFC 8785). */
export function sealRecord(draft: RecordDraft): SealedRecord {
  const { occurredAt, recordedAt, validUntil, previousHash } = draft;
  const members: SealedBody = {
    ...draft,
    occurredAt: instantText(occurredAt.getTime()),
    recordedAt: instantText(recordedAt.getTime()),
    validUntil: validUntil === undefined ? undefined : instantText(validUntil.getTime()),
    previousHash: previousHash ?? undefined,
    version: 1,
  };
  const body = writeBody(members);
  const sealed = { subject: draft.subject, sequence: draft.sequence, hash: entryHash(body), body };
  sealedBodies.set(sealed, members);
  return Object.freeze(sealed);
}

/** The members of a record that `sealRecord` made in this process: a store that packs it need not read its text. A copy of the record has none. */
export function sealedBody(record: SealedRecord): SealedBody | undefined {
  return sealedBodies.get(record);
}
