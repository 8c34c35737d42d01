import { InvalidOptionsError } from '../errors.ts';

/** Messages of one stretch of time, and how many of them are known to have ended badly. */
export interface RateCohort {
  readonly total: number;
  readonly bad: number;
  /** Most of its bad ends that can be known by now, as a share of them all: 1 can never raise a false alarm, and is slow while ends are late. @default 1 */
  readonly knownAtMost?: number | undefined;
  /** Least of its bad ends that are known by now: 0 can never pass what is bad. @default 1 */
  readonly knownAtLeast?: number | undefined;
}

/** What rate is looked for, and how sure a verdict must be. */
export interface RateTest {
  /** Share of bad ends, between 0 and 1: `above` means surely more, `within` surely less. */
  readonly limit: number;
  /** Chance that a rate at or below the limit is ever called `above`, however often it is looked at. @default 0.01 */
  readonly falseAlarm?: number | undefined;
  /** Chance that a rate at or above the limit is ever called `within`. @default 0.01 */
  readonly falsePass?: number | undefined;
  /** Indexes of cohorts at which the rate may have changed. Each costs a little speed, since the chance of a false alarm is shared by them. @default [0] */
  readonly starts?: readonly number[] | undefined;
}

/** `above`: surely beyond the limit; `within`: surely not; `not-enough-data`: neither can be said yet. */
export type RateVerdict = 'above' | 'within' | 'not-enough-data';

/** A verdict with the numbers it rests on. */
export interface RateReading {
  readonly verdict: RateVerdict;
  /** Of all cohorts that were given. */
  readonly bad: number;
  readonly total: number;
  /** Index of the cohort since which the rate is most surely above. */
  readonly since: number;
  /** Weight of the evidence for `above`, the natural logarithm of a betting score, and the weight that is needed. */
  readonly evidence: number;
  readonly needed: number;
}

/** How many times the odds at the limit the rates are that are bet on, and how many times smaller for the other side. */
const ODDS = [1.25, 1.5, 2, 3, 5, 9, 17, 33];

/**
 * Reads a rate against a limit. May be asked after every message, for ever: the chance of a false verdict stays what it was set to, unlike that
 * of a share which is looked at again and again. It bets on several worse rates at once; while the rate is fine, the score of such bets exceeds
 * 1/p with a chance of at most p (Ville's inequality). Ends that come late count by how many can be known. Pure; only the counts matter.
 * @throws {InvalidOptionsError} unless the limit lies between 0 and 1, both chances between 0 and 0.5, and `starts` are indexes.
 */
export function readRate(cohorts: readonly RateCohort[], test: RateTest): RateReading {
  const { limit, falseAlarm = 0.01, falsePass = 0.01, starts = [0] } = test;
  if (!(limit > 0 && limit < 1) || !isChance(falseAlarm) || !isChance(falsePass) || starts.some((start) => !(start >= 0)) || starts.length === 0)
    throw new InvalidOptionsError('A rate cannot be read so.', [
      { path: '', expected: 'a limit between 0 and 1, chances between 0 and 0.5, and at least one start' },
    ]);
  const needed = Math.log(starts.length / falseAlarm);
  const above = strongestStart(cohorts, limit, starts);
  const passing = score(cohorts.map((cohort) => weights(cohort, limit, -1)));
  const verdict = above.evidence >= needed ? 'above' : passing >= -Math.log(falsePass) ? 'within' : 'not-enough-data';
  const sum = (of: (cohort: RateCohort) => number): number => cohorts.reduce((all, cohort) => all + of(cohort), 0);
  return { verdict, bad: sum(({ bad }) => bad), total: sum(({ total }) => total), since: above.start, evidence: above.evidence, needed };
}

/** The start from which the evidence for a rate beyond the limit is the strongest. */
function strongestStart(
  cohorts: readonly RateCohort[],
  limit: number,
  starts: readonly number[],
): { readonly start: number; readonly evidence: number } {
  const wanted = new Set(starts);
  const sums = ODDS.map(() => 0);
  let best = { start: starts[0]!, evidence: 0 };
  for (let index = cohorts.length - 1; index >= 0; index--) {
    for (const [place, weight] of weights(cohorts[index]!, limit, 1).entries()) sums[place]! += weight;
    if (!wanted.has(index)) continue;
    const evidence = logMean(sums);
    if (evidence > best.evidence) best = { start: index, evidence };
  }
  return best;
}

/**
 * Logarithms of the likelihood ratios of a cohort, one for each rate that is bet on: a message whose end can be known with chance `known` counts
 * as not bad to that part only.
 */
function weights({ total, bad, knownAtMost = 1, knownAtLeast = 1 }: RateCohort, limit: number, side: 1 | -1): number[] {
  const known = side === 1 ? knownAtMost : knownAtLeast;
  const odds = limit / (1 - limit);
  return ODDS.map((times) => {
    const tilted = odds * times ** side;
    const rate = tilted / (1 + tilted);
    return bad * Math.log(rate / limit) + Math.max(0, total - bad) * Math.log((1 - rate * known) / (1 - limit * known));
  });
}

function score(cohorts: readonly (readonly number[])[]): number {
  return logMean(ODDS.map((_, place) => cohorts.reduce((sum, weight) => sum + weight[place]!, 0)));
}

function logMean(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0) / values.length);
}

function isChance(value: number): boolean {
  return value > 0 && value < 0.5;
}
