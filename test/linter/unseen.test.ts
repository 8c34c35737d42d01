import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter } from '../../src/linter/create-linter.ts';
import type { LintInput } from '../../src/linter/lint-message.ts';
import { lintWhatsAppTemplate } from '../../src/linter/template/index.ts';

const today = '2026-11-23';

/** Labelled from the law sheets alone before the rules were read; a label was changed later only where a sheet contradicts it. */
interface Labelled {
  readonly id: string;
  readonly expect: readonly string[];
}
type Message = Labelled & LintInput;
type Template = Labelled & { readonly template: unknown };

function load<T>(name: string): readonly T[] {
  return readFileSync(new URL(`./corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

interface Score {
  readonly f1: number;
  /** Share of clean lines with any finding of severity error or warn. */
  readonly alarms: number;
  readonly clean: number;
  readonly wrong: readonly string[];
}

function score<T extends Labelled>(lines: readonly T[], find: (line: T) => readonly { rule: string; severity: string }[]): Score {
  let right = 0;
  let extra = 0;
  let missed = 0;
  let clean = 0;
  let alarmed = 0;
  const wrong: string[] = [];
  for (const line of lines) {
    const found = [...new Set(find(line).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule])))];
    const surplus = found.filter((rule) => !line.expect.includes(rule));
    const absent = line.expect.filter((rule) => !found.includes(rule));
    right += found.length - surplus.length;
    extra += surplus.length;
    missed += absent.length;
    if (line.expect.length === 0) clean++;
    if (line.expect.length === 0 && found.length > 0) alarmed++;
    if (surplus.length + absent.length > 0) wrong.push(`${line.id}: +[${surplus.join()}] -[${absent.join()}]`);
  }
  return { f1: (2 * right) / (2 * right + extra + missed), alarms: alarmed / clean, clean: clean / lines.length, wrong };
}

const batches = [
  'unseen-ru-1',
  'unseen-ru-2',
  'unseen-ru-3',
  'unseen-ru-4',
  'unseen-ru-5',
  'unseen-ru-6',
  'unseen-ru-7',
  'unseen-ru-8',
  'unseen-ru-9',
  'unseen-ru-10',
  'unseen-ru-11',
];

describe.each(batches)('Russian messages labelled blind, %s', async (name) => {
  const linter = createLinter({ packs: await loadAllPacks(), today });
  const lines = load<Message>(name);
  const result = score(lines, (line) => linter.lint(line));

  it('are found with a micro-F1 of at least 0.95', () => {
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(result.f1, result.wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('raise at most 3 % false alarms among the clean ones', () => {
    expect(result.clean).toBeGreaterThan(0.35);
    expect(result.alarms, result.wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });
});

describe.each(['unseen-templates-1', 'unseen-templates-2', 'unseen-templates-3', 'unseen-templates-4'])(
  'WhatsApp templates labelled blind, %s',
  (name) => {
    const lines = load<Template>(name);
    const result = score(lines, (line) => lintWhatsAppTemplate(line.template, { today }));

    it('are found with a micro-F1 of at least 0.95 and no false alarm', () => {
      expect(lines.length).toBeGreaterThanOrEqual(70);
      expect(result.f1, result.wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
      expect(result.alarms, result.wrong.join('\n')).toBe(0);
    });
  },
);
