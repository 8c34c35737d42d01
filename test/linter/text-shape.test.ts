import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { createLinter, type LintInput } from '../../src/linter/index.ts';
import { shapeOf } from '../../src/linter/text-shape.ts';
import { dice } from '../prove/claim.ts';

const messages: readonly LintInput[] = globSync('corpus/*.jsonl', { cwd: import.meta.dirname })
  .filter((file) => !file.includes('template'))
  .toSorted()
  .flatMap((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line): LintInput => JSON.parse(line));

describe('shapeOf', () => {
  it.each([
    ['order 104233 is ready', 'order 100000 is ready'],
    ['№ 7104233.', '№ 7000000.'],
    ['in 2026 and 1984', 'in 2000 and 1900'],
    ['STOP 36184', 'STOP 36000'],
    ['call 88005550143', 'call 88005500000'],
    ['104233', '100000'],
  ])('sets to zero what no rule tells apart: %s', (text, shape) => {
    expect(shapeOf(text, 'Kettle')).toBe(shape);
    expect(shapeOf(shape, 'Kettle')).toBe(shape);
    expect(shape).toHaveLength(text.length);
  });

  it.each([
    'pay 999 now',
    '+447700900123',
    '+1 202 555 0143',
    '12 3456 78',
    '10.10.2026',
    'c4s1n0',
    '2200000000000004',
    'SAVE2000',
    'x.example/104233',
    '104233%',
    '104233-1',
    'a 1042 3311',
    '5:104233',
    '10 000 1042',
  ])('keeps numbers that are part of something: %s', (text) => {
    expect(shapeOf(text, 'Kettle')).toBe(text);
  });
});

it('keeps the digits of the sender, to whom people may reply', () => {
  expect(shapeOf('STOP to 34431, order 34439', '34431')).toBe('STOP to 34431, order 34000');
  expect(shapeOf('STOP to 12025550143', '+1 202 555 0143')).toBe('STOP to 12025550143');
});

describe('texts of one shape', async () => {
  const linter = createLinter({ packs: await loadAllPacks(), today: '2026-11-23' });
  const findings = (message: LintInput): unknown =>
    linter.lint(message).map(({ rule, range, severity, in: where }) => [rule, range, severity, where]);

  it('have the same findings, whatever their numbers', { timeout: 120_000 }, () => {
    const roll = dice(20_261_123);
    const number = (): string => Array.from({ length: 4 + Math.floor(roll() * 9) }, () => Math.floor(roll() * 10)).join('');
    let compared = 0;
    for (const message of messages) {
      const { sender = '' } = message;
      const words = message.text.split(' ');
      const at = Math.floor(roll() * (words.length + 1));
      const text = [...words.slice(0, at), number(), ...words.slice(at)].join(' ');
      const other = [...text]
        .map((char, i) => (shapeOf(text, sender)[i] === '0' && /\d/.test(char) && differs(text, sender, i) ? Math.floor(roll() * 10) : char))
        .join('');
      if (other === text || shapeOf(other, sender) !== shapeOf(text, sender)) continue;
      compared += 1;
      expect([other, findings({ ...message, text: other })]).toEqual([other, findings({ ...message, text })]);
    }
    expect(compared).toBeGreaterThan(1_500);
  });
});

/** Whether another digit in this place leaves the shape as it is. */
function differs(text: string, sender: string, at: number): boolean {
  const changed = `${text.slice(0, at)}${text[at] === '5' ? '6' : '5'}${text.slice(at + 1)}`;
  return shapeOf(changed, sender) === shapeOf(text, sender);
}
