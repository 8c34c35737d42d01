import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter } from '../../src/linter/create-linter.ts';
import type { LintInput } from '../../src/linter/lint-message.ts';

interface Row extends LintInput {
  readonly id: string;
  readonly expected: readonly string[];
}

const rows = readFileSync(new URL('./corpus/world.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Row => JSON.parse(line));

describe('messages of other countries', async () => {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
  const judged = rows.map((row) => {
    const found = new Set(linter.lint(row).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule])));
    return { row, found, hits: row.expected.filter((rule) => found.has(rule)).length };
  });

  it('holds at least 300 messages, some 40 % of them clean', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter((row) => row.expected.length === 0).length / rows.length).toBeGreaterThan(0.33);
    expect(new Set(rows.map((row) => row.country)).size).toBeGreaterThanOrEqual(15);
  });

  it('finds what is broken: micro-F1 of at least 0.95', () => {
    const hits = judged.reduce((sum, one) => sum + one.hits, 0);
    const reported = judged.reduce((sum, one) => sum + one.found.size, 0);
    const expected = rows.reduce((sum, row) => sum + row.expected.length, 0);
    expect((2 * hits) / (reported + expected)).toBeGreaterThanOrEqual(0.95);
  });

  it('leaves clean messages alone: at most 3 % false alarms', () => {
    const clean = judged.filter(({ row }) => row.expected.length === 0);
    const alarmed = clean.filter(({ found }) => found.size > 0).map(({ row }) => row.id);
    expect(alarmed.length / clean.length).toBeLessThanOrEqual(0.03);
  });

  it('points into the text, the sender or nowhere', () => {
    for (const { row } of judged) {
      for (const { range, in: place } of linter.lint(row)) {
        if (range === null) continue;
        const length = place === 'sender' ? (row.sender ?? '').length : row.text.length;
        expect(range[0]).toBeGreaterThanOrEqual(0);
        expect(range[1]).toBeLessThanOrEqual(length);
        expect(range[0]).toBeLessThanOrEqual(range[1]);
      }
    }
  });
});
