import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter } from '../../src/linter/create-linter.ts';
import { sourceOf } from '../../src/linter/lexicon/wording.ts';
import { worldLexicons } from '../../src/linter/lexicon/world-lexicons.ts';

const wordings = Object.entries(worldLexicons).flatMap(([language, { spaced, noName: _names, filtered: _filtered, ...topics }]) =>
  Object.entries(topics).flatMap(([topic, fragments]) => fragments.map((fragment) => ({ language, topic, source: sourceOf(fragment, spaced) }))),
);

/** Quantifiers without an upper bound, outside of classes and escapes. */
function unbounded(source: string): readonly string[] {
  const bare = source.replace(/\\p\{[^}]*\}|\\./gu, 'a').replace(/\[[^\]]*\]/gu, 'a');
  return bare.match(/[*+]|\{\d+,\}/gu) ?? [];
}

describe('wordings of the world', () => {
  it('compile, and have no quantifier without an upper bound', () => {
    expect(wordings.length).toBeGreaterThan(2_000);
    const broken = wordings.filter(({ source }) => unbounded(source).length > 0 || new RegExp(source, 'gu').test(''));
    expect(broken).toEqual([]);
  });
});

const places = ['US', 'CA', 'GB', 'DE', 'FR', 'ES', 'TR', 'IN', 'AE', 'KR', 'JP', 'UZ', 'BY'] as const;
const units = [
  'a',
  '1',
  '1 ',
  '1.',
  'a.',
  'a@',
  'stop ',
  'reply stop ',
  'no more ',
  '20% off ',
  'card pin ',
  'A',
  'A a ',
  'a-',
  '+1 ',
  '(',
  '[',
  '{{',
  '%A',
  '$',
  'f r e e ',
  'c*s',
  'скидка ',
  'ß',
  '광고(',
  'अ ',
  '停止',
  'a/b.c/',
  'https://a.',
];

describe('rules of the world on hostile texts', async () => {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
  const cost = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const started = process.cpuUsage().user;
    for (const country of places) {
      linter.lint({ country, channel: 'sms', kind: 'marketing', sender: '62555', text });
      linter.lint({ country, channel: 'sms', kind: 'transactional', sender: 'Kettle', text });
    }
    return process.cpuUsage().user - started;
  };

  it.each(units)('take work in proportion to the length: %j', { timeout: 60_000 }, (unit) => {
    cost(unit, 500);
    const small = Math.min(cost(unit, 2_000), cost(unit, 2_000));
    const large = Math.min(cost(unit, 8_000), cost(unit, 8_000));
    expect({ unit, small, large, ok: large < small * 9 + 60_000 }).toMatchObject({ ok: true });
  });
});
