import { packRecord } from '../consent/pack-record.ts';
import { packedRecord } from '../consent/packed-record.ts';
import type { SubjectRef } from '../consent/record.ts';
import type { SealedRecord, StoredRecord } from '../consent/sealed-record.ts';
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

/** Records for one insert: the persons, then the packed records, all in one string of bytes. A thousand parameters would cost more than the rows. */
export interface RecordColumns {
  readonly bytes: Buffer;
  /** Of each record, as the text of an array: its sequence, and where its packed bytes begin, from 1, and how many they are. */
  readonly sequences: string;
  readonly starts: string;
  readonly lengths: string;
}

export function recordColumns(records: readonly SealedRecord[]): RecordColumns {
  const bodies = records.map(packRecord);
  const starts: number[] = [];
  let start = records.length * PERSON_BYTES + 1;
  for (const { length } of bodies) {
    starts.push(start);
    start += length;
  }
  return {
    bytes: Buffer.concat([personsOf(records.map(({ subject }) => subject)), ...bodies]),
    sequences: intArray(records.map(({ sequence }) => sequence)),
    starts: intArray(starts),
    lengths: intArray(bodies.map(({ length }) => length)),
  };
}

/**
 * One record as bytes, in SQL: position, sequence, length of the body, person, body. Many of them are joined to one value, because a driver
 * spends more on each row it reads than licet on deciding it.
 */
export const FRAME = `int8send(position) || int4send(sequence) || int4send(octet_length(body)) || person || body`;
const HEAD_BYTES = 16;

/** The records of joined frames, in their order. */
export function readFrames(value: unknown): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  if (value === null || value === undefined) return records;
  const bytes = asBuffer(value as Uint8Array);
  for (let at = 0; at < bytes.length; ) {
    const position = bytes.readUInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
    const sequence = bytes.readInt32BE(at + 8);
    const person = at + HEAD_BYTES;
    const body = person + PERSON_BYTES;
    const end = body + bytes.readInt32BE(at + 12);
    records.push(packedRecord(bytes.toString('base64url', person, body) as SubjectRef, sequence, position, bytes.subarray(body, end)));
    at = end;
  }
  return records;
}

/** PostgreSQL clients give bytes as a `Buffer`, PGlite as a plain array of them. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
