import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCounterStore, paceCharge } from '../../src/limits/index.ts';

const start = Date.UTC(2026, 10, 23, 12);

/** Most calls in any half-open second. */
function densestSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, time] of sorted.entries()) {
    while (time - sorted[first]! >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('the pace of a sender', () => {
  it('never lets a sliding second hold more than the limit, however calls come and however late they start within the slack', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(20, 100),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 150 })), { minLength: 5, maxLength: 20 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 999 })),
        async (limit, slackMs, arrivals, lateness) => {
          const store = memoryCounterStore();
          const calls: number[] = [];
          let ms = start;
          for (const [passed, crowd] of arrivals) {
            ms += passed;
            const { results } = await store.take(
              Array.from({ length: crowd }, () => [paceCharge('k', limit, slackMs, 1_000)]),
              new Date(ms),
            );
            for (const result of results) {
              if (result.taken) calls.push(result.at.getTime() + Math.floor((lateness.next().value / 1_000) * (slackMs - 1)));
            }
          }
          expect(densestSecond(calls)).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('uses 98 of a hundred with a slack of 20 ms', async () => {
    const store = memoryCounterStore();
    let calls = 0;
    for (let ms = 0; ms < 10_000; ms += 250) {
      const { results } = await store.take(
        Array.from({ length: 400 }, () => [paceCharge('k', 1_000, 20, 250)]),
        new Date(start + ms),
      );
      calls += results.filter((result) => result.taken).length;
    }
    expect(calls).toBeGreaterThanOrEqual(9_800);
    expect(calls).toBeLessThanOrEqual(10_250);
  });

  it('sends nothing while closed and is back at nine tenths of its rate within five seconds', async () => {
    const store = memoryCounterStore();
    const reopens = 3_000;
    await store.hold([{ key: 'k', until: new Date(start + reopens), rampMs: 4_000 }], new Date(start));
    const calls: number[] = [];
    for (let ms = 0; ms < 10_000; ms += 100) {
      const { results } = await store.take(
        Array.from({ length: 30 }, () => [paceCharge('k', 100, 20, 100)]),
        new Date(start + ms),
      );
      for (const result of results) if (result.taken) calls.push(result.at.getTime() - start);
    }
    expect(Math.min(...calls)).toBeGreaterThanOrEqual(reopens);
    const between = (from: number, to: number) => calls.filter((time) => time >= from && time < to).length;
    expect(between(reopens, reopens + 1_000)).toBeLessThan(30);
    expect(between(reopens + 4_000, reopens + 5_000)).toBeGreaterThanOrEqual(90);
  });

  it('lets a crowd come back spread out: each is put off a few times at most, and nobody twice to the same moment', async () => {
    const store = memoryCounterStore();
    const waiting = Array.from({ length: 1_000 }, () => ({ dueMs: 0, asked: 0 }));
    let open = waiting.length;
    for (let ms = 0; open > 0 && ms < 200_000; ms += 100) {
      const due = waiting.filter((one) => one.dueMs <= ms);
      if (due.length === 0) continue;
      const { results } = await store.take(
        due.map(() => [paceCharge('k', 10, 0, 1_000)]),
        new Date(start + ms),
      );
      for (const [index, result] of results.entries()) {
        const one = due[index]!;
        one.asked += 1;
        one.dueMs = result.taken ? Number.POSITIVE_INFINITY : result.retryAt!.getTime() - start;
        if (result.taken) open -= 1;
      }
    }
    expect(open).toBe(0);
    expect(Math.max(...waiting.map((one) => one.asked))).toBeLessThanOrEqual(4);
  });
});
