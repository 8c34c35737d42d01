import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintWhatsAppTemplate, templateRules } from '../../src/linter/template/index.ts';

interface Labelled {
  readonly id: string;
  readonly template: unknown;
  readonly expect: readonly string[];
}

const corpus = readFileSync(new URL('./corpus/whatsapp-templates.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Labelled);

function reported(template: unknown): readonly string[] {
  const findings = lintWhatsAppTemplate(template, { today: '2026-11-23' }).filter((finding) => finding.severity !== 'info');
  return [...new Set(findings.map((finding) => finding.rule))].sort();
}

describe('labelled WhatsApp templates', () => {
  it('are found out, and the clean ones left alone', () => {
    const wrong: string[] = [];
    let right = 0;
    let extra = 0;
    let missed = 0;
    for (const { id, template, expect: labels } of corpus) {
      const found = reported(template);
      const surplus = found.filter((rule) => !labels.includes(rule));
      const absent = labels.filter((rule) => !found.includes(rule));
      right += found.length - surplus.length;
      extra += surplus.length;
      missed += absent.length;
      if (surplus.length + absent.length > 0) wrong.push(`${id}: +[${surplus.join()}] -[${absent.join()}]`);
    }
    const f1 = (2 * right) / (2 * right + extra + missed);
    expect(wrong, `F1 ${f1.toFixed(3)}`).toEqual([]);
    expect(corpus.length).toBeGreaterThanOrEqual(240);
  });

  it('hold every rule of the vocabulary at least once', () => {
    const labelled = new Set(corpus.flatMap((line) => line.expect));
    const counted = templateRules.filter((rule) => rule.severity !== 'info').map((rule) => rule.id);
    expect(counted.filter((id) => !labelled.has(id))).toEqual([]);
  });
});
