import { describe, expect, it, vi } from 'vitest';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { createLinter, type LintInput, lintOnce, lintRendering } from '../../src/linter/index.ts';
import { parseTemplate, renderTemplate } from '../../src/template/index.ts';
import { dice } from '../prove/claim.ts';

const linter = createLinter({ packs: [gb(), ru()], today: '2026-11-23' });
const british = { country: 'GB', channel: 'sms', kind: 'transactional', sender: 'BlueKettle' } as const;
const russian = { country: 'RU', channel: 'sms', kind: 'marketing', sender: 'RozSlon' } as const;

function parsed(source: string) {
  const template = parseTemplate(source);
  if (!template.ok) throw new Error(`A faulty template: ${source}`);
  return template;
}

/** A linter that counts how often it is asked. */
function counted(given = linter) {
  return { lint: vi.fn((input: LintInput) => given.lint(input)) };
}

describe('lintRendering', () => {
  it('finds a shortener in a name, and says which value it stands in', () => {
    const lint = lintRendering(linter, parsed('Hello {{name}}, your order is ready'), { ...british, country: 'GB' });
    expect(lint({ name: 'Ann' })).toMatchObject({ ok: true, findings: [], forcedBy: [] });
    const source = 'Розовый Слон: {{name}}, заказ готов. Отписка: СТОП на 4455';
    const inRussia = lintRendering(linter, parsed(source), russian);
    expect(inRussia({ name: 'Анна' })).toMatchObject({ ok: true, findings: [] });
    const broken = inRussia({ name: 'казино' });
    expect(broken.ok && broken.findings).toMatchObject([
      { diagnostic: { rule: 'gambling-ad' }, origin: { part: 'value', name: 'name', range: [0, 6], placeholder: [14, 22] } },
    ]);
  });

  it('finds a word that only template and value together make', () => {
    const lint = lintRendering(linter, parsed('Розовый Слон: новинки кази{{end}}. Отписка: СТОП на 4455'), russian);
    expect(lint({ end: 'мира' })).toMatchObject({ ok: true, findings: [] });
    const broken = lint({ end: 'но' });
    expect(broken.ok && broken.findings).toMatchObject([{ diagnostic: { rule: 'gambling-ad' }, origin: { part: 'template', range: [22, 33] } }]);
  });

  it('tells which character of which value makes a template cost more', () => {
    const lint = lintRendering(linter, parsed('Hello {{name}}, your order is ready'), british);
    expect(lint({ name: 'Ann' })).toMatchObject({ segments: { encoding: 'GSM-7' }, forcedBy: [] });
    expect(lint({ name: 'Ann 🎉' })).toMatchObject({
      segments: { encoding: 'UCS-2' },
      forcedBy: [{ part: 'value', name: 'name', range: [4, 6] }],
    });
    expect(lintRendering(linter, parsed('Привет, {{name}}'), british)({ name: 'Ann 🎉' })).toMatchObject({ forcedBy: [] });
    expect(lintRendering(linter, parsed('Hi {{name}}'), { ...british, channel: 'whatsapp' })({ name: '🎉' })).not.toHaveProperty('segments');
  });

  it('says which values are missing', () => {
    expect(lintRendering(linter, parsed('Hello {{name}}'), british)({})).toEqual({ ok: false, missing: ['name'] });
  });

  it('finds exactly what a lint of the rendered text finds, whatever the values', { timeout: 60_000 }, () => {
    const roll = dice(11);
    const pick = (list: readonly string[]): string => list[Math.floor(roll() * list.length)]!;
    const values = [
      'Анна',
      'Пётр',
      'казино',
      '104233',
      '5413',
      '2026',
      '18',
      'bit.ly/x',
      'к*зино',
      'СТОП',
      '🎉',
      '',
      'ООО «Колос»',
      '7104233',
      '100 %',
      '4455',
    ];
    const sources = [
      'Розовый Слон: {{a}}, заказ {{b}} готов. Отписка: СТОП на 4455',
      'Розовый Слон: {{a}} {{b}} руб. Отписка: СТОП на 4455',
      'Розовый Слон: {{a}}{{b}}. Отписка: {{a}}',
    ];
    for (const source of sources) {
      const lint = lintRendering(linter, parsed(source), russian);
      for (let round = 0; round < 400; round += 1) {
        const given = { a: pick(values), b: roll() < 0.4 ? String(Math.floor(roll() * 10 ** (3 + Math.floor(roll() * 6)))) : pick(values) };
        const rendered = renderTemplate(parsed(source), given);
        const read = lint(given);
        if (!rendered.ok || !read.ok) throw new Error('A value is missing.');
        expect([rendered.text, read.findings.map(({ diagnostic }) => diagnostic)]).toEqual([
          rendered.text,
          linter.lint({ ...russian, text: rendered.text }),
        ]);
      }
    }
  });
});

describe('lintOnce', () => {
  it('lints clean texts that differ in lone numbers once', () => {
    const inner = counted();
    const once = lintOnce(inner);
    for (const number of ['104233', '187651', '199999']) expect(once.lint({ ...british, text: `Order ${number} is ready` }, '')).toEqual([]);
    expect(inner.lint).toHaveBeenCalledTimes(1);
    once.lint({ ...british, text: 'Order 1042330 is ready' }, '');
    expect(inner.lint).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['text', { text: 'Order 104233 is here' }],
    ['country', { country: 'RU' }],
    ['region', { region: 'SCT' }],
    ['channel', { channel: 'whatsapp' }],
    ['kind', { kind: 'auth' }],
    ['sender', { sender: 'Kettle' }],
    ['minute', { at: '2026-11-23T10:01' }],
    ['day', { asOf: '2026-11-24' }],
    ['buttons', { buttons: ['Stop'] }],
  ] as const)('lints anew when the %s is another', (_, change) => {
    const inner = counted();
    const once = lintOnce(inner);
    once.lint({ ...british, text: 'Order 104233 is ready' }, '');
    once.lint({ ...british, text: 'Order 104233 is ready', ...change }, '');
    expect(inner.lint).toHaveBeenCalledTimes(2);
  });

  it('lints anew with other facts, and with a text that looks like another with buttons', () => {
    const inner = counted();
    const once = lintOnce(inner);
    once.lint({ ...british, text: 'A' }, 'one');
    once.lint({ ...british, text: 'A' }, 'two');
    once.lint({ ...british, text: 'A', buttons: ['B'] }, 'one');
    once.lint({ ...british, text: 'A["B"]' }, 'one');
    expect(inner.lint).toHaveBeenCalledTimes(4);
  });

  it('gives every text with findings its own', () => {
    const inner = counted();
    const once = lintOnce(inner);
    const text = (number: string): string => `Казино ${number}. Отписка: СТОП на 4455`;
    for (const number of ['104233', '187651']) {
      const [found] = once.lint({ ...russian, text: text(number) }, '');
      expect(found?.rule).toBe('gambling-ad');
    }
    expect(inner.lint).toHaveBeenCalledTimes(2);
  });

  it('counts only the findings that matter', () => {
    const inner = {
      lint: vi.fn(() => [{ rule: 'a', pack: 'p', severity: 'warn', message: '', range: null, basis: [], confidence: 'inference' } as const]),
    };
    const once = lintOnce(inner, { matters: ({ severity }) => severity === 'error' });
    once.lint({ ...british, text: 'A' }, '');
    expect(once.lint({ ...british, text: 'A' }, '')).toEqual([]);
    expect(inner.lint).toHaveBeenCalledTimes(1);
  });

  it('remembers a bounded number of texts, the latest longest', () => {
    const inner = { lint: vi.fn(() => []) };
    const once = lintOnce(inner);
    const lint = (n: number) => once.lint({ ...british, text: `x${n}` }, '');
    for (let n = 0; n < 20_001; n += 1) lint(n);
    lint(20_000);
    lint(10_001);
    expect(inner.lint).toHaveBeenCalledTimes(20_001);
    lint(0);
    expect(inner.lint).toHaveBeenCalledTimes(20_002);
  });
});
