import { describe, expect, it } from 'vitest';
import { MAX_WRONG_CODES, type RequestAct } from '../../src/consent/index.ts';
import { day, openBook, start } from './support.ts';

const anna = '+447700900123';
const act: RequestAct = {
  address: anna,
  sender: 'acme',
  channels: ['sms'],
  purposes: ['offers'],
  by: 'code',
  evidence: { method: 'web-form', grade: 'B', notice: { hash: 'ab'.repeat(32), version: '3', language: 'en' } },
};
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('double opt-in', () => {
  it('confirms by code and keeps both halves with the text that was shown', async () => {
    const { book } = openBook();
    const { requestId, subject, secret } = await book.request(act);
    expect(secret).toMatch(/^\d{6}$/);
    const answer = await book.confirm({ subject, requestId, code: secret! });
    expect(answer).toMatchObject({
      confirmed: true,
      record: { kind: 'confirmed', answers: requestId, evidence: { grade: 'A', notice: { version: '3' } } },
    });
    expect((await book.history(subject)).map((r) => r.kind)).toEqual(['requested', 'confirmed']);
    const question = { subject, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(1) } as const;
    expect(await book.decide([question])).toMatchObject([{ allowed: true, record: { kind: 'confirmed' } }]);
  });

  it('never keeps the code', async () => {
    const { book, options } = openBook();
    const { secret } = await book.request(act);
    expect(JSON.stringify(await options.store.scan(0, 10))).not.toContain(`${secret}"`);
  });

  it('limits wrong codes, also when they come at once', async () => {
    const { book } = openBook();
    const { requestId, subject, secret } = await book.request(act);
    const guesses = await Promise.all(Array.from({ length: 12 }, () => book.confirm({ subject, requestId, code: wrong(secret!) })));
    const reasons = guesses.map((g) => (g.confirmed ? 'confirmed' : g.reason));
    expect(reasons.filter((r) => r === 'wrong-code')).toHaveLength(MAX_WRONG_CODES);
    expect(reasons.filter((r) => r === 'too-many-attempts')).toHaveLength(12 - MAX_WRONG_CODES);
    expect(await book.confirm({ subject, requestId, code: secret! })).toMatchObject({ confirmed: false, reason: 'too-many-attempts' });
  });

  it('expires', async () => {
    const { book, clock } = openBook();
    const { requestId, subject, secret, expiresAt } = await book.request({ ...act, ttlMs: 60_000 });
    expect(expiresAt).toEqual(new Date(start.getTime() + 60_000));
    clock.set(expiresAt);
    expect(await book.confirm({ subject, requestId, code: secret! })).toMatchObject({ confirmed: false, reason: 'expired' });
  });

  it('is closed by a withdrawal in between, also a partial one', async () => {
    const { book } = openBook();
    const { requestId, subject, secret } = await book.request({ ...act, purposes: ['offers', 'surveys'] });
    await book.withdraw({ subject, purposes: ['surveys'], evidence: { method: 'reply', grade: 'A' } });
    expect(await book.confirm({ subject, requestId, code: secret! })).toMatchObject({ confirmed: false, reason: 'withdrawn' });
  });

  it('confirms by a link whose token nobody can make or bend', async () => {
    const { book } = openBook();
    const { secret: token, subject } = await book.request({ ...act, by: 'link' });
    for (let i = 0; i < token!.length; i += 1) {
      const bent = token!.slice(0, i) + (token![i] === 'A' ? 'B' : 'A') + token!.slice(i + 1);
      expect(await book.confirm({ token: bent })).toMatchObject({ confirmed: false, reason: 'unknown-request' });
    }
    expect(await book.history(subject)).toHaveLength(1);
    expect(await book.confirm({ token: token! })).toMatchObject({ confirmed: true });
    expect(await book.confirm({ token: token! })).toMatchObject({ confirmed: false, reason: 'already-confirmed' });
  });

  it('confirms by a reply and keeps its proof', async () => {
    const { book } = openBook();
    const { requestId, subject, secret } = await book.request({ ...act, by: 'reply' });
    expect(secret).toBeNull();
    expect(await book.confirm({ subject, requestId, code: '000000' })).toMatchObject({ reason: 'wrong-code' });
    const proof = 'cd'.repeat(32);
    expect(await book.confirm({ subject, requestId, replyProofHash: proof })).toMatchObject({ record: { evidence: { proofHash: proof } } });
  });

  it('draws codes of the asked length without bias', async () => {
    const { book } = openBook();
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 200; i += 1) {
      const { secret } = await book.request({ ...act, address: `person ${i}`, codeDigits: 8 });
      expect(secret).toHaveLength(8);
      for (const digit of secret!) counts[Number(digit)]! += 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(100);
  });
});
