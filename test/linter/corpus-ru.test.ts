import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ru } from '../../src/law/packs/ru.ts';
import { builtInRules, createEngine, createLinter, findOffers, type LintInput } from '../../src/linter/index.ts';
import { seeThrough } from '../../src/text/index.ts';

interface Labelled extends LintInput {
  readonly id: string;
  /** Rules that must be reported at severity error or warn: all of them and no other. */
  readonly expect: readonly string[];
}

const corpus: readonly Labelled[] = readFileSync(new URL('./corpus/ru.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

const today = '2026-11-23';
const linter = createLinter({ packs: [ru()], today });
const reported = (message: LintInput): readonly string[] => [
  ...new Set(
    linter
      .lint(message)
      .filter((found) => found.severity !== 'info')
      .map((found) => found.rule),
  ),
];

describe('the Russian corpus', () => {
  it('is found with a micro-F1 of at least 0.98 and at most 1 % false alarms on clean messages', () => {
    let hits = 0;
    let extra = 0;
    let missed = 0;
    const alarms: string[] = [];
    for (const message of corpus) {
      const found = reported(message);
      hits += found.filter((rule) => message.expect.includes(rule)).length;
      extra += found.filter((rule) => !message.expect.includes(rule)).length;
      missed += message.expect.filter((rule) => !found.includes(rule)).length;
      if (message.expect.length === 0 && found.length > 0) alarms.push(message.id);
    }
    const clean = corpus.filter((message) => message.expect.length === 0).length;
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(clean / corpus.length).toBeGreaterThan(0.35);
    expect((2 * hits) / (2 * hits + extra + missed)).toBeGreaterThanOrEqual(0.98);
    expect(alarms.length / clean).toBeLessThanOrEqual(0.01);
  });

  it('produces every rule that counts', () => {
    const used = new Set(corpus.flatMap((message) => message.expect));
    const counted = new Set(ru().rules.flatMap((entry) => (entry.severity === 'info' ? [] : [entry.rule])));
    expect([...counted].filter((rule) => !used.has(rule))).toEqual([]);
  });

  it('is found alike with and without the word finder', () => {
    const words = builtInRules.flatMap((rule) => rule.triggers ?? []);
    const untriggered = builtInRules.map(({ triggers: _, ...rule }) => rule);
    const slow = createEngine({ packs: [ru()], rules: untriggered, today, findOffers, reader: () => seeThrough(words) });
    for (const message of corpus) {
      expect({ id: message.id, rules: slow.lint(message).map((found) => found.rule) }).toEqual({
        id: message.id,
        rules: linter.lint(message).map((found) => found.rule),
      });
    }
  });

  it('points inside the text', () => {
    for (const message of corpus) {
      for (const { range, in: place } of linter.lint(message)) {
        if (range === null || place !== undefined) continue;
        expect(range[0]).toBeGreaterThanOrEqual(0);
        expect(range[1]).toBeGreaterThan(range[0]);
        expect(range[1]).toBeLessThanOrEqual(message.text.length);
      }
    }
  });
});
