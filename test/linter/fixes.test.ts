import { describe, expect, it } from 'vitest';
import { ru } from '../../src/law/packs/ru.ts';
import { applyFixes, createLinter, type LintInput } from '../../src/linter/index.ts';

const linter = createLinter({ packs: [ru()], today: '2026-11-23' });
const rulesOf = (input: LintInput): readonly string[] => linter.lint(input).map((found) => found.rule);

const cases: readonly (readonly [rule: string, text: string, channel: LintInput['channel']])[] = [
  ['credit-no-risk-warning', 'Кредит в ПАО Дельта. СТОП на 4455', 'sms'],
  ['credit-no-study-warning', 'Кредит до 300 000 руб. в ПАО Дельта. СТОП на 4455', 'sms'],
  ['medical-no-warning', 'Медлайн: МРТ колена 3 900 руб. СТОП на 4455', 'sms'],
  ['bad-no-disclaimer', 'ВитаШоп: омега-3 890 руб. СТОП на 4455', 'sms'],
  ['bankruptcy-no-warning', 'Юристы «Щит»: банкротство граждан, цены lex.example. СТОП на 4455', 'sms'],
  ['no-opt-out', 'Пицца 400 ₽. Реклама. ООО «Тесто», ИНН 7700000000, erid: 2VtzqTest1', 'max'],
];

describe('applyFixes', () => {
  it.each(cases)('mends %s so that it lints clean', (rule, text, channel) => {
    const input: LintInput = { country: 'RU', channel, kind: 'marketing', sender: 'RozSlon', text };
    const found = linter.lint(input);
    expect(found.map((one) => one.rule)).toContain(rule);
    const fixed = applyFixes(text, found);
    expect(fixed.applied.length).toBeGreaterThan(0);
    expect(rulesOf({ ...input, text: fixed.text })).toEqual([]);
  });

  it('applies from several places without losing text, and overlapping ones once', () => {
    const base = { rule: 'r', pack: 'p', severity: 'warn', message: '', range: null, basis: [], confidence: 'inference' } as const;
    const fixed = applyFixes('abcdef', [
      { ...base, fix: { range: [0, 2], text: 'X' } },
      { ...base, fix: { range: [1, 3], text: 'Y' } },
      { ...base, fix: { range: [6, 6], text: '!' } },
      { ...base, fix: { range: [6, 6], text: '!' } },
    ]);
    expect(fixed.text).toBe('Xcdef!');
    expect(fixed.applied).toHaveLength(3);
  });
});
