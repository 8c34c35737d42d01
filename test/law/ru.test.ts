import { describe, expect, it } from 'vitest';
import { ru } from '../../src/law/packs/ru.ts';
import { builtInRules, createLinter, type LintInput } from '../../src/linter/index.ts';

const pack = ru();
const linter = createLinter({ packs: [pack], today: '2026-11-23' });
const rules = (input: Partial<LintInput> & { text: string }): readonly string[] =>
  linter.lint({ country: 'RU', channel: 'sms', kind: 'marketing', sender: 'Luch', ...input }).map((found) => found.rule);

describe('the Russian pack', () => {
  it('names only rules that exist, each entry with basis or note, dates and review day', () => {
    const known = new Set(builtInRules.map((rule) => rule.id));
    for (const entry of pack.rules) {
      expect(known.has(entry.rule), entry.rule).toBe(true);
      expect(entry.basis.length, entry.rule).toBeGreaterThan(0);
      expect(entry.reviewBy > entry.checkedOn, entry.rule).toBe(true);
      expect(entry.since, entry.rule).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }
  });

  it.each([
    ['restricted-channel-ad', { channel: 'whatsapp', text: 'Оправа 2 900 руб. Ответьте СТОП' }, '2026-02-10', '2026-02-11'],
    ['restricted-channel-ad', { channel: 'telegram', text: 'Оправа 2 900 руб. /stop' }, '2026-02-09', '2026-02-10'],
    ['credit-no-risk-warning', { text: 'Кредит в ПАО Дельта. СТОП на 4455' }, '2025-02-28', '2025-03-01'],
    ['credit-no-psk', { text: 'Кредит под 9 % в ПАО Дельта. СТОП на 4455' }, '2023-10-22', '2023-10-23'],
    ['bankruptcy-no-warning', { text: 'Банкротство граждан, юристы «Щит». СТОП на 4455' }, '2025-12-31', '2026-01-01'],
    ['vpn-ad', { text: 'ВПН 99 руб. в месяц, «Луч». СТОП на 4455' }, '2025-08-31', '2025-09-01'],
    ['crypto-ad', { text: 'Обмен биткоина, «Луч». СТОП на 4455' }, '2024-08-31', '2024-09-01'],
    ['ad-mark-missing', { channel: 'max', text: 'Оправа 2 900 руб. /stop' }, '2022-08-31', '2022-09-01'],
    ['foreign-messenger-org-ban', { channel: 'viber', kind: 'transactional', text: 'Банк Дельта: платёж 15.12' }, '2025-05-31', '2025-06-01'],
    ['foreign-word-untranslated', { text: 'Квартиры в ЖК Aurora, ООО СЗ «Луч», наш.дом.рф. СТОП на 4455' }, '2026-02-28', '2026-03-01'],
  ] as const)('puts %s in force on its day', (rule, input, before, from) => {
    expect(rules({ ...input, asOf: before })).not.toContain(rule);
    expect(rules({ ...input, asOf: from })).toContain(rule);
    expect(rules({ ...input, at: `${from}T12:00` })).toContain(rule);
  });
});
