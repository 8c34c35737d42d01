import { describe, expect, it } from 'vitest';
import { addDays, easterSunday, nthWeekday, orthodoxEasterSunday } from '../../src/law/holidays.ts';
import type { LawEntry } from '../../src/law/pack.ts';
import { loadAllPacks, loadPack, packIds } from '../../src/law/packs/all.ts';
import { contents } from '../../src/law/packs/parts/contents.ts';
import { countryPack } from '../../src/law/packs/parts/country-pack.ts';
import { entry } from '../../src/law/packs/parts/entry.ts';
import { hourRules, marketingHours } from '../../src/law/packs/parts/hours.ts';
import { mentions } from '../../src/law/packs/parts/mentions.ts';
import { namedSenders } from '../../src/law/packs/parts/sender-ids.ts';
import { builtInRules } from '../../src/linter/built-in-rules.ts';
import { createLinter } from '../../src/linter/create-linter.ts';

describe('law packs', async () => {
  const packs = await loadAllPacks();

  it('are found by id, each once per country', async () => {
    expect(packs.map((pack) => pack.id).toSorted()).toEqual([...packIds]);
    const countries = packs.flatMap((pack) => pack.country ?? []);
    expect(new Set(countries).size).toBe(countries.length);
    expect(await loadPack('atlantis')).toBeUndefined();
    expect(await loadPack('toString')).toBeUndefined();
  });

  it('name only rules that exist', () => {
    const known = new Set(builtInRules.map((rule) => rule.id));
    const world = packs.filter((pack) => pack.id !== 'ru');
    expect(world.flatMap((pack) => pack.rules.filter(({ rule }) => !known.has(rule)).map(({ rule }) => `${pack.id} ${rule}`))).toEqual([]);
  });

  it('carry basis, dates and confidence on every entry', () => {
    const day = /^\d{4}-\d{2}-\d{2}$/u;
    for (const pack of packs.filter(({ id }) => id !== 'ru')) {
      const entries: readonly LawEntry[] = [pack.rules, pack.windows, pack.caps, pack.channels, pack.optOut, pack.deadlines, pack.consent].flat();
      for (const one of entries) {
        expect(one.basis.length, pack.id).toBeGreaterThan(0);
        if (one.since !== null) expect(one.since).toMatch(day);
        expect(one.checkedOn).toMatch(day);
        expect(one.reviewBy > one.checkedOn).toBe(true);
      }
    }
  });

  it('ask for consent to marketing in every country', () => {
    for (const pack of packs.filter(({ country }) => country !== null)) {
      expect(
        pack.consent.some(({ kinds, requires }) => kinds.includes('marketing') && requires !== 'none'),
        pack.id,
      ).toBe(true);
    }
  });

  it('never apply what has no date', () => {
    const us = packs.find(({ id }) => id === 'us');
    expect(us?.optOut.filter(({ since }) => since === null)).toHaveLength(1);
  });

  it('date their changes: Oregon from 2026, Kazakh betting from June 2025, French dashes from March 2026', () => {
    const linter = createLinter({ packs, today: '2026-11-23' });
    const rules = (input: Parameters<typeof linter.lint>[0]) =>
      linter.lint(input).flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));
    const oregon = {
      country: 'US',
      region: 'OR',
      channel: 'sms',
      kind: 'marketing',
      sender: '62555',
      text: 'Cascade Gear: tents 30% off. Reply STOP to end',
    } as const;
    expect(rules({ ...oregon, at: '2025-12-30T20:30' })).toEqual([]);
    expect(rules({ ...oregon, at: '2026-01-02T20:30' })).toEqual(['quiet-hours']);
    const bet = { country: 'KZ', channel: 'sms', kind: 'marketing', sender: 'SportKZ', text: 'SportKZ: ставки на футбол' } as const;
    expect(rules({ ...bet, at: '2025-05-28T12:00' })).toEqual([]);
    expect(rules({ ...bet, at: '2025-06-02T12:00' })).toEqual(['gambling-ad']);
    const dash = { country: 'FR', channel: 'sms', kind: 'marketing', sender: 'MA-MAISON', text: 'Maison : -10 %. STOP 36180' } as const;
    expect(rules({ ...dash, at: '2026-02-27T12:00' })).toEqual([]);
    expect(rules({ ...dash, at: '2026-03-02T12:00' })).toEqual(['sender-name-invalid']);
  });
});

describe('an invented country', () => {
  const act = entry('Mailing Act of Freedonia', 's. 1', 'P', '2020-01-01');
  const window = marketingHours(act, { strength: 'statute', weekdays: '10:00-16:00', sunday: '-' });
  const freedonia = countryPack({
    id: 'zz',
    country: 'ZZ',
    name: { en: 'Freedonia', ru: 'Фридония' },
    rules: [
      ...hourRules([window], []),
      ...namedSenders([[act, { maxLength: 6 }]]),
      ...mentions({ languages: ['en'], name: act, optOut: act }),
      ...contents(['en']),
    ],
    windows: [window],
  });

  it('needs one data file and nothing else', () => {
    const linter = createLinter({ packs: [freedonia], today: '2026-11-23' });
    const found = linter.lint({
      country: 'zz',
      channel: 'sms',
      kind: 'marketing',
      sender: 'Firefly',
      text: 'Firefly: guaranteed profits today',
      at: '2026-03-10T09:30',
    });
    expect(found.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule])).toSorted()).toEqual([
      'deceptive-claim',
      'no-opt-out',
      'quiet-hours',
      'sender-name-invalid',
    ]);
    expect(found.find(({ rule }) => rule === 'quiet-hours')).toMatchObject({
      pack: 'zz',
      confidence: 'primary',
      basis: [{ act: 'Mailing Act of Freedonia' }],
    });
  });
});

describe('holidays', () => {
  it('computes both Easters', () => {
    expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28']);
    expect([2024, 2025, 2026, 2027].map(orthodoxEasterSunday)).toEqual(['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02']);
  });

  it('counts weekdays of a month', () => {
    expect(nthWeekday(2026, 11, 4, 4)).toBe('2026-11-26');
    expect(nthWeekday(2026, 5, 1, -1)).toBe('2026-05-25');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('moves South African Sundays to Monday and keeps Utah on the observed day', async () => {
    const [za, us] = [await loadPack('za'), await loadPack('us')];
    expect(za?.holidays).toContain('2025-04-28');
    expect(us?.holidays).toContain('2026-07-03');
  });
});
