import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter } from '../../src/linter/create-linter.ts';
import type { LintInput } from '../../src/linter/lint-message.ts';

interface Row extends LintInput {
  readonly id: string;
  readonly expect: readonly string[];
}

/** Batches labelled from the fact sheets by someone who had not read the rules, each before its first run. */
const batches = [
  'unseen-world-1',
  'unseen-world-2',
  'unseen-world-3',
  'unseen-world-4',
  'unseen-world-5',
  'unseen-world-6',
  'unseen-world-7',
] as const;

const read = (name: string): readonly Row[] =>
  readFileSync(new URL(`./corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));

describe('blindly labelled messages of other countries', async () => {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });

  it.each(batches)('%s: micro-F1 of at least 0.98, at most 2 %% false alarms on clean messages', (name) => {
    const rows = read(name);
    let hits = 0;
    let reported = 0;
    let expected = 0;
    const alarmed: string[] = [];
    const clean = rows.filter((row) => row.expect.length === 0);
    for (const row of rows) {
      const found = new Set(linter.lint(row).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule])));
      hits += row.expect.filter((rule) => found.has(rule)).length;
      reported += found.size;
      expected += row.expect.length;
      if (row.expect.length === 0 && found.size > 0) alarmed.push(row.id);
    }
    expect((2 * hits) / (reported + expected)).toBeGreaterThanOrEqual(0.98);
    expect(alarmed.length / clean.length, alarmed.join()).toBeLessThanOrEqual(0.02);
  });

  it('cover fifteen countries and more, and every batch has its share of clean messages', () => {
    for (const name of batches) {
      const rows = read(name);
      expect(new Set(rows.map((row) => row.country)).size).toBeGreaterThanOrEqual(15);
      expect(rows.filter((row) => row.expect.length === 0).length / rows.length).toBeGreaterThan(0.33);
    }
  });
});
