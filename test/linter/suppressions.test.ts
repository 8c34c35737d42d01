import { describe, expect, it } from 'vitest';
import { createSuppressor, type Diagnostic, type LintInput, type Suppression } from '../../src/linter/index.ts';

const input: LintInput = { country: 'RU', channel: 'sms', kind: 'marketing', text: 'Лучшая пекарня района' };
const found: Diagnostic = {
  rule: 'superlative-unsupported',
  pack: 'ru',
  severity: 'warn',
  message: '',
  range: [0, 6],
  basis: [],
  confidence: 'secondary',
};
const allowed: Suppression = { rule: 'superlative-unsupported', author: 'counsel', reason: 'rating on file', expires: '2027-01-01' };

describe('createSuppressor', () => {
  it('takes a finding out until the day it expires and keeps what it took', () => {
    const suppressor = createSuppressor([allowed]);
    expect(suppressor.apply(input, [found], '2026-12-31')).toEqual({ kept: [], suppressed: [{ diagnostic: found, by: allowed }] });
    expect(suppressor.apply(input, [found], '2027-01-01').kept).toEqual([found]);
    expect(suppressor.expired('2027-01-01')).toEqual([allowed]);
  });

  it('names those that took out nothing', () => {
    const other = { ...allowed, contains: 'шины' };
    const suppressor = createSuppressor([allowed, other]);
    suppressor.apply(input, [found], '2026-12-01');
    expect(suppressor.unused()).toEqual([other]);
  });

  it('never takes out a missing law pack', () => {
    const missing = { ...found, rule: 'no-law-pack', pack: 'licet' };
    expect(createSuppressor([{ ...allowed, rule: 'no-law-pack' }]).apply(input, [missing], '2026-12-01').kept).toEqual([missing]);
  });
});
