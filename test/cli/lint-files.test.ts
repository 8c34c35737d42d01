import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf, licet, parsed, rulesOf } from './licet-process.ts';
import { sarifFaults } from './sarif-structure.ts';

const folder = mkdtempSync(join(tmpdir(), 'lint-files-'));
const files: Record<string, string> = {
  'templates/sale.yaml': `# the autumn sale
id: autumn-sale
kind: marketing
variants:
  - channel: sms
    locale: en-GB
    text: "Hi {{name}}, \\"teapots\\" \\u2014 you have won one! Get it at bit.ly/pots"
  - channel: sms
    locale: ru
    text: >-
      {{name}}, осенью у нас
      самые лучшие чайники на свете,
      приходите
`,
  'templates/deep/kettle.json': JSON.stringify(
    [
      {
        id: 'kettle',
        kind: 'marketing',
        variants: [{ channel: 'sms', locale: 'en-GB', text: 'Say "hi"\nto bit.ly/kettle now {{name}}. Reply STOP to end' }],
      },
    ],
    null,
    2,
  ),
  'templates/letter.md':
    '---\nid: letter\nkind: transactional\n---\n\n## sms en-GB\n\nBlue Kettle: {{name}}, your teapot\nis at https://bit.ly/teapot today.\n',
  'templates/whatsapp.json': JSON.stringify(
    { data: [{ name: 'Order Update', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hi {{1}}' }] }] },
    null,
    2,
  ),
  'templates/README.md': '# About these templates\n\nNothing to send.\n',
  'templates/node_modules/x.json': '{"kind": 1}',
  'clean/ready.yaml':
    'id: ready\nkind: transactional\nvariants:\n  - channel: sms\n    locale: en-GB\n    text: "Blue Kettle: {{name}}, your teapot is ready to collect: {{link}}"\n',
  'bad/broken.json': '{"id": "x",',
  'bad/faulty.yaml':
    'id: faulty\nkind: marketing\nvariants:\n  - channel: fax\n    locale: en\n    text: Hi\n  - channel: sms\n    locale: en-GB\n    text: "Hi {{name"\n',
};

/** Words of a file from a place that the command printed. */
function words(file: string, place: { line: number; column: number; endLine: number; endColumn: number } | undefined): string {
  const all = files[file]!.split('\n');
  const { line, column, endLine, endColumn } = place!;
  return all
    .slice(line - 1, endLine)
    .map((text, i, list) => text.slice(i === 0 ? column - 1 : 0, i === list.length - 1 ? endColumn - 1 : undefined))
    .join('\n');
}

const findings = async (args: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
  parsed((await licet(['lint', ...args, '--format', 'jsonl'], '', folder)).out);

beforeAll(() => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('licet lint of files', () => {
  it('lints every wording of a folder for the country of its locale', async () => {
    const { code, out, err } = await licet(['lint', 'templates', '--format', 'jsonl'], '', folder);
    expect(code).toBe(1);
    expect(err).toBe('templates/README.md: passed over, no template in it\n');
    const results = parsed(out);
    expect(results.map(({ file, id, channel, locale, country, countryBy, kind }) => [file, id, channel, locale, country, countryBy, kind])).toEqual([
      ['templates/deep/kettle.json', 'kettle', 'sms', 'en-GB', 'GB', 'locale', 'marketing'],
      ['templates/letter.md', 'letter', 'sms', 'en-GB', 'GB', 'locale', 'transactional'],
      ['templates/sale.yaml', 'autumn-sale', 'sms', 'en-GB', 'GB', 'locale', 'marketing'],
      ['templates/sale.yaml', 'autumn-sale', 'sms', 'ru', 'RU', 'locale', 'marketing'],
      ['templates/whatsapp.json', 'Order Update', 'whatsapp', 'en_US', undefined, undefined, 'utility'],
    ]);
  });

  it('points at the words in the file, through quotes, escapes, folds and placeholders', async () => {
    const results = await findings(['templates']);
    const found = (file: string, rule: string): readonly string[] =>
      results
        .filter((result) => result.file === file)
        .flatMap((result) => findingsOf(result).flatMap((one) => (one.rule === rule ? [words(file, one.place)] : [])));
    expect(found('templates/sale.yaml', 'deceptive-claim')).toEqual(['you have won']);
    expect(found('templates/sale.yaml', 'public-url-shortener')).toEqual(['bit.ly/pots']);
    expect(found('templates/sale.yaml', 'superlative-unsupported').join()).toMatch(/лучшие/u);
    expect(found('templates/deep/kettle.json', 'public-url-shortener')).toEqual(['bit.ly/kettle']);
    expect(found('templates/letter.md', 'public-url-shortener')).toEqual(['https://bit.ly/teapot']);
    expect(found('templates/whatsapp.json', 'variable-trailing')).toEqual(['{{1}}']);
    expect(found('templates/whatsapp.json', 'name-invalid-chars')).toEqual(['"Order Update"']);
  });

  it('is not troubled by placeholders, and says nothing about a clean file', async () => {
    const { code, out } = await licet(['lint', 'clean/ready.yaml', '--format', 'jsonl'], '', folder);
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([{ id: 'ready', file: 'clean/ready.yaml', line: 6, column: 12, diagnostics: [] }]);
    expect((await licet(['lint', 'clean'], '', folder)).out).toBe('no findings\n');
  });

  it('lints for the countries it is given, on the day it is given', async () => {
    const results = await findings(['templates/sale.yaml', '--country', 'ru,kz']);
    expect(results.map(({ country, countryBy }) => [country, countryBy])).toEqual([
      ['RU', 'option'],
      ['KZ', 'option'],
      ['RU', 'option'],
      ['KZ', 'option'],
    ]);
    const restricted = async (day: string): Promise<boolean> => {
      writeFileSync(
        join(folder, 'wa.yaml'),
        'id: wa\nkind: marketing\nvariants:\n  - channel: whatsapp\n    locale: ru\n    text: "Чайники {{price}} руб."\n',
      );
      return (await findings(['wa.yaml', '--on', day])).some((result) => rulesOf(result).includes('restricted-channel-ad'));
    };
    expect([await restricted('2024-05-01'), await restricted('2026-11-23')]).toEqual([false, true]);
  });

  it('prints path:line:column, one finding a line, a finding for several countries once', async () => {
    const { out } = await licet(['lint', 'templates/letter.md', '--country', 'GB,IE'], '', folder);
    const [line] = out.split('\n').filter((one) => one.includes('public-url-shortener'));
    expect(line).toMatch(
      /^templates\/letter\.md:9:7 (?:error|warning|advice) public-url-shortener «https:\/\/bit\.ly\/teapot» \(letter sms en-GB, GB, IE\): /u,
    );
    expect((await licet(['lint', 'templates/letter.md'], '', folder)).out).toContain('(letter sms en-GB, GB by locale)');
  });

  it('names faults of files by place, lints the rest and ends with 2', async () => {
    const { code, out, err } = await licet(['lint', 'bad', 'clean', '--format', 'jsonl'], '', folder);
    expect(code).toBe(2);
    expect(parsed(out).map(({ id }) => id)).toEqual(['ready']);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^bad\/broken\.json: not well-formed: /u),
      expect.stringMatching(/^bad\/faulty\.yaml:4:14: field "variants\.0\.channel": expected sms, whatsapp/u),
      expect.stringMatching(/^bad\/faulty\.yaml:9:15: field "variants\.1\.text": expected a well-formed placeholder/u),
    ]);
  });

  it('writes SARIF that points into the files', async () => {
    const { code, out } = await licet(['lint', 'templates', '--country', 'GB,RU', '--format', 'sarif'], '', folder);
    expect(code).toBe(1);
    expect(sarifFaults(JSON.parse(out))).toEqual([]);
    const [run] = (JSON.parse(out) as { runs: { results: { ruleId: string; locations: { physicalLocation: object }[] }[] }[] }).runs;
    const kettle = run?.results.filter(
      ({ ruleId, locations }) => ruleId === 'public-url-shortener' && JSON.stringify(locations).includes('kettle.json'),
    );
    expect(kettle?.[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'templates/deep/kettle.json' },
      region: { startLine: 9, endLine: 9 },
    });
  });

  it('shows what --fix would change and leaves the file as it is', async () => {
    writeFileSync(
      join(folder, 'loan.yaml'),
      'id: loan\nkind: marketing\nvariants:\n  - channel: sms\n    locale: ru\n    text: "{{name}}: кредит в ПАО Дельта. СТОП на 4455"\n',
    );
    const { out } = await licet(['lint', 'loan.yaml', '--fix', '--sender', 'Delta'], '', folder);
    expect(out).toMatch(/^loan\.yaml:6:55 credit-no-risk-warning: would add "/mu);
    expect((await findings(['loan.yaml', '--fix'])).flatMap(rulesOf)).toContain('credit-no-risk-warning');
  });

  it('asks for a country when the locale has none', async () => {
    writeFileSync(join(folder, 'eo.yaml'), 'id: eo\nkind: transactional\nvariants:\n  - channel: sms\n    locale: eo\n    text: Saluton\n');
    const [guessed, told] = await Promise.all([licet(['lint', 'eo.yaml'], '', folder), licet(['lint', 'eo.yaml', '--country', 'GB'], '', folder)]);
    expect(guessed).toEqual({ code: 2, out: '', err: 'eo.yaml:5:13: no country is known for locale "eo"; give --country\n' });
    expect(told).toEqual({ code: 0, out: 'no findings\n', err: '' });
  });

  it('refuses bad use with 2', async () => {
    const uses: readonly (readonly [readonly string[], RegExp])[] = [
      [['nowhere'], /There is no file or folder "nowhere"/u],
      [['clean', '--country', 'XX'], /No law pack covers "XX"/u],
      [['clean', '--on', 'tomorrow'], /--on takes a day/u],
      [['clean', '--input', 'x.jsonl'], /not both/u],
    ];
    const runs = await Promise.all(uses.map(([args]) => licet(['lint', ...args], '', folder)));
    for (const [i, { code, err }] of runs.entries()) {
      expect(code).toBe(2);
      expect(err).toMatch(uses[i]![1]);
    }
  });
});
