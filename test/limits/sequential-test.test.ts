import { describe, expect, it } from 'vitest';
import { type RateCohort, type RateTest, readRate } from '../../src/limits/index.ts';

/** A small generator of even numbers in [0, 1): the same series each time. */
function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sends messages one by one and looks at every bad end, which is when the score is highest: as good as looking all the time.
 * @returns how many messages had gone out at the first alarm; `null` without one.
 */
function alarmAfter(rateAt: (message: number) => number, messages: number, seed: number, test: RateTest): number | null {
  const random = series(seed);
  let bad = 0;
  for (let total = 1; total <= messages; total++) {
    if (random() >= rateAt(total)) continue;
    bad++;
    if (readRate([{ total, bad }], test).verdict === 'above') return total;
  }
  return null;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

describe('a rate looked at after every message', () => {
  const RUNS = 4_000;

  it.each([
    { rate: 0.05, falseAlarm: 0.05, messages: 3_000 },
    { rate: 0.01, falseAlarm: 0.05, messages: 10_000 },
    { rate: 0.2, falseAlarm: 0.02, messages: 1_000 },
  ])('raises a false alarm at the very limit $rate no more often than $falseAlarm', ({ rate, falseAlarm, messages }) => {
    const alarms = Array.from({ length: RUNS }, (_, run) => alarmAfter(() => rate, messages, run * 7_919 + 1, { limit: rate, falseAlarm }));
    const share = alarms.filter((at) => at !== null).length / RUNS;
    expect(share).toBeLessThanOrEqual(falseAlarm);
    // and the chance is used, not given away
    expect(share).toBeGreaterThan(falseAlarm / 20);
  });

  it('would be wrong most of the time if the share itself were looked at', () => {
    const naive = Array.from({ length: 400 }, (_, run) => {
      const random = series(run * 7_919 + 1);
      let bad = 0;
      for (let total = 1; total <= 3_000; total++) {
        if (random() < 0.05) bad++;
        if (total >= 50 && bad > 0.05 * total * 1.5) return true;
      }
      return false;
    });
    expect(naive.filter(Boolean).length / 400).toBeGreaterThan(0.3);
  });

  it('passes what is at the limit no more often than it may', () => {
    const passes = Array.from({ length: 2_000 }, (_, run) => {
      const random = series(run * 104_729 + 5);
      let bad = 0;
      for (let total = 1; total <= 2_000; total++) {
        if (random() < 0.05) bad++;
        else if (total % 10 === 0 && readRate([{ total, bad }], { limit: 0.05, falsePass: 0.05 }).verdict === 'within') return true;
      }
      return false;
    });
    expect(passes.filter(Boolean).length / 2_000).toBeLessThanOrEqual(0.05);
  });

  it.each([
    { limit: 0.05, rate: 0.1, within: 900 },
    { limit: 0.05, rate: 0.2, within: 120 },
    { limit: 0.01, rate: 0.03, within: 1_100 },
    { limit: 0.01, rate: 0.1, within: 110 },
  ])('notices $rate where $limit is allowed within $within messages, half of the time', ({ limit, rate, within }) => {
    const alarms = Array.from({ length: 400 }, (_, run) => alarmAfter(() => rate, 20_000, run * 15_485_863 + 11, { limit }) ?? 20_000);
    expect(median(alarms)).toBeLessThanOrEqual(within);
    // all of them are noticed in the end
    expect(Math.max(...alarms)).toBeLessThan(20_000);
  });

  it('needs more for a verdict than a dozen people, unless all of them end badly', () => {
    expect(readRate([{ total: 0, bad: 0 }], { limit: 0.05 }).verdict).toBe('not-enough-data');
    expect(readRate([{ total: 12, bad: 2 }], { limit: 0.05 }).verdict).toBe('not-enough-data');
    expect(readRate([{ total: 12, bad: 12 }], { limit: 0.2 }).verdict).toBe('above');
    expect(readRate([{ total: 5_000, bad: 50 }], { limit: 0.05 })).toMatchObject({ verdict: 'within', bad: 50, total: 5_000 });
  });
});

describe('ends that come late', () => {
  /** Two messages an hour for a fortnight; bad ends become known after an exponential delay. Looks whenever one does. */
  function run(
    seed: number,
    { rate, meanHours, known, starts }: { rate: number; meanHours: number; known: (hours: number) => number; starts?: readonly number[] },
  ) {
    const random = series(seed);
    const DAYS = 14;
    const PER_DAY = 200;
    const sent: { readonly at: number; readonly knownAt: number }[] = [];
    for (let message = 0; message < DAYS * PER_DAY; message++) {
      const at = (message * 24) / PER_DAY;
      sent.push({ at, knownAt: random() < rate ? at - meanHours * Math.log(1 - random()) : Number.POSITIVE_INFINITY });
    }
    const looks = sent.map(({ knownAt }) => knownAt).filter((at) => at < DAYS * 24);
    for (const now of looks.sort((a, b) => a - b)) {
      const cohorts: RateCohort[] = Array.from({ length: Math.floor(now / 24) + 1 }, (_, day) => {
        const own = sent.slice(day * PER_DAY, (day + 1) * PER_DAY).filter(({ at }) => at <= now);
        return { total: own.length, bad: own.filter(({ knownAt }) => knownAt <= now).length, knownAtMost: known(now - day * 24) };
      });
      if (readRate(cohorts, { limit: 0.05, falseAlarm: 0.05, starts: starts ?? cohorts.map((_, day) => day) }).verdict === 'above') return now;
    }
    return null;
  }
  const curve = (hours: number): number => 1 - Math.exp(-hours / 24);

  it('raises no more false alarms when the delay is known, over all days at which it could have begun', () => {
    const alarms = Array.from({ length: 600 }, (_, seed) => run(seed * 31 + 7, { rate: 0.05, meanHours: 24, known: curve }));
    expect(alarms.filter((at) => at !== null).length / 600).toBeLessThanOrEqual(0.05);
  });

  it('raises none when ends come even later than was believed', () => {
    const alarms = Array.from({ length: 300 }, (_, seed) => run(seed * 17 + 3, { rate: 0.05, meanHours: 72, known: curve }));
    expect(alarms.filter((at) => at !== null).length / 300).toBeLessThanOrEqual(0.05);
  });

  it('notices sooner when it knows how late ends are than when it takes all to be known', () => {
    const hours = (known: (age: number) => number) =>
      median(Array.from({ length: 100 }, (_, seed) => run(seed * 101 + 13, { rate: 0.15, meanHours: 24, known }) ?? 336));
    const [knowing, blind] = [hours(curve), hours(() => 1)];
    expect(knowing).toBeLessThan(blind);
  });

  it('says since when: what has gone well for a week does not hide what begins on the eighth day', () => {
    const days: RateCohort[] = Array.from({ length: 9 }, (_, day) => ({ total: 1_000, bad: day < 7 ? 10 : 90 }));
    const reading = readRate(days, { limit: 0.05, starts: days.map((_, day) => day) });
    expect(reading).toMatchObject({ verdict: 'above', since: 7 });
    expect(readRate(days, { limit: 0.05 }).verdict).not.toBe('above');
  });

  it('does not pass what cannot be known yet', () => {
    expect(readRate([{ total: 5_000, bad: 0, knownAtLeast: 0 }], { limit: 0.05 }).verdict).toBe('not-enough-data');
  });
});

it('refuses nonsense', () => {
  expect(() => readRate([], { limit: 0 })).toThrow(/cannot be read/u);
  expect(() => readRate([], { limit: 0.05, falseAlarm: 0.6 })).toThrow(/cannot be read/u);
  expect(() => readRate([], { limit: 0.05, starts: [] })).toThrow(/cannot be read/u);
});
