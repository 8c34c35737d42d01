import { describe, expect, it } from 'vitest';
import { licet, lines, parsed } from './licet-process.ts';

describe('licet segments', () => {
  it('gives encoding, segments and units of each text, unknown fields ignored', async () => {
    const texts = ['a'.repeat(160), 'a'.repeat(161), `${'a'.repeat(159)}€`, 'я'.repeat(70), 'я'.repeat(71), '👍'];
    const { code, out, err } = await licet(['segments', '--format', 'jsonl'], lines(...texts.map((text, id) => ({ id, text, campaign: 'x' }))));
    expect([code, err]).toEqual([0, '']);
    expect(parsed(out)).toEqual([
      { id: 0, encoding: 'GSM-7', segments: 1, units: 160 },
      { id: 1, encoding: 'GSM-7', segments: 2, units: 161 },
      { id: 2, encoding: 'GSM-7', segments: 2, units: 161 },
      { id: 3, encoding: 'UCS-2', segments: 1, units: 70 },
      { id: 4, encoding: 'UCS-2', segments: 2, units: 71 },
      { id: 5, encoding: 'UCS-2', segments: 1, units: 2 },
    ]);
  });

  it('names bad lines, counts the rest and ends with 2', async () => {
    const { code, out, err } = await licet(
      ['segments', '--format', 'jsonl'],
      lines('{"id":1', { id: 2 }, { text: 'x' }, [], { id: 5, text: 7 }, { id: 6, text: 'x' }),
    );
    expect(code).toBe(2);
    expect(parsed(out).map(({ id }) => id)).toEqual([6]);
    expect(err.trimEnd().split('\n')).toEqual([
      'line 1: not JSON; each line is one JSON object',
      'line 2: field "text": expected text',
      expect.stringMatching(/^line 3: field "id": expected text.* number/u),
      expect.stringMatching(/^line 4: field "\(whole line\)": expected an object/u),
      'line 5: field "text": expected text',
    ]);
  });

  it('passes over a byte order mark, Windows line ends and empty lines', async () => {
    const { code, out } = await licet(['segments', '--format', 'jsonl'], '\ufeff{"id":1,"text":"x"}\r\n\r\n{"id":2,"text":"x"}');
    expect(code).toBe(0);
    expect(parsed(out).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('is readable, and silent about empty input', async () => {
    expect((await licet(['segments'], lines({ id: 'hi', text: 'x' }))).out).toBe('hi  1 segment, GSM-7, 1 units\n');
    expect(await licet(['segments'])).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('licet', () => {
  it('lists its commands, knows its mistakes', async () => {
    const [bare, help, unknown, own] = await Promise.all([licet([]), licet(['help']), licet(['sgements']), licet(['segments', '--help'])]);
    expect([bare.code, help.code, unknown.code, own.code]).toEqual([2, 0, 2, 0]);
    for (const name of ['lint', 'rules', 'classify', 'segments', 'webhook']) expect(help.out).toMatch(new RegExp(`^ {2}${name} `, 'mu'));
    expect(unknown.err).toContain('no command "sgements"');
    expect(own.out).toContain('licet segments [--input FILE]');
  });
});
