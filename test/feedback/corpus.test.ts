import { describe, expect, it } from 'vitest';
import { classifyReply, createReplyClassifier, type Intent } from '../../src/feedback/index.ts';
import { shippedWeights } from '../../src/feedback/intent/model/weights.generated.ts';
import { contextOf, corpora, type LabelledReply as Row, readCorpus } from './train/rows.ts';

const rows: readonly Row[] = corpora.flatMap(readCorpus);
/** Replies written for the training dwell on what is hard to tell. */
const isHard = ({ batch }: Row): boolean => batch === 30;
const fits = (row: Row, intent: Intent): boolean => intent === row.intent || [row.also ?? []].flat().includes(intent);
const readings = rows.map((row) => ({
  row,
  reading: classifyReply({ text: row.text, context: contextOf(row), ...(row.lang === undefined ? {} : { lang: row.lang }) }),
}));
const share = (part: number, all: number): number => part / all;

describe('the corpus of replies', () => {
  it('covers languages, contexts and intents', () => {
    expect(rows.length).toBeGreaterThanOrEqual(4_500);
    expect(new Set(rows.map((row) => row.lang)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(rows.map((row) => row.intent)).size).toBe(5);
    expect(new Set(rows.map((row) => row.context)).size).toBe(4);
  });

  it('labels at least 97 of 100 right', () => {
    const wrong = readings.filter(({ row, reading }) => !fits(row, reading.intent));
    expect(share(wrong.length, rows.length), wrong.map(({ row }) => row.text).join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('misses at most one suppression in a hundred', () => {
    const due = readings.filter(({ row }) => row.suppress);
    const missed = due.filter(({ reading }) => !reading.suppress);
    expect(share(missed.length, due.length), missed.map(({ row }) => row.text).join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('suppresses at most one ordinary reply in a hundred, six of those that were written to be mistaken', () => {
    for (const [kind, ceiling] of [
      [readings.filter(({ row }) => !isHard(row)), 0.01],
      [readings.filter(({ row }) => isHard(row)), 0.06],
    ] as const) {
      const ordinary = kind.filter(({ row }) => !row.suppress);
      const wrong = ordinary.filter(({ reading }) => reading.suppress);
      expect(share(wrong.length, ordinary.length), wrong.map(({ row }) => row.text).join('\n')).toBeLessThanOrEqual(ceiling);
    }
  });

  it('finds denials and narrowed refusals', () => {
    for (const { row, reading } of readings) {
      if (row.denial) expect(reading.denial, row.text).toBe(true);
      if (row.scope) expect(reading.scope?.kind, row.text).toBe(row.scope);
    }
  });

  it('reads far more suppressions with the model than by rules alone, also where the rules had not been widened', () => {
    const byRules = createReplyClassifier({ model: false });
    const due = readings.filter(({ row }) => row.suppress);
    const missed = due.filter(({ row }) => !byRules({ text: row.text, context: contextOf(row) }).suppress);
    expect(missed.length).toBeGreaterThan(due.filter(({ reading }) => !reading.suppress).length * 2);
  });

  it('keeps the weights of the model small', () => {
    expect(JSON.stringify(shippedWeights).length).toBeLessThanOrEqual(60_000);
  });

  it('reads nearly as well without being told the language', () => {
    const wrong = rows.filter((row) => !fits(row, classifyReply({ text: row.text, context: contextOf(row) }).intent));
    expect(share(wrong.length, rows.length)).toBeLessThanOrEqual(0.04);
  });
});
