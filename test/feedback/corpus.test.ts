import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyReply, type Intent, type ReplyContext } from '../../src/feedback/index.ts';

interface Row {
  readonly batch: number;
  readonly lang?: string;
  readonly context: string;
  readonly intent: Intent;
  readonly also?: Intent | readonly Intent[];
  readonly suppress: boolean;
  readonly text: string;
  readonly denial?: boolean;
  readonly scope?: 'channel' | 'purpose';
}

const read = (file: string): readonly Row[] =>
  readFileSync(new URL(`./corpus/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
const rows: readonly Row[] = [...read('replies.jsonl'), ...read('replies-more.jsonl')];
const contextOf = ({ context }: Row): ReplyContext => context.replaceAll('_', '-') as ReplyContext;
const fits = (row: Row, intent: Intent): boolean => intent === row.intent || [row.also ?? []].flat().includes(intent);
const readings = rows.map((row) => ({
  row,
  reading: classifyReply({ text: row.text, context: contextOf(row), ...(row.lang === undefined ? {} : { lang: row.lang }) }),
}));
const share = (part: number, all: number): number => part / all;

describe('the corpus of replies', () => {
  it('covers languages, contexts and intents', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1_800);
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

  it('suppresses at most one ordinary reply in a hundred', () => {
    const ordinary = readings.filter(({ row }) => !row.suppress);
    const wrong = ordinary.filter(({ reading }) => reading.suppress);
    expect(share(wrong.length, ordinary.length), wrong.map(({ row }) => row.text).join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('finds denials and narrowed refusals', () => {
    for (const { row, reading } of readings) {
      if (row.denial) expect(reading.denial, row.text).toBe(true);
      if (row.scope) expect(reading.scope?.kind, row.text).toBe(row.scope);
    }
  });

  it('reads nearly as well without being told the language', () => {
    const wrong = rows.filter((row) => !fits(row, classifyReply({ text: row.text, context: contextOf(row) }).intent));
    expect(share(wrong.length, rows.length)).toBeLessThanOrEqual(0.04);
  });
});
