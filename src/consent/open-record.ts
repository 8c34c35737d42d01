import type { KeyObject } from 'node:crypto';
import { LicetError } from '../errors.ts';
import { decryptPersonal } from './personal-fields.ts';
import type { ConsentRecord, Evidence } from './record.ts';
import type { SealedRecord } from './sealed-record.ts';

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

/** The members of a sealed text, version 1. */
export interface SealedBody
  extends Omit<ConsentRecord, 'occurredAt' | 'recordedAt' | 'validUntil' | 'personal' | 'tenant' | 'hash' | 'previousHash'> {
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly validUntil?: string;
  readonly previousHash?: string;
  readonly salt: string;
  readonly personal?: string;
  readonly version: 1;
}

/**
 * Reads a sealed record without its personal fields: what decisions need.
 * @throws {RecordUnreadableError} when the text is not a sealed record.
 */
export function openRecord(tenant: string, sealed: SealedRecord): ConsentRecord {
  return toRecord(tenant, sealed, parseBody(sealed));
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

/** Written out member by member: a spread costs as much as parsing. */
function toRecord(tenant: string, sealed: SealedRecord, body: SealedBody): ConsentRecord {
  const record: { -readonly [Name in keyof ConsentRecord]: ConsentRecord[Name] } = {
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
  if (body.reason !== undefined) record.reason = body.reason;
  if (body.answers !== undefined) record.answers = body.answers;
  if (body.jurisdiction !== undefined) record.jurisdiction = body.jurisdiction;
  if (body.lawfulBasis !== undefined) record.lawfulBasis = body.lawfulBasis;
  return record;
}
