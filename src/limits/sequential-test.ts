import { InvalidOptionsError } from '../errors.ts';

/** What rate of bad events is fine, what rate is not, and how sure a verdict must be. */
export interface SequentialTest {
  /** Share of bad events that is fine, for instance 0.002 opt-outs a message. */
  readonly acceptable: number;
  /** Share that must not go on. */
  readonly intolerable: number;
  /** Chance of stopping a campaign that is fine. @default 0.01 */
  readonly falseStop?: number | undefined;
  /** Chance of passing one that is not. @default 0.01 */
  readonly falsePass?: number | undefined;
}

/** `stop`: the rate is intolerable; `pass`: it is acceptable; `continue`: too early to say. */
export type SequentialVerdict = 'stop' | 'pass' | 'continue';

/**
 * Wald's sequential probability ratio test: may be asked after every event without losing its certainty, unlike a share that is looked at
 * again and again. Once it has answered `stop` or `pass`, the answer stands; later counts need a new test.
 * @throws {InvalidOptionsError} unless 0 < acceptable < intolerable < 1 and both chances lie between 0 and 0.5.
 */
export function sequentialTest({
  acceptable,
  intolerable,
  falseStop = 0.01,
  falsePass = 0.01,
}: SequentialTest): (bad: number, total: number) => SequentialVerdict {
  const ordered = 0 < acceptable && acceptable < intolerable && intolerable < 1;
  if (!ordered || !isChance(falseStop) || !isChance(falsePass)) {
    throw new InvalidOptionsError('A sequential test cannot be built.', [
      { path: '', expected: '0 < acceptable < intolerable < 1, and chances between 0 and 0.5' },
    ]);
  }
  const perBad = Math.log(intolerable / acceptable);
  const perGood = Math.log((1 - intolerable) / (1 - acceptable));
  const stopAt = Math.log((1 - falsePass) / falseStop);
  const passAt = Math.log(falsePass / (1 - falseStop));
  return (bad, total) => {
    const evidence = bad * perBad + (total - bad) * perGood;
    return evidence >= stopAt ? 'stop' : evidence <= passAt ? 'pass' : 'continue';
  };
}

function isChance(value: number): boolean {
  return value > 0 && value < 0.5;
}
