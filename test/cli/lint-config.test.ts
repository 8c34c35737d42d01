import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineLintConfig } from '../../src/cli/index.ts';
import { defineRule, RuleTester } from '../../src/linter/index.ts';
import { findingsOf, licet, lines, parsed, rulesOf } from './licet-process.ts';

const linter = fileURLToPath(new URL('../../src/linter/index.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lint-config-'));
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const rule = `defineRule({
  id: 'no-slang',
  description: { en: 'No slang', ru: 'Без жаргона' },
  messages: { slang: { en: '"{word}" is slang.', ru: '«{word}» — жаргон.' } },
  triggers: ['gonna'],
  sampleDefaults: { country: 'GB' },
  examples: { correct: [{ text: 'We are going to sell teapots.' }], incorrect: [{ text: 'We are gonna sell teapots.', message: 'slang' }] },
  check(subject, settings, { report }) {
    const word = settings.word ?? 'gonna';
    const hit = subject.find(new RegExp(String(word), 'u'));
    if (hit) report({ message: 'slang', range: hit.range, data: { word: hit.text } });
  },
})`;
const config = (body: string): string => `import { defineRule } from ${JSON.stringify(linter)};\nconst noSlang = ${rule};\nexport default ${body};\n`;

const slang = {
  id: 1,
  country: 'GB',
  channel: 'sms',
  kind: 'transactional',
  sender: 'BlueKettle',
  text: 'Blue Kettle: your teapot is gonna be ready today.',
};
const teasing = { ...slang, id: 2, kind: 'marketing', text: 'Blue Kettle: teapots from 9.99.' };

const lintWith = (path: string, ...values: readonly unknown[]) => licet(['lint', '--format', 'jsonl', '--config', path], lines(...values));

beforeAll(() => mkdirSync(join(folder, 'home')));
afterAll(() => rmSync(folder, { recursive: true }));

describe('licet lint by licet.lint.ts', () => {
  it('runs a host rule everywhere, as an error, with its range', async () => {
    const { code, out, err } = await lintWith(write('rule.ts', config('{ rules: [noSlang] }')), slang, { ...slang, country: 'RU' });
    expect([code, err]).toEqual([1, '']);
    for (const line of parsed(out)) {
      const found = findingsOf(line).find(({ rule: id }) => id === 'no-slang');
      expect(found).toMatchObject({ pack: 'house', severity: 'error', message: '"gonna" is slang.' });
      expect(slang.text.slice(...found!.range!)).toBe('gonna');
    }
  });

  it('is found in the folder the command runs in', async () => {
    write('home/licet.lint.ts', config('{ rules: [noSlang] }'));
    const { code, out } = await licet(['lint', '--format', 'jsonl'], lines(slang), join(folder, 'home'));
    expect(code).toBe(1);
    expect(rulesOf(parsed(out)[0])).toEqual(['no-slang']);
  });

  it('lets the house weigh, silence and set rules', async () => {
    const overrides = "{ rules: [noSlang], overrides: { 'no-slang': { severity: 'warn', settings: { word: 'ready' } }, 'no-opt-out': 'off' } }";
    const { code, out } = await lintWith(write('overrides.ts', config(overrides)), { ...slang, text: `${slang.text} gonna` }, teasing);
    expect(code).toBe(0);
    const [first, second] = parsed(out);
    expect(findingsOf(first)).toMatchObject([{ rule: 'no-slang', severity: 'warn', message: '"ready" is slang.' }]);
    expect(rulesOf(second)).not.toContain('no-opt-out');
  });

  it('puts a host rule in force where a pack of the house says', async () => {
    const entry =
      "{ rule: 'no-slang', severity: 'warn', basis: [{ act: 'House style', article: '4' }], since: '2026-01-01', confidence: 'primary', checkedOn: '2026-01-01', reviewBy: '2099-01-01' }";
    const pack = `{ id: 'house-gb', country: 'GB', name: { en: 'House', ru: 'Дом' }, version: '2026-01-01', rules: [${entry}], windows: [], caps: [], channels: [], optOut: [], deadlines: [], consent: [], holidays: [], holidayYears: [] }`;
    const path = write('pack.ts', config(`{ rules: [noSlang], packs: [${pack}] }`));
    const { out } = await lintWith(
      path,
      { ...slang, asOf: '2026-05-01' },
      { ...slang, asOf: '2025-05-01' },
      { ...slang, country: 'RU', asOf: '2026-05-01' },
    );
    const [now, before, elsewhere] = parsed(out);
    expect(findingsOf(now)).toMatchObject([{ rule: 'no-slang', pack: 'house-gb', severity: 'warn', basis: [{ act: 'House style', article: '4' }] }]);
    expect(rulesOf(before)).not.toContain('no-slang');
    expect(rulesOf(elsewhere)).not.toContain('no-slang');
  });

  it('takes out what is suppressed and says so; reports suppressions of no use and those that ended', async () => {
    const suppressions = `[
      { rule: 'no-slang', author: 'Ann', reason: 'quoted', expires: '2099-01-01', contains: 'teapot' },
      { rule: 'all-caps', author: 'Ben', reason: 'brand', expires: '2099-01-01' },
      { rule: 'no-slang', author: 'Cleo', reason: 'old', expires: '2020-01-01' },
    ]`;
    const path = write('suppressions.ts', config(`{ rules: [noSlang], suppressions: ${suppressions} }`));
    const { code, out, err } = await lintWith(path, slang);
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject([{ id: 1, diagnostics: [], suppressed: [{ rule: 'no-slang', by: { author: 'Ann', reason: 'quoted' } }] }]);
    expect(err.trimEnd().split('\n')).toEqual([
      'licet: the suppression of no-slang by Cleo ended on 2020-01-01: decide again or remove it.',
      'licet: the suppression of all-caps by Ben took out nothing: remove it.',
    ]);
  });

  it('gives facts about every message, and a message’s own win', async () => {
    const sale = {
      id: 3,
      country: 'RU',
      channel: 'sms',
      kind: 'marketing',
      sender: 'RozSlon',
      text: 'Чайники Kettlemaster от 900 руб. СТОП на 4455',
      asOf: '2026-11-23',
    };
    const foreign = async (body: string, line: object): Promise<boolean> =>
      rulesOf(parsed((await lintWith(write(`facts-${body.length}.ts`, config(body)), line)).out)[0]).includes('foreign-word-untranslated');
    expect(await foreign('{}', { ...sale, text: 'Супер sale на чайники. СТОП на 4455' })).toBe(true);
    expect(await foreign("{ facts: { brandWords: ['sale'] } }", { ...sale, text: 'Супер sale на чайники. СТОП на 4455' })).toBe(false);
    expect(
      await foreign("{ facts: { brandWords: ['sale' ] } }", { ...sale, text: 'Супер sale на чайники. СТОП на 4455', facts: { brandWords: [] } }),
    ).toBe(true);
  });

  it('fills placeholders of files with the samples of the house', async () => {
    write('t.yaml', 'id: t\nkind: transactional\nvariants:\n  - channel: sms\n    locale: en-GB\n    text: "Blue Kettle: see {{place}}"\n');
    const path = write('samples.ts', config("{ sampleValues: { place: 'https://bit.ly/teapot' } }"));
    const [plain, sampled] = await Promise.all([
      licet(['lint', 't.yaml', '--format', 'jsonl'], '', folder),
      licet(['lint', 't.yaml', '--format', 'jsonl', '--config', path], '', folder),
    ]);
    expect(findingsOf(parsed(plain.out)[0])).toEqual([]);
    expect(findingsOf(parsed(sampled.out)[0])).toMatchObject([
      { rule: 'public-url-shortener', range: [17, 26], place: { line: 6, column: 29, endColumn: 38 } },
    ]);
  });

  it.each([
    ['no default export', 'export const rules = [];', /a default export with some of packs, rules/u],
    ['an unknown field', 'export default { rulez: [] };', /rulez: one of packs, rules/u],
    ['an override of no rule', "export default { overrides: { 'no-such-rule': 'off' } };", /overrides\.no-such-rule: the id of a rule/u],
    ['an odd severity', "export default { overrides: { 'no-opt-out': 'fatal' } };", /overrides\.no-opt-out: off, error, warn, info/u],
    [
      'a suppression nobody signed',
      "export default { suppressions: [{ rule: 'no-opt-out', reason: 'x', expires: 'never' }] };",
      /suppressions\.0\.author: text; suppressions\.0\.expires: a day/u,
    ],
    ['an id that is taken', config("{ rules: [{ ...noSlang, id: 'no-opt-out' }] }"), /rules\.0\.id: an id that no other rule has/u],
    ['a rule that cannot match', config("{ rules: [{ ...noSlang, triggers: ['never'] }] }"), /Rule "no-slang" does not load/u],
    ['a module that throws', "throw new Error('no luck');", /cannot be loaded: no luck/u],
  ])('refuses %s with 2', async (name, content, expected) => {
    const { code, out, err } = await lintWith(write(`bad-${name.replaceAll(' ', '-')}.ts`, content), slang);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });
});

const typed = defineRule({
  id: 'no-slang',
  description: { en: 'No slang', ru: 'Без жаргона' },
  messages: { slang: { en: 'Slang.', ru: 'Жаргон.' } },
  triggers: ['gonna'],
  examples: { correct: [{ text: 'We are going to.' }], incorrect: [{ text: 'We are gonna.', message: 'slang' }] },
  check(subject, _settings, { report }) {
    const hit = subject.find(/gonna/u);
    if (hit) report({ message: 'slang', range: hit.range });
  },
});

describe('defineLintConfig', () => {
  it('takes a rule of defineRule as it is', () => {
    const made = defineLintConfig({ rules: [typed], overrides: { 'all-caps': 'off' } });
    expect(made.rules?.[0]).toBe(typed);
  });
});

RuleTester({ describe, it }).run(typed);
