import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRecord, type RecordDraft, type SealedRecord, type SubjectRef, sealRecord } from '../../src/consent/index.ts';
import { packRecord, unpackHead, unpackText } from '../../src/consent/record/pack-record.ts';
import { packedRecord } from '../../src/consent/record/packed-record.ts';
import { channels } from '../../src/law/vocabulary.ts';
import { canonicalJson, type JsonValue } from '../../src/ledger/index.ts';
import { day, start } from './support.ts';

const subject = 'Sub_ject-ref000000000000' as SubjectRef;
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const base64 = (options: { minLength?: number; maxLength: number }) => fc.uint8Array(options).map((bytes) => Buffer.from(bytes).toString('base64'));
const id = fc.oneof(
  text,
  fc.uuid(),
  hex(32).map((digits) => `import:${digits}`),
);
const instant = fc.date({ noInvalidDate: true, min: new Date(-1e13), max: new Date(1e14) });
const anyDraft: fc.Arbitrary<RecordDraft> = fc.record(
  {
    kind: fc.constantFrom<RecordDraft['kind'][]>('granted', 'withdrawn', 'suppressed', 'challenge-failed'),
    subject: fc.constant(subject),
    sender: text,
    channels: fc.oneof(fc.constant('*' as const), fc.subarray([...channels])),
    purposes: fc.oneof(fc.constant('*' as const), fc.array(text, { maxLength: 3 })),
    evidence: fc.record(
      {
        method: fc.constantFrom('call' as const, 'import' as const),
        grade: fc.constantFrom('A' as const, 'C' as const),
        actor: text,
        proofHash: fc.oneof(hex(64), text),
        notice: fc.record({ hash: fc.oneof(hex(64), text), version: text, language: text }),
      },
      { requiredKeys: ['method', 'grade'] },
    ),
    occurredAt: instant,
    recordedAt: instant,
    id,
    sequence: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    previousHash: fc.oneof(fc.constant(null), hex(64)),
    salt: base64({ minLength: 16, maxLength: 16 }),
    jurisdiction: text,
    reason: text,
    answers: id,
    personal: fc.oneof(text, base64({ maxLength: 60 })),
    validUntil: instant,
    lawfulBasis: fc.constantFrom('consent' as const, 'soft-opt-in' as const),
  },
  {
    requiredKeys: [
      'kind',
      'subject',
      'sender',
      'channels',
      'purposes',
      'evidence',
      'occurredAt',
      'recordedAt',
      'id',
      'sequence',
      'previousHash',
      'salt',
    ],
  },
);
const unpacked = (record: SealedRecord): SealedRecord => {
  const packed = buffer(packRecord(record));
  return { subject: record.subject, sequence: record.sequence, hash: unpackHead(packed).hash, body: unpackText(packed, record) };
};
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes);

const plainDraft: RecordDraft = {
  kind: 'granted',
  subject,
  sender: 'acme',
  channels: ['sms', 'max'],
  purposes: ['offers'],
  evidence: { method: 'web-form', grade: 'B', notice: { hash: 'ab'.repeat(32), version: '1', language: 'ru' }, proofHash: 'cd'.repeat(32) },
  jurisdiction: 'RU',
  occurredAt: start,
  recordedAt: day(1),
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  sequence: 1,
  previousHash: 'ef'.repeat(32),
  salt: Buffer.alloc(16, 5).toString('base64'),
  personal: Buffer.alloc(40, 9).toString('base64'),
};

function sealedOne(): SealedRecord {
  return sealRecord(plainDraft);
}

describe('packRecord', () => {
  it('gives back every sealed record to the bit', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const sealed = sealRecord(draft);
        expect(unpacked(sealed)).toEqual(sealed);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Partial<SealedRecord>]>([
    ['a text that is no record', { body: '{"kind":"granted","note":"Ünï 😀"}' }],
    ['JSON that is not canonical', { body: `${sealedOne().body} ` }],
    ['a hash that is not its own', { hash: 'f'.repeat(64) }],
    ['a text about another place', { sequence: 2 }],
    ['an empty text', { body: '', hash: '' }],
  ])('gives back %s', (_what, change) => {
    const record = { ...sealedOne(), ...change };
    expect(unpacked(record)).toEqual(record);
  });

  it.each<[string, Partial<RecordDraft>]>([
    ['a salt of another length', { salt: Buffer.alloc(15, 1).toString('base64') }],
    ['a salt that is no base64', { salt: 'no base64 at all =' }],
    ['a predecessor that is no hash', { previousHash: 'none' }],
    ['an instant of a distant year', { occurredAt: new Date(8e15) }],
    ['a word without a code', { kind: 'unheard-of' as never }],
    ['a channel without a code', { channels: ['pigeon' as never] }],
  ])('gives back a record sealed with %s, and a copy of it', (_what, change) => {
    const sealed = sealRecord({ ...plainDraft, ...change });
    expect(unpacked(sealed)).toEqual(sealed);
    expect(unpacked({ ...sealed })).toEqual(sealed);
    const { body } = packedRecord(subject, 1, 0, buffer(packRecord(sealed)));
    expect(body).toBe(sealed.body);
  });

  it('packs a copy of a record, whose text it has to read, into the same bytes', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const sealed = sealRecord(draft);
        expect(packRecord({ ...sealed })).toEqual(packRecord(sealed));
      }),
      { numRuns: 300 },
    );
  });

  it('halves a record', () => {
    const { body } = sealedOne();
    expect(packRecord(sealedOne()).length).toBeLessThan(body.length / 2);
  });

  it('opens to the same record as the text does', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const sealed = sealRecord(draft);
        const stored = packedRecord(subject, sealed.sequence, 7, buffer(packRecord(sealed)));
        expect({ ...openRecord('acme', stored) }).toEqual(openRecord('acme', sealed));
        expect(stored).toMatchObject({ subject, sequence: sealed.sequence, hash: sealed.hash, body: sealed.body, position: 7 });
      }),
      { numRuns: 500 },
    );
  });

  it('whatever its bytes are turned into, opens to what its text says or does not open', () => {
    const packed = packRecord(sealedOne());
    const opened = (record: SealedRecord): unknown => {
      try {
        return { ...openRecord('acme', record) };
      } catch (error) {
        return (error as Error).name;
      }
    };
    for (let bit = 0; bit < packed.length * 8; bit += 1) {
      const bytes = buffer(packed);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const stored = packedRecord(subject, 1, 0, bytes);
      const { body, hash } = stored;
      expect(body === sealedOne().body && hash === sealedOne().hash).toBe(false);
      expect(opened(stored)).toEqual(opened({ subject, sequence: 1, body, hash }));
    }
    for (let length = 0; length < packed.length; length += 1)
      expect(packedRecord(subject, 1, 0, buffer(packed.slice(0, length))).body).not.toBe(sealedOne().body);
  });

  it('writes canonical JSON again', () => {
    const { body } = unpacked(sealedOne());
    expect(canonicalJson(JSON.parse(body) as JsonValue)).toBe(body);
  });
});
