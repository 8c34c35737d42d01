import type { KeyObject } from 'node:crypto';
import { LicetError } from '../../errors.ts';
import { viewPacked } from './pack-record.ts';
import type { Terms } from './pack-terms.ts';
import { decryptPersonal } from './personal-fields.ts';
import type { ConsentRecord, Evidence } from './record.ts';
import type { SealedBody } from './sealed-body.ts';
import type { SealedRecord, StoredRecord } from './sealed-record.ts';

/** A stored record cannot be read: its text is not what licet sealed. Run the ledger's verification. */
export class RecordUnreadableError extends LicetError<'record-unreadable'> {
  override readonly name = 'RecordUnreadableError';
  constructor(options?: ErrorOptions) {
    super(
      'record-unreadable',
      'A stored consent record is not in the form it was sealed in; verify the ledger to find where it was changed.',
      options,
    );
  }
}

/**
 * Reads a sealed record without its personal fields: what decisions need.
 * @throws {RecordUnreadableError} when the text is not a sealed record.
 */
export function openRecord(tenant: string, sealed: SealedRecord & Pick<StoredRecord, 'packed'>): ConsentRecord {
  const quick = sealed.packed === undefined ? null : unpackedRecord(tenant, sealed, sealed.packed);
  return quick ?? toRecord(tenant, sealed, parseBody(sealed));
}

/** Reads a sealed record with its personal fields; they are `null` when the person's key is gone. */
export function openPersonalRecord(tenant: string, sealed: SealedRecord, key: KeyObject | undefined): ConsentRecord {
  const body = parseBody(sealed);
  const record = toRecord(tenant, sealed, body);
  if (body.personal === undefined) return record;
  const personal = key === undefined ? null : decryptPersonal(body.personal, key, Buffer.from(body.salt, 'base64'), body.id);
  if (personal?.sourceUrl === undefined) return { ...record, personal };
  const evidence: Evidence = { ...record.evidence, sourceUrl: personal.sourceUrl };
  return { ...record, evidence, personal };
}

/** Reads the members of a sealed text. @throws {RecordUnreadableError} */
export function parseBody(sealed: SealedRecord): SealedBody {
  let body: SealedBody;
  try {
    body = JSON.parse(sealed.body) as SealedBody;
  } catch (cause) {
    throw new RecordUnreadableError({ cause });
  }
  if (body?.version !== 1 || body.subject !== sealed.subject || body.sequence !== sealed.sequence) throw new RecordUnreadableError();
  return body;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Written out member by member: a spread costs as much as parsing. */
function toRecord(tenant: string, sealed: SealedRecord, body: SealedBody): ConsentRecord {
  const record: Writable<ConsentRecord> = {
    kind: body.kind,
    subject: sealed.subject,
    sender: body.sender,
    channels: body.channels,
    purposes: body.purposes,
    evidence: body.evidence,
    occurredAt: new Date(body.occurredAt),
    recordedAt: new Date(body.recordedAt),
    id: body.id,
    tenant,
    sequence: sealed.sequence,
    previousHash: body.previousHash ?? null,
    hash: sealed.hash,
  };
  if (body.validUntil !== undefined) record.validUntil = new Date(body.validUntil);
  if (body.answers !== undefined) record.answers = body.answers;
  addTerms(record, body);
  return record;
}

/** The record of packed bytes; `null` when they are not packed. */
function unpackedRecord(tenant: string, { subject, sequence, hash }: SealedRecord, bytes: Buffer): ConsentRecord | null {
  const view = viewPacked(bytes);
  if (view === null) return null;
  const { terms, proofHash } = view;
  const record: Writable<ConsentRecord> = {
    kind: terms.kind,
    subject,
    sender: terms.sender,
    channels: terms.channels,
    purposes: terms.purposes,
    evidence: proofHash === undefined ? terms.evidence : { ...terms.evidence, proofHash },
    occurredAt: new Date(view.occurredMs),
    recordedAt: new Date(view.recordedMs),
    id: view.id,
    tenant,
    sequence,
    previousHash: view.previousHash ?? null,
    hash,
  };
  if (view.endMs !== undefined) record.validUntil = new Date(view.endMs);
  if (view.answers !== undefined) record.answers = view.answers;
  addTerms(record, terms);
  return record;
}

function addTerms(record: Writable<ConsentRecord>, { reason, jurisdiction, lawfulBasis }: Terms): void {
  if (reason !== undefined) record.reason = reason;
  if (jurisdiction !== undefined) record.jurisdiction = jurisdiction;
  if (lawfulBasis !== undefined) record.lawfulBasis = lawfulBasis;
}
