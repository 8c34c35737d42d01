import { canonicalString } from '../../ledger/canonical-json.ts';
import type { ConsentRecord, Evidence } from './record.ts';

/** The members of a sealed text, version 1: instants as ISO 8601, hashes as hex, salt and ciphertext as base64. */
export interface SealedBody
  extends Omit<ConsentRecord, 'occurredAt' | 'recordedAt' | 'validUntil' | 'personal' | 'tenant' | 'hash' | 'previousHash' | 'answers'> {
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly validUntil?: string | undefined;
  readonly previousHash?: string | undefined;
  readonly salt: string;
  readonly personal?: string | undefined;
  readonly answers?: string | undefined;
  readonly version: 1;
}

/** The canonical JSON (RFC 8785) of these members, written one by one in sorted order because sorting in general costs more than the hash. */
export function writeBody(body: SealedBody): string {
  return `{${text('answers', body.answers)}"channels":${list(body.channels)},"evidence":${evidence(body.evidence)},"id":${canonicalString(body.id)},${text(
    'jurisdiction',
    body.jurisdiction,
  )}"kind":"${body.kind}",${text('lawfulBasis', body.lawfulBasis)}"occurredAt":"${body.occurredAt}",${text('personal', body.personal)}${plain(
    'previousHash',
    body.previousHash,
  )}"purposes":${list(body.purposes)},${text('reason', body.reason)}"recordedAt":"${body.recordedAt}","salt":"${body.salt}","sender":${canonicalString(
    body.sender,
  )},"sequence":${body.sequence},"subject":"${body.subject}",${plain('validUntil', body.validUntil)}"version":1}`;
}

function text(name: string, value: string | undefined): string {
  return value === undefined ? '' : `"${name}":${canonicalString(value)},`;
}

/** For what is made of letters and digits only. */
function plain(name: string, value: string | undefined): string {
  return value === undefined ? '' : `"${name}":"${value}",`;
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
