import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSubjectRef, subjectRef, systemRandom } from '../../src/ledger/index.ts';

const key = createSecretKey(Buffer.alloc(32, 1));

describe('subjectRef', () => {
  it('is the same for the same person and different for any other key, tenant or address', () => {
    const refs = [
      subjectRef(key, 'acme', '+447700900123'),
      subjectRef(key, 'acme', '+447700900124'),
      subjectRef(key, 'other', '+447700900123'),
      subjectRef(createSecretKey(Buffer.alloc(32, 2)), 'acme', '+447700900123'),
      subjectRef(key, 'a', '1:b'),
      subjectRef(key, 'a1', ':b'),
    ];
    expect(new Set(refs).size).toBe(refs.length);
    expect(subjectRef(key, 'acme', '+447700900123')).toBe(refs[0]);
    for (const ref of refs) expect(isSubjectRef(ref)).toBe(true);
  });

  it('knows what is no reference', () => {
    for (const value of ['', '+447700900123', 'a'.repeat(23), `${'a'.repeat(23)}.`, 7, null]) expect(isSubjectRef(value)).toBe(false);
  });
});

describe('systemRandom', () => {
  it('gives fresh bytes of the asked length', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 3_000; i += 1) seen.add(Buffer.from(systemRandom(16)).toString('hex'));
    expect(seen.size).toBe(3_000);
    expect(systemRandom(20_000)).toHaveLength(20_000);
  });
});
