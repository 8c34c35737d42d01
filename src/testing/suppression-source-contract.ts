import { deepEqual, equal, ok } from 'node:assert/strict';
import type { SuppressionQuestion, SuppressionReason, SuppressionSource } from '../consent/suppression/suppression-source.ts';
import type { Contract } from './contract.ts';

/** A register prepared for the contract: one number it speaks against, one it does not. */
export interface SuppressionSourceSubject {
  readonly source: SuppressionSource;
  readonly against: SuppressionQuestion;
  readonly reason: SuppressionReason;
  readonly clear: SuppressionQuestion;
  /** An instant at which both hold. */
  readonly now: Date;
}

/** What every `SuppressionSource` must do. */
export const suppressionSourceContract: Contract<SuppressionSourceSubject> = {
  port: 'SuppressionSource',
  cases: [
    {
      name: 'answers each question in its place',
      async run({ source, against, reason, clear, now }) {
        const found = await source.lookUp([clear, against, clear, against], now);
        deepEqual(
          found.map((finding) => finding?.reason ?? null),
          [null, reason, null, reason],
        );
      },
    },
    {
      name: 'answers no questions with no answers',
      async run({ source, now }) {
        deepEqual(await source.lookUp([], now), []);
      },
    },
    {
      name: 'is not changed by being asked',
      async run({ source, against, now }) {
        const first = await source.lookUp([against], now);
        deepEqual(await source.lookUp([against], now), first);
      },
    },
    {
      name: 'answers a thousand questions at once',
      async run({ source, against, reason, clear, now }) {
        const questions = Array.from({ length: 1_000 }, (_, i) => (i % 3 === 0 ? against : clear));
        const found = await source.lookUp(questions, now);
        equal(found.length, 1_000);
        ok(found.every((finding, i) => (finding?.reason ?? null) === (i % 3 === 0 ? reason : null)));
      },
    },
    {
      name: 'keeps questions asked at the same time apart',
      async run({ source, against, reason, clear, now }) {
        const batches = await Promise.all(Array.from({ length: 20 }, (_, i) => source.lookUp([i % 2 === 0 ? against : clear], now)));
        ok(batches.every(([finding], i) => (finding?.reason ?? null) === (i % 2 === 0 ? reason : null)));
      },
    },
  ],
};
