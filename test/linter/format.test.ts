import { describe, expect, it } from 'vitest';
import { ru } from '../../src/law/packs/ru.ts';
import { builtInRules, createLinter, formatJsonLines, formatSarif, formatText, type LintResult } from '../../src/linter/index.ts';

const linter = createLinter({ packs: [ru()], today: '2026-11-23' });
const text = 'Розовый Слон:\nлучшая пекарня района. СТОП на 4455';
const results: readonly LintResult[] = [
  {
    id: 'a',
    text,
    file: { path: 'templates/a.md', line: 5, column: 3 },
    diagnostics: linter.lint({ country: 'RU', channel: 'sms', kind: 'marketing', sender: 'RozSlon', text }),
  },
  { id: 'b', text: 'Заказ готов', diagnostics: [] },
];

describe('formats', () => {
  it('prints one line per finding with the words it points at', () => {
    const printed = formatText(results);
    expect(printed).toContain('templates/a.md:5:3');
    expect(printed).toMatch(/warning superlative-unsupported 14-20 «лучшая»: .*Basis: 38-ФЗ.*since 2006-07-01; fine:/u);
    expect(printed).not.toContain('Заказ готов');
    expect(formatText([results[1]!], 'ru')).toBe('замечаний нет\n');
  });

  it('prints JSON lines without the text', () => {
    const [first, second] = formatJsonLines(results)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.id).toBe('a');
    expect(first.diagnostics[0].range).toEqual([14, 20]);
    expect(second).toEqual({ id: 'b', diagnostics: [] });
  });

  it('prints SARIF with places in the file and the rules used', () => {
    const log = JSON.parse(formatSarif(results, { version: '0.1.0', rules: builtInRules }));
    const run = log.runs[0];
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['superlative-unsupported']);
    expect(run.results[0]).toMatchObject({ ruleId: 'superlative-unsupported', ruleIndex: 0, level: 'warning' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'templates/a.md' },
      region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 7 },
    });
  });
});
