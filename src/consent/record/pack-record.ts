import {
  type ByteReader,
  createByteReader,
  createByteWriter,
  readCount,
  readEncoded,
  readInstant,
  readText,
  readU8,
  skipBytes,
} from '../../ledger/byte-codec.ts';
import { instantText } from './instant-text.ts';
import { isHex, packTerms, readTerms, type Terms } from './pack-terms.ts';
import type { SubjectRef } from './record.ts';
import { sealedBody } from './seal-record.ts';
import { type SealedBody, writeBody } from './sealed-body.ts';
import type { SealedRecord } from './sealed-record.ts';

/** A record kept as it is, because its text or hash is not one that packing can give back. */
const AS_IS = 0;
/** The hash and the members of the text in binary form. */
const PACKED = 1;

const HAS_PREVIOUS = 1;
const HAS_PERSONAL = 2;
const HAS_END = 4;
const RECORDED_EARLIER = 8;
const HAS_ANSWERS = 16;
const HAS_PROOF = 32;
const HEX_PROOF = 64;
const ALL_FLAGS = 127;

/** How an id is kept: as a text, or as the 16 bytes behind a usual form. */
const TEXT_ID = 0;
const UUID = 1;
const IMPORT_ID = 2;
const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const IMPORT_FORM = /^import:[0-9a-f]{32}$/;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const NOTHING = Buffer.alloc(0);
const writer = createByteWriter();

/** Subject and place in the person's chain. */
export interface RecordPlace {
  readonly subject: SubjectRef;
  readonly sequence: number;
}

/**
 * A sealed record in about half its bytes, without sequence and mostly without subject, which a store has in columns. `unpackText` gives the text
 * back to the bit: what does not come back so, whatever the reason, is kept as it is.
 */
export function packRecord(record: SealedRecord): Buffer {
  return whole(packParts(record));
}

/** A packed record in two parts: what decisions read, and the encrypted personal fields behind it, empty when it has none. */
export interface PackedParts {
  readonly body: Buffer;
  readonly personal: Buffer;
}

/** As `packRecord`, for a store that reads the parts one without the other. */
export function packParts(record: SealedRecord): PackedParts {
  const packed = isHex(record.hash) ? packKnown(record) : null;
  if (packed !== null) return packed;
  writer.u8(AS_IS);
  writer.text(record.hash);
  writer.text(record.subject);
  writer.bytes(Buffer.from(record.body));
  return { body: writer.take(), personal: NOTHING };
}

function whole({ body, personal }: PackedParts): Buffer {
  return personal.length === 0 ? body : Buffer.concat([body, personal]);
}

/** Whether these are the members of a record in binary form, and not a record kept as it is. */
export function isPacked(bytes: Buffer): boolean {
  return bytes[0] === PACKED;
}

/** Whoever has sealed the record himself need not read its text again, nor prove that it comes back. */
function packKnown(record: SealedRecord): PackedParts | null {
  const sealed = sealedBody(record);
  try {
    const packed = packBody(sealed ?? (JSON.parse(record.body) as SealedBody), record.hash);
    return packed === null || sealed !== undefined || unpackText(whole(packed), record) === record.body ? packed : null;
  } catch {
    // Not a record of licet, or an instant beyond what six bytes hold.
    writer.take();
    return null;
  }
}

/** The members of a record and its hash, in binary form; `null` when one of them has none. @throws on members that are not what they should be. */
function packBody(body: SealedBody, hash: string): PackedParts | null {
  const occurredMs = Date.parse(body.occurredAt);
  const recordedMs = body.recordedAt === body.occurredAt ? occurredMs : Date.parse(body.recordedAt);
  const endMs = body.validUntil === undefined ? 0 : Date.parse(body.validUntil);
  const terms = packTerms(body);
  const salt = bytesOf(body.salt);
  const personal = body.personal === undefined ? NOTHING : bytesOf(body.personal);
  const { previousHash, answers } = body;
  if (Number.isNaN(occurredMs + recordedMs + endMs) || terms === null || salt?.length !== SALT_BYTES || personal === null) return null;
  if (previousHash !== undefined && !isHex(previousHash)) return null;
  const { proofHash } = body.evidence;
  const hexProof = proofHash !== undefined && isHex(proofHash);
  writer.u8(PACKED);
  writer.encoded(hash, 'hex', HASH_BYTES);
  writer.u8(
    (previousHash === undefined ? 0 : HAS_PREVIOUS) +
      (body.personal === undefined ? 0 : HAS_PERSONAL) +
      (body.validUntil === undefined ? 0 : HAS_END) +
      (recordedMs < occurredMs ? RECORDED_EARLIER : 0) +
      (answers === undefined ? 0 : HAS_ANSWERS) +
      (proofHash === undefined ? 0 : HAS_PROOF) +
      (hexProof ? HEX_PROOF : 0),
  );
  writer.instant(occurredMs);
  writer.count(Math.abs(recordedMs - occurredMs));
  if (body.validUntil !== undefined) writer.instant(endMs);
  writer.count(terms.length);
  writer.bytes(terms);
  writeId(body.id);
  if (answers !== undefined) writeId(answers);
  if (previousHash !== undefined) writer.encoded(previousHash, 'hex', HASH_BYTES);
  if (hexProof) writer.encoded(proofHash, 'hex', HASH_BYTES);
  else if (proofHash !== undefined) writer.text(proofHash);
  writer.bytes(salt);
  return { body: writer.take(), personal };
}

/** The bytes of base64 text; `null` when they would be written otherwise. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function writeId(id: string): void {
  const form = UUID_FORM.test(id) ? UUID : IMPORT_FORM.test(id) ? IMPORT_ID : TEXT_ID;
  writer.u8(form);
  if (form === TEXT_ID) writer.text(id);
  else writer.encoded(form === UUID ? id.replaceAll('-', '') : id.slice('import:'.length), 'hex', 16);
}

/** What packed bytes say; salt and personal fields are left where they are. */
export interface PackedView {
  readonly terms: Terms;
  readonly occurredMs: number;
  readonly recordedMs: number;
  readonly endMs: number | undefined;
  readonly id: string;
  readonly answers: string | undefined;
  readonly previousHash: string | undefined;
  readonly proofHash: string | undefined;
  /** Where the salt begins. */
  readonly at: number;
  readonly hasPersonal: boolean;
}

/** Reads packed bytes; `null` for a record that is kept as it is, and for bytes that are none. */
export function viewPacked(bytes: Buffer): PackedView | null {
  if (bytes[0] !== PACKED) return null;
  const from = createByteReader(bytes, 1 + HASH_BYTES);
  const flags = readU8(from);
  const occurredMs = readInstant(from);
  const apart = readCount(from);
  const recordedMs = flags & RECORDED_EARLIER ? occurredMs - apart : occurredMs + apart;
  const endMs = flags & HAS_END ? readInstant(from) : undefined;
  const length = readCount(from);
  const start = skipBytes(from, length);
  const terms = from.sound ? readTerms(bytes, start, from.at) : null;
  if (terms === null || flags > ALL_FLAGS) return null;
  const id = readId(from);
  const answers = flags & HAS_ANSWERS ? readId(from) : undefined;
  const previousHash = flags & HAS_PREVIOUS ? readEncoded(from, 'hex', HASH_BYTES) : undefined;
  const proofHash = flags & HAS_PROOF ? (flags & HEX_PROOF ? readEncoded(from, 'hex', HASH_BYTES) : readText(from)) : undefined;
  const at = skipBytes(from, SALT_BYTES);
  const hasPersonal = (flags & HAS_PERSONAL) !== 0;
  if (!from.sound || (!hasPersonal && from.at !== from.end)) return null;
  return { terms, occurredMs, recordedMs, endMs, id, answers, previousHash, proofHash, at, hasPersonal };
}

function readId(from: ByteReader): string {
  const form = readU8(from);
  if (form === TEXT_ID) return readText(from);
  const hex = readEncoded(from, 'hex', 16);
  if (form === IMPORT_ID) return `import:${hex}`;
  if (form !== UUID) from.sound = false;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What a store reads of every record: its hash, and its subject where that is not a reference as `subjectRef` makes it. Empty for bytes that are none. */
export function unpackHead(bytes: Buffer): { readonly hash: string; readonly subject: SubjectRef | null } {
  const from = createByteReader(bytes, 1);
  if (bytes[0] !== AS_IS) return { hash: readEncoded(from, 'hex', HASH_BYTES), subject: null };
  const hash = readText(from);
  return { hash, subject: readText(from) as SubjectRef };
}

/** The sealed text of a packed record; for bytes that are none an empty one, which has not the record's hash. */
export function unpackText(bytes: Buffer, { subject, sequence }: RecordPlace): string {
  if (bytes[0] === AS_IS) {
    const from = createByteReader(bytes, 1);
    for (let before = 0; before < 2; before += 1) skipBytes(from, readCount(from));
    return from.sound ? bytes.toString('utf8', from.at) : '';
  }
  const view = viewPacked(bytes);
  if (view === null || !isInstant(view.occurredMs) || !isInstant(view.recordedMs)) return '';
  const { terms, at, proofHash, endMs } = view;
  return writeBody({
    ...terms,
    evidence: proofHash === undefined ? terms.evidence : { ...terms.evidence, proofHash },
    id: view.id,
    answers: view.answers,
    previousHash: view.previousHash,
    salt: bytes.toString('base64', at, at + SALT_BYTES),
    personal: view.hasPersonal ? bytes.toString('base64', at + SALT_BYTES) : undefined,
    occurredAt: instantText(view.occurredMs),
    recordedAt: instantText(view.recordedMs),
    validUntil: endMs === undefined ? undefined : instantText(endMs),
    subject,
    sequence,
    version: 1,
  });
}

/** The last instant a calendar holds, in epoch milliseconds. */
const LAST_INSTANT = 8.64e15;

function isInstant(ms: number): boolean {
  return Math.abs(ms) <= LAST_INSTANT;
}
