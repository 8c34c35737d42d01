import { entryHash } from '../ledger/hash.ts';
import { instantText } from './instant-text.ts';
import type { ConsentEvent } from './record.ts';
import { writeBody } from './sealed-body.ts';
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

/** Writes and hashes one record. The text is its canonical JSON (RFC 8785). */
export function sealRecord(draft: RecordDraft): SealedRecord {
  const { occurredAt, recordedAt, validUntil, previousHash } = draft;
  const body = writeBody({
    ...draft,
    occurredAt: instantText(occurredAt.getTime()),
    recordedAt: instantText(recordedAt.getTime()),
    validUntil: validUntil === undefined ? undefined : instantText(validUntil.getTime()),
    previousHash: previousHash ?? undefined,
    version: 1,
  });
  return { subject: draft.subject, sequence: draft.sequence, hash: entryHash(body), body };
}
