import { describe, expect, it } from 'vitest';
import { decideGate, defaultGates, type GateCounts } from '../../src/cascade/index.ts';
import { channels } from '../../src/law/vocabulary.ts';

const HOUR_MS = 3_600_000;
const counts = (over: Partial<GateCounts>): GateCounts => ({ submitted: 1_000, settled: 1_000, undelivered: 0, unknown: 0, refusals: 0, ...over });

describe('decideGate', () => {
  it('waits while it is watching, goes on after, and holds a wave that shows too little for too long', () => {
    expect(decideGate(counts({}), {}, 'sms', HOUR_MS / 2).verdict).toBe('wait');
    expect(decideGate(counts({}), {}, 'sms', HOUR_MS)).toEqual({ verdict: 'go-on', because: 'within-limits' });
    expect(decideGate(counts({ submitted: 30, settled: 30 }), {}, 'sms', 2 * HOUR_MS).verdict).toBe('wait');
    expect(decideGate(counts({ submitted: 30, settled: 30 }), {}, 'sms', 25 * HOUR_MS)).toEqual({ verdict: 'hold', because: 'too-few' });
  });

  it('is not frightened by bad ends that are merely known first', () => {
    // 60 of the 100 that are settled failed, of 1,000 that were submitted: the rest may all arrive.
    expect(decideGate(counts({ settled: 100, undelivered: 60 }), {}, 'sms', 2 * HOUR_MS).verdict).toBe('wait');
    // 210 of 1,000 are lost whatever the rest does: surely more than the 15 % that may be.
    expect(decideGate(counts({ settled: 300, undelivered: 210 }), {}, 'sms', 60_000)).toEqual({ verdict: 'hold', because: 'undelivered' });
    // 16 of 100 may be chance: it waits for the end of its time.
    expect(decideGate(counts({ submitted: 100, settled: 100, undelivered: 16 }), {}, 'sms', 60_000).verdict).toBe('wait');
    expect(decideGate(counts({ submitted: 100, settled: 100, undelivered: 16 }), {}, 'sms', HOUR_MS).verdict).toBe('hold');
  });

  it('holds what is broken after a dozen people, and a limit of nothing with the first', () => {
    expect(decideGate(counts({ submitted: 12, settled: 12, undelivered: 12 }), {}, 'sms', 60_000).verdict).toBe('hold');
    expect(decideGate(counts({ submitted: 12, settled: 12, refusals: 1 }), { maxRefusals: 0 }, 'sms', 60_000).verdict).toBe('hold');
    expect(decideGate(counts({ submitted: 12, settled: 12, refusals: 1 }), {}, 'sms', 60_000).verdict).toBe('wait');
  });

  it('does not pass what is bad among the settled although the open would dilute it', () => {
    const lagging = counts({ settled: 900, undelivered: 145 });
    expect(decideGate(lagging, {}, 'sms', 2 * HOUR_MS)).toEqual({ verdict: 'hold', because: 'undelivered' });
  });

  it.each(channels)('has limits of its own for %s, at their edge fine and beyond it not', (channel) => {
    const { maxUndelivered, maxUnknown, maxRefusals } = defaultGates[channel];
    for (const [because, limit] of [
      ['undelivered', maxUndelivered],
      ['unknown', maxUnknown],
      ['refusals', maxRefusals],
    ] as const) {
      const at = Math.floor(limit * 1_000);
      expect(decideGate(counts({ [because]: at }), {}, channel, HOUR_MS).verdict).toBe('go-on');
      expect(decideGate(counts({ [because]: at + 1 }), {}, channel, HOUR_MS)).toEqual({ verdict: 'hold', because });
      expect(decideGate(counts({ [because]: at + 1 }), { maxUndelivered: 1, maxUnknown: 1, maxRefusals: 1 }, channel, HOUR_MS).verdict).toBe('go-on');
    }
  });

  it('never goes on sooner with more bad ends, nor holds a better wave (all small counts)', () => {
    const rank = { 'go-on': 0, wait: 1, hold: 2 };
    for (let submitted = 50; submitted <= 120; submitted += 10)
      for (let settled = 50; settled <= submitted; settled += 5) {
        let before = 0;
        for (let bad = 0; bad <= settled; bad++) {
          const now = rank[decideGate(counts({ submitted, settled, undelivered: bad }), {}, 'whatsapp', 2 * HOUR_MS).verdict];
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }
  });
});
