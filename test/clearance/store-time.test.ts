import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeTime } from '../../src/clearance/store-time.ts';

describe('the time of the store on our clock', () => {
  it('never claims more than the answers prove, and is as sharp as the quickest of them', () => {
    const sample = fc.record({
      pauseMs: fc.integer({ min: 0, max: 9_000 }),
      thereMs: fc.integer({ min: 0, max: 400 }),
      backMs: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(sample, { minLength: 1, maxLength: 30 }), (apart, samples) => {
        const time = storeTime();
        let ms = 5_000;
        for (const { pauseMs, thereMs, backMs } of samples) {
          const askedMs = ms + pauseMs;
          ms = askedMs + thereMs + backMs;
          time.note(askedMs, ms, askedMs + thereMs + apart);
          const at = askedMs + apart + 1_234;
          expect(time.surelyFrom(at) + apart).toBeGreaterThanOrEqual(at);
          expect(time.surelyBefore(at) + apart).toBeLessThanOrEqual(at);
          expect(time.surelyFrom(at) - time.surelyBefore(at)).toBeLessThanOrEqual(thereMs + backMs + 1);
        }
      }),
    );
  });

  it('starts anew when a clock was set, and forgets old proofs', () => {
    const time = storeTime();
    time.note(0, 2, 1_001);
    expect([time.surelyFrom(2_000), time.surelyBefore(2_000)]).toEqual([1_001, 998]);
    time.note(1_000, 1_010, 60_000);
    expect([time.surelyFrom(60_000), time.surelyBefore(60_000)]).toEqual([1_010, 999]);
    time.note(100_000, 100_100, 159_050);
    expect([time.surelyFrom(159_050), time.surelyBefore(159_050)]).toEqual([100_100, 99_999]);
  });

  it('proves nothing before the first answer', () => {
    expect([storeTime().surelyFrom(0), storeTime().surelyBefore(0)]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });
});
