import { describe, expect, it } from 'vitest';
import { findingsOf, licet, lines, parsed, rulesOf } from './licet-process.ts';
import { sarifFaults } from './sarif-structure.ts';

const clean = {
  id: 'clean',
  country: 'GB',
  channel: 'sms',
  kind: 'transactional',
  sender: 'BlueKettle',
  text: 'Blue Kettle: your teapot is ready to collect.',
};
const barred = {
  id: 4711,
  country: 'ru',
  channel: 'whatsapp',
  kind: 'marketing',
  sender: 'Kolos',
  text: 'Скидка 20 % на чайники',
  asOf: '2026-11-23',
};
const template = {
  id: 'tpl',
  channel: 'whatsapp',
  template: { name: 'Bad Name', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Your order is on its way.' }] },
};

describe('licet lint of lines', () => {
  it('says nothing against a clean message and ends with 0', async () => {
    expect(await licet(['lint', '--format', 'jsonl'], lines(clean))).toEqual({ code: 0, out: '{"id":"clean","diagnostics":[]}\n', err: '' });
  });

  it('gives each line its findings, in order, and ends with 1 for an error', async () => {
    const { code, out, err } = await licet(['lint', '--format', 'jsonl'], lines(barred, clean, template));
    expect([code, err]).toEqual([1, '']);
    const [first, second, third] = parsed(out);
    expect([first?.id, second?.id, third?.id]).toEqual([4711, 'clean', 'tpl']);
    expect(rulesOf(first)).toContain('restricted-channel-ad');
    expect(rulesOf(third)).toContain('name-invalid-chars');
    for (const found of findingsOf(first)) {
      expect(Object.keys(found)).toEqual(expect.arrayContaining(['rule', 'pack', 'severity', 'message', 'range', 'basis', 'confidence']));
      expect(['error', 'warn', 'info']).toContain(found.severity);
    }
  });

  it('goes by the law of the day it is asked for', async () => {
    const { out } = await licet(
      ['lint', '--format', 'jsonl'],
      lines({ ...barred, asOf: '2024-05-01' }, { ...barred, asOf: null, at: '2024-05-01T12:00' }),
    );
    for (const line of parsed(out)) expect(rulesOf(line)).not.toContain('restricted-channel-ad');
  });

  it('names a bad line, its field and what was expected, works on the rest and ends with 2', async () => {
    const { code, out, err } = await licet(
      ['lint', '--format', 'jsonl'],
      lines(
        'not json',
        { ...clean, channel: 'fax' },
        '',
        { ...clean, text: undefined },
        { ...clean, country: 'Britain' },
        { id: 1, template: {} },
        clean,
      ),
    );
    expect(code).toBe(2);
    expect(out).toBe('{"id":"clean","diagnostics":[]}\n');
    expect(err.trimEnd().split('\n')).toEqual([
      'line 1: not JSON; each line is one JSON object',
      expect.stringMatching(/^line 2: field "channel": expected one of sms, whatsapp/u),
      expect.stringMatching(/^line 4: field "text": expected text/u),
      expect.stringMatching(/^line 5: field "country": expected .*two-letter/u),
      expect.stringMatching(/^line 6: field "channel": expected/u),
    ]);
  });

  it('ignores fields it does not know, and takes null for absent', async () => {
    const line = { ...clean, campaign: 'x', region: null, buttons: null, at: null, asOf: null, facts: null };
    expect((await licet(['lint', '--format', 'jsonl'], lines(line))).out).toBe('{"id":"clean","diagnostics":[]}\n');
  });

  it('has nothing to say about empty input', async () => {
    expect(await licet(['lint', '--format', 'jsonl'])).toEqual({ code: 0, out: '', err: '' });
    expect(await licet(['lint'], '\n\n')).toEqual({ code: 0, out: '', err: '' });
  });

  it('mends texts with --fix and gives the findings that are left', async () => {
    const ad = {
      id: 'a',
      country: 'RU',
      channel: 'sms',
      kind: 'marketing',
      sender: 'RozSlon',
      text: 'Кредит в ПАО Дельта. СТОП на 4455',
      asOf: '2026-11-23',
    };
    const [before, after] = (
      await Promise.all([licet(['lint', '--format', 'jsonl'], lines(ad)), licet(['lint', '--format', 'jsonl', '--fix'], lines(ad))])
    ).map(({ out }) => parsed(out)[0]);
    expect(findingsOf(before).some(({ fix }) => fix !== undefined)).toBe(true);
    expect(after?.text).toMatch(/^Кредит в ПАО Дельта\. СТОП на 4455.+/u);
    expect(findingsOf(after)).toEqual([]);
  });

  it('speaks to people in two languages', async () => {
    expect((await licet(['lint'], lines(barred))).out).toMatch(/^4711\n(?: {2}.*\n)* {2}error restricted-channel-ad: Advertising may not be sent/u);
    expect((await licet(['lint', '--language', 'ru'], lines(barred))).out).toContain('ошибка restricted-channel-ad');
    expect((await licet(['lint'], lines(clean))).out).toBe('no findings\n');
  });

  it('writes SARIF 2.1.0', async () => {
    const multiline = { ...barred, id: 'two lines/ж', channel: 'sms', text: 'Колос: скидка\nсамые лучшие чайники!' };
    const { code, out } = await licet(['lint', '--format', 'sarif'], lines(barred, multiline, template, clean));
    expect(code).toBe(1);
    const log = JSON.parse(out) as {
      runs: {
        tool: { driver: { rules: { id: string; shortDescription: { text: string } }[] } };
        results: { ruleId: string; level: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[] }[];
      }[];
    };
    expect(sarifFaults(log)).toEqual([]);
    const [run] = log.runs;
    expect(run?.results.find(({ ruleId }) => ruleId === 'restricted-channel-ad')?.level).toBe('error');
    expect(run?.tool.driver.rules.find(({ id }) => id === 'name-invalid-chars')?.shortDescription.text).not.toBe('name-invalid-chars');
    const superlative = run?.results.find(({ ruleId, locations: [place] }) => ruleId === 'superlative-unsupported' && place?.physicalLocation.region);
    expect(superlative?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: `message:${encodeURIComponent('two lines/ж')}` },
      region: { startLine: 2, endLine: 2 },
    });
    expect(sarifFaults(JSON.parse((await licet(['lint', '--format', 'sarif'])).out))).toEqual([]);
  });

  it('refuses bad use with 2 and a hint', async () => {
    const uses: readonly (readonly [readonly string[], RegExp])[] = [
      [['lint', '--format', 'xml'], /--format takes text, jsonl, sarif; "xml"/u],
      [['lint', '--language', 'de'], /--language takes en, ru/u],
      [['lint', '--nonsense'], /nonsense/u],
      [['lint', '--input', '/nowhere/at/all.jsonl'], /does not exist/u],
      [['lint', '--country', 'GB'], /--country is for template files/u],
      [['lint', '--config', '/nowhere/licet.lint.ts'], /does not exist/u],
    ];
    for (const [args, expected] of uses) {
      const { code, out, err } = await licet(args, lines(clean));
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(expected);
    }
  });
});

describe('sarifFaults', () => {
  const sound = {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'x', rules: [{ id: 'a' }] } }, results: [{ ruleId: 'a', ruleIndex: 0, message: { text: 'm' } }] }],
  };

  it.each([
    ['another version', { ...sound, version: '2.0.0' }],
    ['no runs', { version: '2.1.0' }],
    ['an unknown field', { ...sound, verdict: 'fine' }],
    ['a run without a tool', { ...sound, runs: [{ results: [] }] }],
    ['a result without a message', { ...sound, runs: [{ ...sound.runs[0], results: [{ ruleId: 'a' }] }] }],
    ['an unknown level', { ...sound, runs: [{ ...sound.runs[0], results: [{ message: { text: 'm' }, level: 'warn' }] }] }],
    ['an index that leads elsewhere', { ...sound, runs: [{ ...sound.runs[0], results: [{ message: { text: 'm' }, ruleId: 'b', ruleIndex: 0 }] }] }],
    [
      'a column zero',
      {
        ...sound,
        runs: [
          {
            ...sound.runs[0],
            results: [
              {
                message: { text: 'm' },
                locations: [{ physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: 1, startColumn: 0 } } }],
              },
            ],
          },
        ],
      },
    ],
    [
      'an address with a space',
      {
        ...sound,
        runs: [{ ...sound.runs[0], results: [{ message: { text: 'm' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'a b' } } }] }] }],
      },
    ],
  ])('finds %s', (_name, log) => {
    expect(sarifFaults(sound)).toEqual([]);
    expect(sarifFaults(log)).not.toEqual([]);
  });
});
