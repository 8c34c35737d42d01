import { describe, expect, it } from 'vitest';
import { sequentialTest } from '../../src/limits/index.ts';

/** A small generator of even numbers in [0, 1): the same series each time. */
function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function verdictOf(share: number, seed: number): { readonly verdict: string; readonly asked: number } {
  const test = sequentialTest({ acceptable: 0.01, intolerable: 0.03 });
  const random = series(seed);
  let bad = 0;
  for (let total = 1; total < 100_000; total += 1) {
    if (random() < share) bad += 1;
    const verdict = test(bad, total);
    if (verdict !== 'continue') return { verdict, asked: total };
  }
  return { verdict: 'continue', asked: 100_000 };
}

describe('the sequential stop test', () => {
  it('rarely errs although it is asked after every event', () => {
    const runs = Array.from({ length: 1_000 }, (_, seed) => seed * 7_919 + 1);
    const stopped = runs.filter((seed) => verdictOf(0.01, seed).verdict === 'stop').length;
    const passed = runs.filter((seed) => verdictOf(0.03, seed).verdict === 'pass').length;
    expect(stopped).toBeLessThanOrEqual(20);
    expect(passed).toBeLessThanOrEqual(20);
  });

  it('stops a bad campaign early', () => {
    const asked = Array.from({ length: 200 }, (_, seed) => verdictOf(0.1, seed * 104_729 + 3).asked);
    expect(asked.toSorted((a, b) => a - b)[100]).toBeLessThan(120);
  });

  it('says nothing without evidence, and refuses nonsense', () => {
    expect(sequentialTest({ acceptable: 0.01, intolerable: 0.03 })(0, 0)).toBe('continue');
    expect(() => sequentialTest({ acceptable: 0.03, intolerable: 0.01 })).toThrow(/0 < acceptable < intolerable/u);
    expect(() => sequentialTest({ acceptable: 0.01, intolerable: 0.03, falseStop: 0.6 })).toThrow(/cannot be built/u);
  });
});
