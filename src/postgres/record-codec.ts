import { packParts } from '../consent/record/pack-record.ts';
import type { packedRecord } from '../consent/record/packed-record.ts';
import type { SubjectRef } from '../consent/record/record.ts';
import type { SealedRecord, StoredRecord } from '../consent/record/sealed-record.ts';
import { sha256Hex } from '../ledger/hash.ts';

/** Bytes of a person's reference in every column: 144 bits, as `subjectRef` makes them. */
export const PERSON_BYTES = 18;
const REF_FORM = /^[A-Za-z0-9_-]{24}$/;

/** The references of subjects as bytes, one behind the other. A subject that is none (a ledger moved here from elsewhere) goes by its hash, and its record keeps the text. */
export function personsOf(subjects: readonly string[]): Buffer {
  if (subjects.every((subject) => REF_FORM.test(subject))) return Buffer.from(subjects.join(''), 'base64url');
  return Buffer.concat(subjects.map((subject) => (REF_FORM.test(subject) ? Buffer.from(subject, 'base64url') : hashed(subject))));
}

function hashed(subject: string): Buffer {
  return Buffer.from(sha256Hex(subject).slice(0, PERSON_BYTES * 2), 'hex');
}

/** Byte strings as the text of a PostgreSQL array. */
export function byteaArray(values: readonly Uint8Array[]): string {
  return values.length === 0 ? '{}' : `{${values.map((value) => `"\\\\x${Buffer.from(value).toString('hex')}"`).join(',')}}`;
}

/** Whole numbers as the text of a PostgreSQL array. */
export function intArray(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}

/** Records for one insert: the persons, then of each record its body and personal fields, all in one string of bytes. A thousand parameters would cost more than the rows. */
export interface RecordColumns {
  readonly bytes: Buffer;
  /** Of each record, as the text of an array: its sequence, where its body begins, from 1, and the lengths of both parts. */
  readonly sequences: string;
  readonly starts: string;
  readonly bodies: string;
  readonly personals: string;
}

export function recordColumns(records: readonly SealedRecord[]): RecordColumns {
  const parts = records.map(packParts);
  const starts: number[] = [];
  let start = records.length * PERSON_BYTES + 1;
  for (const { body, personal } of parts) {
    starts.push(start);
    start += body.length + personal.length;
  }
  return {
    bytes: Buffer.concat([personsOf(records.map(({ subject }) => subject)), ...parts.flatMap(({ body, personal }) => [body, personal])]),
    sequences: intArray(records.map(({ sequence }) => sequence)),
    starts: intArray(starts),
    bodies: intArray(parts.map(({ body }) => body.length)),
    personals: intArray(parts.map(({ personal }) => personal.length)),
  };
}

/**
 * One record as bytes, in SQL: position, sequence, length of what is packed, person, what is packed. Many of them are joined to one value, because
 * a driver spends more on each row it reads than licet on deciding it.
 */
export const FRAME = `int8send(position) || int4send(sequence) || int4send(octet_length(body) + coalesce(octet_length(personal), 0)) || person || body || coalesce(personal, '')`;
/** The same without the personal fields, which are two thirds of it. */
export const DECISION_FRAME = `int8send(position) || int4send(sequence) || int4send(octet_length(body)) || person || body`;
const HEAD_BYTES = 16;

/** The records of joined frames, in their order, each made by `packedRecord` or `packedDecision`. */
export function readFrames(value: Uint8Array | null | undefined, make: typeof packedRecord): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  if (value === null || value === undefined) return records;
  const bytes = asBuffer(value);
  for (let at = 0; at < bytes.length; ) {
    const position = bytes.readUInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
    const sequence = bytes.readInt32BE(at + 8);
    const person = at + HEAD_BYTES;
    const body = person + PERSON_BYTES;
    const end = body + bytes.readInt32BE(at + 12);
    records.push(make(bytes.toString('base64url', person, body) as SubjectRef, sequence, position, bytes.subarray(body, end)));
    at = end;
  }
  return records;
}

/** PostgreSQL clients give bytes as a `Buffer`, PGlite as a plain array of them. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
