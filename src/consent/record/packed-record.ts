import type { SubjectRef } from '../../ledger/subject-ref.ts';
import { RecordUnreadableError } from './open-record.ts';
import { isPacked, unpackHead, unpackText } from './pack-record.ts';
import type { Position, StoredRecord } from './sealed-record.ts';

type Packed = { -readonly [Name in Exclude<keyof StoredRecord, 'body'>]-?: NonNullable<StoredRecord[Name]> };

/** Shared by all records, because an accessor on each of them costs more than all the rest. */
const bodyOnDemand = {
  get body(): string {
    const { packed, subject, sequence } = this as unknown as Packed;
    return unpackText(packed, { subject, sequence });
  },
};

/** The text of a record without its personal fields would be another text. A record that is kept as it is has none apart. */
const bodyLeftOut = {
  get body(): string {
    const { packed, subject, sequence } = this as unknown as Packed;
    if (isPacked(packed)) throw new RecordUnreadableError();
    return unpackText(packed, { subject, sequence });
  },
};

/**
 * A stored record over packed bytes: its text is made each time it is asked for.
 * @param person the subject that the store has beside them
 */
export function packedRecord(person: SubjectRef, sequence: number, position: Position, packed: Buffer): StoredRecord {
  return overBytes(bodyOnDemand, person, sequence, position, packed);
}

/** The same over packed bytes whose personal fields were left where they are: enough to decide, and nothing else. */
export function packedDecision(person: SubjectRef, sequence: number, position: Position, packed: Buffer): StoredRecord {
  return overBytes(bodyLeftOut, person, sequence, position, packed);
}

function overBytes(prototype: object, person: SubjectRef, sequence: number, position: Position, packed: Buffer): StoredRecord {
  const { hash, subject } = unpackHead(packed);
  const record = Object.create(prototype) as Packed & Pick<StoredRecord, 'body'>;
  record.subject = subject ?? person;
  record.sequence = sequence;
  record.position = position;
  record.hash = hash;
  record.packed = packed;
  return record;
}

/** Whether the packed form of a record, which decisions read, says what its text says, which proofs are made of. */
export function packedAsSaid(record: StoredRecord): boolean {
  return record.packed === undefined || Object.getPrototypeOf(record) === bodyOnDemand || unpackText(record.packed, record) === record.body;
}
