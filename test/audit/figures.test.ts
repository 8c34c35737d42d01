import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/audit/index.ts';
import { createDurations } from '../../src/audit/report/durations.ts';
import { createTally } from '../../src/audit/report/tally.ts';
import { createTimeLine } from '../../src/audit/report/time-line.ts';

describe('wilsonInterval', () => {
  it.each([
    [1, 10],
    [15, 1508],
    [50, 100],
    [3, 3_000_000],
  ])('%i of %i: its bounds lie 1.96 standard errors of their own from the share', (events, total) => {
    const { share, low, high } = wilsonInterval(events, total)!;
    for (const bound of [low, high]) expect(Math.abs(share - bound) / Math.sqrt((bound * (1 - bound)) / total)).toBeCloseTo(1.959964, 5);
    expect(low).toBeLessThan(share);
    expect(high).toBeGreaterThan(share);
  });

  it('says something about rare events that never happened, and nothing about nobody', () => {
    expect(wilsonInterval(0, 100)).toMatchObject({ share: 0, low: 0 });
    expect(wilsonInterval(0, 100)!.high).toBeCloseTo(0.03699, 4);
    expect(wilsonInterval(7, 7)).toMatchObject({ share: 1, high: 1 });
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('the time line', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 3, 13) + hours * 3_600_000);

  it('fills stretches in which nothing happened', () => {
    const line = createTimeLine();
    line.add('submits', at(0.5));
    line.add('optOuts', at(3.2));
    expect(line.build().points.map(({ submits, optOuts }) => submits + optOuts)).toEqual([1, 0, 0, 1]);
  });

  it('takes longer stretches for longer campaigns and loses nothing, in any order', () => {
    const hours = Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 5_000);
    const line = createTimeLine();
    for (const hour of hours) line.add('deliveries', at(hour));
    const { points, stretchMs } = line.build();
    expect(points.length).toBeLessThanOrEqual(96);
    expect(points.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(5_000);
    const sorted = createTimeLine();
    for (const hour of hours.toSorted((a, b) => a - b)) sorted.add('deliveries', at(hour));
    expect(sorted.build()).toEqual({ points, stretchMs });
  });

  it('is empty without events', () => {
    expect(createTimeLine().build()).toEqual({ stretchMs: 3_600_000, points: [] });
  });
});

describe('durations', () => {
  it('gives quantiles within a tenth', () => {
    const durations = createDurations();
    for (let ms = 1; ms <= 10_000; ms++) durations.add(ms);
    for (const share of [0.1, 0.5, 0.9, 1]) {
      const found = durations.quantile(share)! / (10_000 * share);
      expect(found).toBeGreaterThan(0.9);
      expect(found).toBeLessThan(1.1);
    }
  });

  it('knows nothing of nothing', () => {
    expect(createDurations().quantile(0.5)).toBeUndefined();
  });
});

it('a tally is in order of number, then of name', () => {
  const tally = createTally<string>();
  for (const name of ['b', 'a', 'c', 'c']) tally.add(name);
  expect(tally.entries()).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
});
