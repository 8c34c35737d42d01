import { describe, expect, it } from 'vitest';
import type { SubjectRef } from '../../src/consent/index.ts';
import { type LinkSubject, linkTokens } from '../../src/web/index.ts';

const now = new Date('2026-11-24T10:00:00Z');
const subject = 'Zm9vYmFyYmF6cXV4cXV1eGNv' as SubjectRef;
const key = (byte: number): Uint8Array => Buffer.alloc(32, byte);
const tokens = linkTokens({ secrets: [key(1)], tenant: 'acme' });

describe('link tokens', () => {
  it.each<[string, LinkSubject]>([
    ['the whole person', { subject }],
    ['one sender', { subject, sender: 'acme' }],
    ['purposes and channels', { subject, sender: 'acme', purposes: ['offers', 'новости+«клуб»'], channels: ['whatsapp', 'rcs'] }],
    ['purposes alone', { subject, purposes: ['offers'] }],
  ])('say %s again', (_what, about) => {
    expect(tokens.read(tokens.issue(about, now), now)).toEqual(about);
  });

  it('show neither the person nor the scope, and fit into a message', () => {
    const token = tokens.issue({ subject, purposes: ['hiv-clinic'] }, now);
    const seen = `${token} ${Buffer.from(token, 'base64url').toString('latin1')}`;
    expect(seen).not.toContain(subject.slice(0, 6));
    expect(seen).not.toContain('hiv');
    expect(tokens.issue({ subject }, now)).toHaveLength(50);
    expect(token).toMatch(/^[\w-]+$/u);
  });

  it('are the same for the same person, scope and day', () => {
    const later = new Date(now.getTime() + 3_600_000);
    expect(tokens.issue({ subject }, later)).toBe(tokens.issue({ subject }, now));
  });

  it('are nothing to another tenant or secret', () => {
    const token = tokens.issue({ subject }, now);
    expect(linkTokens({ secrets: [key(1)], tenant: 'other' }).read(token, now)).toBeNull();
    expect(linkTokens({ secrets: [key(2)], tenant: 'acme' }).read(token, now)).toBeNull();
  });

  it('survive a new secret for as long as the old one is named', () => {
    const token = tokens.issue({ subject }, now);
    const rotated = linkTokens({ secrets: [key(9), key(1)], tenant: 'acme' });
    expect(rotated.read(token, now)).toEqual({ subject });
    expect(rotated.issue({ subject }, now)).not.toBe(token);
    expect(linkTokens({ secrets: [key(9)], tenant: 'acme' }).read(token, now)).toBeNull();
  });

  it('live for years and end', () => {
    const token = tokens.issue({ subject }, now);
    const days = (count: number): Date => new Date(now.getTime() + count * 86_400_000);
    expect(tokens.read(token, days(1_825))).toEqual({ subject });
    expect(tokens.read(token, days(1_827))).toBeNull();
  });

  it('have one spelling', () => {
    const token = tokens.issue({ subject }, now);
    for (const other of [`${token}=`, `${token} `, ` ${token}`, `${token}A`, token.slice(0, -1), token.replaceAll('-', '+'), '', 'x'.repeat(2_000)])
      if (other !== token) expect(tokens.read(other, now)).toBeNull();
  });

  it('are refused without a good secret', () => {
    expect(() => linkTokens({ secrets: [], tenant: 'acme' })).toThrow(/secret/u);
    expect(() => linkTokens({ secrets: [Buffer.alloc(16)], tenant: 'acme' })).toThrow(/32 random bytes/u);
  });
});
