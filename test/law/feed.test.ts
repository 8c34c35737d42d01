import { describe, expect, it } from 'vitest';
import { dueForReview, type LawEntry, type LawPack, lawEntries, lawFeed } from '../../src/law/index.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';

const dated = (since: string | null, until?: string): LawEntry => ({
  basis: [{ act: 'Act on Invented Messages', article: 's. 1' }],
  since,
  ...(until === undefined ? {} : { until }),
  confidence: 'primary',
  checkedOn: '2026-11-23',
  reviewBy: '2027-06-30',
});

const empty = { windows: [], caps: [], channels: [], optOut: [], deadlines: [], consent: [], holidays: [], holidayYears: [], rules: [] };
const invented: LawPack = {
  ...empty,
  id: 'zz',
  country: 'ZZ',
  name: { en: 'Zedland', ru: 'Зедландия' },
  version: '2026-11-23',
  rules: [
    { rule: 'missing-ad-label', severity: 'warn', ...dated('2020-01-01', '2026-03-01') },
    { rule: 'missing-ad-label', severity: 'error', ...dated('2026-03-01') },
    { rule: 'no-opt-out', severity: 'error', ...dated('2026-01-01', '2026-09-01') },
    { rule: 'quiet-hours', severity: 'error', regions: ['N'], ...dated('2026-05-01') },
  ],
  caps: [
    { kinds: ['marketing'], max: 4, per: 'calendar-month', ...dated('2020-01-01', '2026-07-01') },
    { kinds: ['marketing'], max: 2, per: 'calendar-week', ...dated('2026-07-01') },
  ],
  channels: [{ channel: 'viber', kinds: ['marketing'], effect: 'barred', ...dated('2026-02-01') }],
  optOut: [{ withinHours: 1, ...dated(null) }],
  deadlines: [{ duty: 'erasure', calendarDays: 7, ...dated('2019-01-01') }],
};
const platform: LawPack = {
  ...invented,
  ...empty,
  id: 'sms',
  country: null,
  rules: [{ rule: 'all-caps', severity: 'info', ...dated('2026-04-01') }],
};
const elsewhere: LawPack = { ...platform, id: 'yy', country: 'YY' };

const short = (packs: readonly LawPack[], options: Parameters<typeof lawFeed>[1]): readonly string[] =>
  lawFeed(packs, options).changes.map(({ date, change, pack, area, about }) => `${date} ${change} ${pack} ${area} ${about}`);

describe('lawFeed', () => {
  it('reads beginnings, ends and replacements off the dates, in their order', () => {
    expect(short([invented], { since: '2026-01-01' })).toEqual([
      '2026-01-01 begins zz rule no-opt-out',
      '2026-02-01 begins zz channel viber barred: marketing',
      '2026-03-01 replaced zz rule missing-ad-label',
      '2026-05-01 begins zz rule quiet-hours',
      '2026-07-01 replaced zz cap 2 per calendar-week: marketing',
      '2026-09-01 ends zz rule no-opt-out',
    ]);
  });

  it('gives the entry before with a replacement', () => {
    const [change] = lawFeed([invented], { since: '2026-03-01', until: '2026-03-01' }).changes;
    expect(change?.before).toBe(invented.rules[0]);
    expect(change?.entry).toBe(invented.rules[1]);
  });

  it('includes both of its days and nothing outside them', () => {
    expect(short([invented], { since: '2026-02-01', until: '2026-03-01' }).map((line) => line.slice(0, 10))).toEqual(['2026-02-01', '2026-03-01']);
    expect(lawFeed([invented], { since: '2026-09-02' }).changes).toEqual([]);
  });

  it('lists entries without a date apart, whatever the days', () => {
    const { changes, pending } = lawFeed([invented], { since: '2030-01-01' });
    expect(changes).toEqual([]);
    expect(pending).toMatchObject([{ pack: 'zz', area: 'opt-out' }]);
  });

  it('keeps the packs of a country and of platforms', () => {
    expect(short([invented, platform, elsewhere], { since: '2026-04-01', until: '2026-04-30', country: 'ZZ' })).toEqual([
      '2026-04-01 begins sms rule all-caps',
    ]);
    expect(short([invented, platform, elsewhere], { since: '2026-04-01', until: '2026-04-30' })).toHaveLength(2);
  });

  it('does not take entries of different regions for one', () => {
    const pack: LawPack = {
      ...invented,
      ...empty,
      rules: [
        { rule: 'quiet-hours', severity: 'error', regions: ['N'], ...dated('2020-01-01', '2026-03-01') },
        { rule: 'quiet-hours', severity: 'error', regions: ['S'], ...dated('2026-03-01') },
      ],
    };
    expect(lawFeed([pack], { since: '2026-01-01' }).changes.map(({ change }) => change)).toEqual(['begins', 'ends']);
  });
});

describe('dueForReview', () => {
  it('names entries from their review day on, unless they have ended', () => {
    expect(dueForReview([invented], '2027-06-29')).toEqual([]);
    expect(dueForReview([invented], '2027-06-30')).toHaveLength(lawEntries([invented]).length - 3);
  });
});

describe('the packs licet ships', () => {
  it('give a feed in which every entry with a date is accounted for', async () => {
    const packs = await loadAllPacks();
    const entries = lawEntries(packs);
    const { changes, pending } = lawFeed(packs, { since: '0000-01-01' });
    const begun = changes.filter(({ change }) => change !== 'ends').length;
    const ended = changes.filter(({ change }) => change !== 'begins').length;
    expect(begun + pending.length).toBe(entries.length);
    expect(ended).toBe(entries.filter(({ entry }) => entry.until !== undefined && entry.since !== null).length);
    expect(new Set(changes.map(({ area }) => area)).size).toBe(new Set(entries.map(({ area }) => area)).size);
  });
});
