import { canonicalString } from '../ledger/canonical-json.ts';
import { entryHash } from '../ledger/hash.ts';
import type { ConsentEvent, Evidence } from './record.ts';
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

/**
 * Writes and hashes one record. The text is its canonical JSON (RFC 8785), written member by member in sorted order because sorting in
 * general costs more than the hash.
 */
export function sealRecord(draft: RecordDraft): SealedRecord {
  const body = `{${text('answers', draft.answers)}"channels":${list(draft.channels)},"evidence":${evidence(draft.evidence)},"id":${canonicalString(draft.id)},${text(
    'jurisdiction',
    draft.jurisdiction,
  )}"kind":"${draft.kind}",${text('lawfulBasis', draft.lawfulBasis)}"occurredAt":"${draft.occurredAt.toISOString()}",${text(
    'personal',
    draft.personal,
  )}${text('previousHash', draft.previousHash ?? undefined)}"purposes":${list(draft.purposes)},${text(
    'reason',
    draft.reason,
  )}"recordedAt":"${draft.recordedAt.toISOString()}","salt":"${draft.salt}","sender":${canonicalString(draft.sender)},"sequence":${
    draft.sequence
  },"subject":"${draft.subject}",${draft.validUntil === undefined ? '' : `"validUntil":"${draft.validUntil.toISOString()}",`}"version":1}`;
  return { subject: draft.subject, sequence: draft.sequence, hash: entryHash(body), body };
}

function text(name: string, value: string | undefined): string {
  return value === undefined ? '' : `"${name}":${canonicalString(value)},`;
}

function list(values: readonly string[] | '*'): string {
  return values === '*' ? '"*"' : `[${values.map(canonicalString).join(',')}]`;
}

function evidence(given: Evidence): string {
  const { notice } = given;
  const shown =
    notice === undefined
      ? ''
      : `,"notice":{"hash":${canonicalString(notice.hash)},"language":${canonicalString(notice.language)},"version":${canonicalString(notice.version)}}`;
  const proof = given.proofHash === undefined ? '' : `,"proofHash":${canonicalString(given.proofHash)}`;
  const actor = given.actor === undefined ? '' : `"actor":${canonicalString(given.actor)},`;
  return `{${actor}"grade":"${given.grade}","method":"${given.method}"${shown}${proof}}`;
}
