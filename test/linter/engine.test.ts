import { describe, expect, it } from 'vitest';
import { ru } from '../../src/law/packs/ru.ts';
import { createLinter } from '../../src/linter/index.ts';

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
