import { describe, expect, it } from 'vitest';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { us } from '../../src/law/packs/us.ts';
import { createLinter, type LintInput } from '../../src/linter/index.ts';

const linter = createLinter({ packs: [ru()], today: '2026-11-23', language: 'ru' });

describe('createLinter', () => {
  it('finds by the law of the country and names range and basis', () => {
    const text = 'Лучшая пекарня района ждёт вас';
    const found = linter
      .lint({ country: 'ru', channel: 'sms', kind: 'marketing', sender: 'Kolos', text })
      .find((one) => one.rule === 'superlative-unsupported');
    expect(found?.range).toEqual([0, 6]);
    expect(found?.basis).toEqual([{ act: '38-ФЗ «О рекламе»', article: expect.stringContaining('5') }]);
    expect(found?.pack).toBe('ru');
  });

  it('refuses marketing to a country without a pack, and only marketing', () => {
    expect(linter.lint({ country: 'FR', channel: 'sms', kind: 'marketing', text: 'x' }).map((one) => one.rule)).toEqual(['no-law-pack']);
    expect(linter.lint({ country: 'FR', channel: 'sms', kind: 'transactional', text: 'x' })).toEqual([]);
  });
});

describe('texts no channel carries', () => {
  const linter = createLinter({ packs: [gb()], today: '2026-11-23' });
  const message = { country: 'GB', channel: 'sms', kind: 'transactional', sender: 'BlueKettle' } as const;
  const found = (change: Partial<LintInput>): readonly string[] => linter.lint({ ...message, text: '', ...change }).map(({ rule }) => rule);

  it('are refused unread, wherever their length stands', () => {
    expect(found({ text: 'a '.repeat(9_900) })).toEqual([]);
    expect(found({ text: 'a'.repeat(20_001) })).toEqual(['text-too-long']);
    expect(found({ sender: 'a'.repeat(20_001) })).toEqual(['text-too-long']);
    expect(found({ buttons: ['a'.repeat(20_001)] })).toEqual(['text-too-long']);
    expect(found({ buttons: [{ text: 'a', url: `https://a.example/${'a'.repeat(20_000)}` }] })).toEqual(['text-too-long']);
  });

  it('never cost more than the text is long: a mail address before a line of dashes', () => {
    const american = createLinter({ packs: [us()], today: '2026-11-23' });
    const rules = (dashes: number): readonly string[] =>
      american
        .lint({
          ...message,
          country: 'US',
          kind: 'marketing',
          sender: '62555',
          text: `Blue Kettle: mail us a@b${'-'.repeat(dashes)} Reply STOP to end`,
        })
        .map(({ rule }) => rule);
    expect(rules(400)).toEqual(rules(3));
  });
});
