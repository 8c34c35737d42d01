import { describe, expect, it } from 'vitest';
import { hasReached, isBadEnd, mergeStatus, mergeStatuses } from '../../src/channels/receipt-lattice.ts';
import type { DeliveryStatus } from '../../src/channels/taxonomy.ts';

const all: readonly DeliveryStatus[] = ['accepted', 'queued', 'sent', 'delivered', 'read', 'undelivered', 'failed', 'expired', 'rejected', 'unknown'];

describe('mergeStatus', () => {
  it('is commutative, associative and idempotent over every pair and triple', () => {
    for (const a of all) {
      expect(mergeStatus(a, a)).toBe(a);
      for (const b of all) {
        expect(mergeStatus(a, b)).toBe(mergeStatus(b, a));
        for (const c of all) expect(mergeStatus(mergeStatus(a, b), c)).toBe(mergeStatus(a, mergeStatus(b, c)));
      }
    }
  });

  it('follows the documented order and never steps back', () => {
    const levels: readonly (readonly DeliveryStatus[])[] = [
      ['accepted'],
      ['queued'],
      ['sent'],
      ['undelivered', 'failed', 'expired', 'rejected'],
      ['delivered'],
      ['read'],
    ];
    levels.forEach((lower, i) => {
      for (const higher of levels.slice(i + 1).flat()) for (const status of lower) expect(mergeStatus(higher, status)).toBe(higher);
    });
  });

  it('lets a late delivery win over a provisional failure, and nothing win over read', () => {
    expect(mergeStatus('failed', 'delivered')).toBe('delivered');
    expect(mergeStatus('expired', 'delivered')).toBe('delivered');
    for (const status of all) expect(mergeStatus('read', status)).toBe('read');
  });

  it('gives one state per multiset in any order', () => {
    const permutations = (items: readonly DeliveryStatus[]): readonly (readonly DeliveryStatus[])[] =>
      items.length <= 1 ? [items] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
    const streams: readonly (readonly DeliveryStatus[])[] = [
      ['accepted', 'sent', 'failed', 'delivered', 'read', 'sent'],
      ['queued', 'sent', 'expired', 'undelivered', 'sent'],
      ['accepted', 'unknown', 'rejected', 'failed', 'accepted'],
    ];
    for (const stream of streams) expect(new Set(permutations(stream).map(mergeStatuses)).size).toBe(1);
  });

  it('says nothing is known when nothing was reported', () => {
    expect(mergeStatuses([])).toBe('unknown');
  });
});

describe('hasReached', () => {
  it('counts a better status as reached and a bad end never', () => {
    expect(hasReached('read', 'delivered')).toBe(true);
    expect(hasReached('sent', 'delivered')).toBe(false);
    for (const status of all.filter(isBadEnd))
      for (const wait of ['accepted', 'sent', 'delivered', 'read'] as const) expect(hasReached(status, wait)).toBe(false);
    expect(hasReached('unknown', 'accepted')).toBe(false);
  });
});
