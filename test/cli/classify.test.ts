import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licet, lines, parsed } from './licet-process.ts';

describe('licet classify', () => {
  it('says of each reply what is wanted, in the words of the contract', async () => {
    const { code, out, err } = await licet(
      ['classify', '--format', 'jsonl'],
      lines(
        { id: 1, text: 'STOP', context: 'marketing' },
        { id: 2, text: 'Отпишите меня', lang: 'ru', provider: 'smsc' },
        { id: 3, text: 'Да', lang: 'ru', context: 'double_opt_in_prompt' },
        { id: 4, text: 'Да', lang: 'ru', context: 'double-opt-in-prompt' },
        { id: 5, text: 'When does my order arrive?', lang: null, context: null },
        { id: 6, text: 'HELP', context: 'marketing' },
      ),
    );
    expect([code, err]).toEqual([0, '']);
    const results = parsed(out);
    expect(results.map(({ intent }) => intent)).toEqual(['opt-out', 'opt-out', 'opt-in', 'opt-in', 'other', 'help']);
    expect(results.map(({ suppress }) => suppress)).toEqual([true, true, false, false, false, false]);
    expect(results[0]).toEqual({ id: 1, intent: 'opt-out', suppress: true, matched: 'stop' });
    expect(results[4]).not.toHaveProperty('matched');
  });

  it('names bad lines, reads the rest and ends with 2', async () => {
    const { code, out, err } = await licet(
      ['classify', '--format', 'jsonl'],
      lines({ id: 1 }, { id: 2, text: 'STOP', context: 'spam' }, '---', { id: 4, text: 'STOP' }),
    );
    expect(code).toBe(2);
    expect(parsed(out).map(({ id }) => id)).toEqual([4]);
    expect(err.trimEnd().split('\n')).toEqual([
      'line 1: field "text": expected text',
      expect.stringMatching(/^line 2: field "context": expected one of marketing, transactional, double-opt-in-prompt, none/u),
      'line 3: not JSON; each line is one JSON object',
    ]);
  });

  it('reads a file, writes for people, is silent about empty input', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'classify-'));
    const file = join(folder, 'replies.jsonl');
    writeFileSync(file, lines({ id: 'r1', text: 'STOP' }));
    const [people, empty, badFormat] = await Promise.all([
      licet(['classify', '--input', file]),
      licet(['classify'], ''),
      licet(['classify', '--format', 'sarif']),
    ]);
    rmSync(folder, { recursive: true });
    expect(people.out).toMatch(/^r1 {2}opt-out, suppress \(«stop», \w+\)\n$/u);
    expect(empty).toEqual({ code: 0, out: '', err: '' });
    expect(badFormat).toMatchObject({ code: 2, err: 'licet: --format takes text, jsonl; "sarif" is none of them.\n' });
  });
});
