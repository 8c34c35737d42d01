import { describe, expect, it } from 'vitest';
import { rules } from '../../src/cli/rules.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { builtInRules } from '../../src/linter/index.ts';
import { templateRules } from '../../src/linter/template/index.ts';
import { licet, parsed } from './licet-process.ts';
import { run } from './run.ts';

const onDay = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) });
const listed = async (args: readonly string[]) => parsed((await run(rules, ['list', '--format', 'jsonl', ...args])).out);

describe('licet rules list', () => {
  it('gives what is in force in a country on a day, platforms included', async () => {
    const { code, out, err } = await licet(['rules', 'list', '--country', 'ru', '--on', '2026-11-23', '--format', 'jsonl']);
    expect([code, err]).toEqual([0, '']);
    const entries = parsed(out);
    expect(new Set(entries.map(({ country }) => country))).toEqual(new Set(['RU', null]));
    for (const entry of entries) {
      expect(entry.since === null || (entry.since as string) <= '2026-11-23').toBe(true);
      expect(entry.description).toEqual(expect.any(String));
    }
  });

  it('follows the dates', async () => {
    const has = async (day: string): Promise<boolean> =>
      (await listed(['--country', 'RU', '--on', day])).some(({ rule }) => rule === 'restricted-channel-ad');
    expect([await has('2024-01-01'), await has('2026-11-23')]).toEqual([false, true]);
  });

  it('covers every rule licet has, over all countries', async () => {
    const ids = new Set((await listed(['--on', '2026-11-23'])).map(({ rule }) => rule));
    const missing = [...builtInRules, ...templateRules].map(({ id }) => id).filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  it('is readable, countries with the same entry on one line', async () => {
    const { out } = await run(rules, ['list', '--on', '2026-11-23', '--country', 'DE,FR', '--language', 'ru']);
    expect(out).toMatch(/^no-opt-out: .*\p{Script=Cyrillic}/mu);
    expect(out).toMatch(/^ {2}DE, FR · /mu);
  });

  it('refuses what it does not know with 2', async () => {
    const uses: readonly (readonly [readonly string[], RegExp])[] = [
      [['list', '--country', 'XX'], /No law pack covers "XX"/u],
      [['list', '--on', '2026-02-30'], /--on takes a day/u],
      [['list', '--format', 'sarif'], /--format takes text, jsonl/u],
      [['list', 'no-opt-out'], /takes options only/u],
      [['lst'], /takes list, explain, changes; "lst" is none of them/u],
      [[], /takes list, explain, changes/u],
    ];
    for (const [args, expected] of uses) {
      const { code, out, err } = await run(rules, args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(expected);
    }
  });
});

describe('licet rules explain', () => {
  it('prints the whole card', async () => {
    const { code, out } = await licet(['rules', 'explain', 'credit_no_risk_warning', '--on', '2026-11-23', '--language', 'ru']);
    expect(code).toBe(0);
    expect(out).toMatch(/^credit-no-risk-warning\n/u);
    expect(out).toMatch(/Действует \(2026-11-23\)\n {2}RU\n/u);
    expect(out).toMatch(/с 2025-03-01/u);
    expect(out).toMatch(/ст\. 28/u);
    expect(out).toMatch(/надёжность: \w+; проверено \d{4}-\d{2}-\d{2}/u);
    expect(out).toMatch(/штраф: /u);
    expect(out).toMatch(/Без замечаний\n {2}«/u);
    expect(out).toMatch(/С замечанием\n {2}«[^»]+».*\n {4}→ /u);
  });

  it('tells what is coming from what is in force', async () => {
    const before = (await run(rules, ['explain', 'credit-no-risk-warning', '--on', '2025-02-28'])).out;
    expect(before).toMatch(/Coming \(2025-02-28\)\n {2}RU\n/u);
    expect(before).not.toContain('In force');
  });

  it('explains every rule licet has, in both languages, with entries and samples', async () => {
    for (const { id } of [...builtInRules, ...templateRules]) {
      const [card] = parsed((await run(rules, ['explain', id, '--format', 'jsonl', '--on', '2026-11-23'])).out);
      expect(card).toMatchObject({ id, description: { en: expect.any(String), ru: expect.any(String) } });
      for (const part of ['entries', 'correct', 'incorrect']) expect(card).toHaveProperty([part, 0]);
    }
  });

  it('keeps to the countries asked for', async () => {
    const card = (await run(rules, ['explain', 'ad-mark-missing', '--country', 'GB', '--on', '2026-11-23'])).out;
    expect(card).toContain('In force nowhere in the packs asked for.');
  });

  it('names near ids for one it does not know', async () => {
    const { code, err } = await run(rules, ['explain', 'opt-out-missing']);
    expect(code).toBe(2);
    expect(err).toMatch(/There is no rule "opt-out-missing"\. Near it: .*no-opt-out/u);
    expect((await run(rules, ['explain'])).err).toMatch(/Give the id of one rule/u);
  });
});

describe('licet rules changes', () => {
  it('gives the dated changes of every part of the law in order, pending ones last', async () => {
    const { code, out } = await licet(['rules', 'changes', '--since', '2026-01-01', '--until', '2026-12-31', '--format', 'jsonl']);
    expect(code).toBe(0);
    const feed = parsed(out);
    const dated = feed.filter(({ change }) => change !== 'pending').map(({ date }) => date as string);
    expect(dated).toEqual(dated.toSorted());
    expect(dated.every((date) => date >= '2026-01-01' && date <= '2026-12-31')).toBe(true);
    expect(feed).toContainEqual(
      expect.objectContaining({ date: '2026-02-11', change: 'begins', pack: 'ru', area: 'channel', about: 'whatsapp barred: marketing' }),
    );
    expect(feed.find(({ change }) => change === 'replaced')).toHaveProperty('before');
    expect(feed.at(-1)).toMatchObject({ date: null, change: 'pending', pack: 'us' });
  });

  it('is readable in both languages, and keeps to the countries asked for', async () => {
    const en = (await run(rules, ['changes', '--since', '2026-01-01', '--country', 'RU'])).out;
    expect(en).toMatch(/^2026-02-11 begins channel whatsapp barred: marketing · .* · RU$/mu);
    expect(en).not.toMatch(/ · (?:US|TR)$/mu);
    const us = (await run(rules, ['changes', '--since', '2030-01-01', '--country', 'US', '--language', 'ru'])).out;
    expect(us).toMatch(/^В эти дни ничего не меняется\.\n\nДата неизвестна\n {2}opt-out /u);
  });

  it('asks for sensible days', async () => {
    expect(await run(rules, ['changes'])).toMatchObject({ code: 2, err: expect.stringContaining('--since 2026-01-01') });
    expect(await run(rules, ['changes', '--since', '2026-05-01', '--until', '2026-01-01'])).toMatchObject({ code: 2 });
  });
});

describe('a pack past its review day', () => {
  it('warns on standard error, without changing the answer', async () => {
    const first = (await loadAllPacks())
      .find(({ id }) => id === 'ru')!
      .rules.map(({ reviewBy }) => reviewBy)
      .sort()[0]!;
    const args = ['list', '--country', 'RU', '--on', '2026-11-23', '--format', 'jsonl'];
    const fresh = await run(rules, args, onDay('2026-11-23'));
    expect(fresh.err).toBe('');
    const stale = await run(rules, ['changes', '--since', '2026-01-01', '--country', 'RU'], onDay(first));
    expect(stale.code).toBe(0);
    expect(stale.err).toMatch(
      /^licet: law pack ru: \d+ of its entries should have been looked at again since \d{4}-\d{2}-\d{2}; the law may have changed\.$/mu,
    );
  });
});
