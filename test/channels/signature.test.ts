import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { equalInConstantTime, hmacCheck, isFresh, secretCheck, secretList } from '../../src/channels/signature.ts';

const body = Buffer.from('{"текст":"СТОП 🙂"}');

describe('hmacCheck', () => {
  it.each(['hex', 'base64'] as const)('accepts the right %s signature and refuses every single-byte change of it and of the body', (encoding) => {
    const check = hmacCheck(['secret'], { algorithm: 'sha256', encoding, prefix: 'sha256=' });
    const good = `sha256=${createHmac('sha256', 'secret').update(body).digest(encoding)}`;
    expect(check(good, body)).toBe(true);
    for (let at = 0; at < good.length; at += 1) {
      for (const bit of [1, 2, 4, 16, 32]) {
        const bad = Buffer.from(good);
        bad[at] = bad[at]! ^ bit;
        expect(check(bad.toString('latin1'), body)).toBe(false);
      }
    }
    for (let at = 0; at < body.length; at += 1) {
      const bad = Buffer.from(body);
      bad[at] = bad[at]! ^ 1;
      expect(check(good, bad)).toBe(false);
    }
  });

  it('accepts any active secret, and none when there is none', () => {
    const signature = createHmac('sha1', 'old').update(body).digest('base64');
    expect(hmacCheck(['new', 'old'], { algorithm: 'sha1', encoding: 'base64' })(signature, body)).toBe(true);
    expect(hmacCheck(['new'], { algorithm: 'sha1', encoding: 'base64' })(signature, body)).toBe(false);
    expect(hmacCheck([], { algorithm: 'sha1', encoding: 'base64' })(signature, body)).toBe(false);
    expect(hmacCheck(['old'], { algorithm: 'sha1', encoding: 'base64' })(null, body)).toBe(false);
  });
});

describe('other checks', () => {
  it('compares static secrets and refuses empty ones', () => {
    const check = secretCheck(['one', 'two']);
    expect([check('one'), check('two'), check('onE'), check(''), check(null)]).toEqual([true, true, false, false, false]);
    expect(secretCheck(secretList(''))('')).toBe(false);
  });

  it('compares bytes of equal length only', () => {
    expect(equalInConstantTime('ab', Buffer.from('ab'))).toBe(true);
    expect(equalInConstantTime('ab', 'abc')).toBe(false);
  });

  it('takes time stamps five minutes around now', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(isFresh(new Date('2026-11-23T09:55:00Z'), now)).toBe(true);
    expect(isFresh(new Date('2026-11-23T09:54:59Z'), now)).toBe(false);
    expect(isFresh(new Date('2026-11-23T10:05:01Z'), now)).toBe(false);
    expect(isFresh(new Date(Number.NaN), now)).toBe(false);
  });
});
