import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRecord, type RecordDraft, RecordUnreadableError, type SubjectRef, sealRecord } from '../../src/consent/index.ts';
import { canonicalJson, createChainCheck, type JsonValue, verifyChain } from '../../src/ledger/index.ts';
import { day, start } from './support.ts';

const subject = 'Sub_ject-ref000000000000' as SubjectRef;
const salt = Buffer.alloc(16, 5).toString('base64');
const draft: RecordDraft = {
  kind: 'granted',
  subject,
  sender: 'acme',
  channels: ['sms'],
  purposes: ['offers'],
  evidence: { method: 'web-form', grade: 'B', notice: { hash: 'ab', version: '1', language: 'ru' }, actor: 'desk', proofHash: 'cd' },
  occurredAt: start,
  recordedAt: day(1),
  id: 'r1',
  sequence: 1,
  previousHash: null,
  salt,
};

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const anyDraft: fc.Arbitrary<RecordDraft> = fc.record(
  {
    kind: fc.constantFrom<RecordDraft['kind'][]>('granted', 'withdrawn', 'suppressed'),
    subject: fc.constant(subject),
    sender: text,
    channels: fc.constantFrom<RecordDraft['channels'][]>('*', ['sms'], ['sms', 'max']),
    purposes: fc.oneof(fc.constant('*' as const), fc.array(text, { maxLength: 3 })),
    evidence: fc.record({ method: fc.constant('call' as const), grade: fc.constantFrom('A' as const, 'B' as const) }),
    occurredAt: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    recordedAt: fc.constant(start),
    id: text,
    sequence: fc.integer({ min: 1 }),
    previousHash: fc.constantFrom(null, 'f'.repeat(64)),
    salt: fc.constant(salt),
    jurisdiction: text,
    reason: text,
    answers: text,
    personal: text,
    validUntil: fc.constant(day(9)),
    lawfulBasis: fc.constant('soft-opt-in' as const),
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

describe('sealRecord', () => {
  it('writes the canonical JSON of what it seals', () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const { body } = sealRecord(given);
        expect(canonicalJson(JSON.parse(body) as JsonValue)).toBe(body);
      }),
    );
  });

  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const { salt: _salt, personal: _personal, ...said } = given;
        const sealed = sealRecord(given);
        expect(openRecord('acme', sealed)).toEqual({ ...said, tenant: 'acme', hash: sealed.hash });
      }),
    );
  });

  it('makes the hash depend on every bit of the text', () => {
    const { body, hash } = sealRecord(draft);
    const bytes = Buffer.from(body);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const changed = { subject, sequence: 1, hash, body: bytes.toString() };
      expect(verifyChain([changed])?.fault).toBe('text-changed');
      bytes[bit >> 3]! ^= 1 << (bit & 7);
    }
  });

  it('refuses a text that is not what was sealed', () => {
    const sealed = sealRecord(draft);
    expect(() => openRecord('acme', { ...sealed, body: sealed.body.slice(1) })).toThrow(RecordUnreadableError);
    expect(() => openRecord('acme', { ...sealed, sequence: 2 })).toThrow(RecordUnreadableError);
    expect(() => openRecord('acme', { ...sealed, body: '{"version":2}' })).toThrow(RecordUnreadableError);
  });
});

describe('verifyChain', () => {
  const tricky = ',"sequence":9,"subject":"other","previousHash":"","purposes":';
  const first = sealRecord({ ...draft, sender: tricky });
  const second = sealRecord({ ...draft, id: tricky, sequence: 2, previousHash: first.hash, reason: tricky });
  const third = sealRecord({ ...draft, id: 'r3', sequence: 3, previousHash: second.hash });

  it('finds nothing wrong with a sound chain, whatever its texts say', () => expect(verifyChain([first, second, third])).toBeNull());

  it.each([
    ['deleted', [first, third], { index: 1, fault: 'gap' }],
    ['first deleted', [second, third], { index: 0, fault: 'gap' }],
    ['swapped', [second, first], { index: 0, fault: 'gap' }],
    ['repeated', [first, first], { index: 1, fault: 'gap' }],
    ['replaced', [sealRecord({ ...draft, id: 'forged' }), second], { index: 1, fault: 'chain-broken' }],
    ['renumbered', [first, { ...second, sequence: 1 }], { index: 1, fault: 'wrong-place' }],
    ['moved to another person', [{ ...first, subject: 'Sub_ject-ref111111111111' }], { index: 0, fault: 'wrong-place' }],
    [
      'not a record',
      [{ ...first, body: '{}', hash: '74ec7a0ac0e0f5dd3cf9d1fd0f80a6dc0ce4b3bc28ab5dcc9b56e9d6ea3f6b55' }],
      { index: 0, fault: 'text-changed' },
    ],
  ])('names a record that was %s', (_what, chain, fault) => expect(verifyChain(chain)).toEqual(fault));

  it('checks many chains page by page', () => {
    const check = createChainCheck();
    const other = sealRecord({ ...draft, subject: 'Sub_ject-ref222222222222' as SubjectRef });
    expect([first, other, second, third].map((link, i) => check.check(link, i))).toEqual([null, null, null, null]);
  });
});
