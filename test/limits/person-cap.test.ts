import { describe, expect, it } from 'vitest';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import { campaignBudget, capCharges, dailyBudget, memoryCounterStore, type PersonCap } from '../../src/limits/index.ts';
import { calendarPeriod } from '../../src/windows/index.ts';

const subject = 'subject-1' as SubjectRef;
const cap = (per: PersonCap['per']): PersonCap => ({ id: 'c', kinds: ['marketing'], max: 2, per });

describe('caps per person', () => {
  it('count rolling hours whatever the calendar says', () => {
    const [charge] = capCharges(cap({ hours: 24 }), subject, ['Europe/Moscow'], new Date());
    expect(charge).toEqual({ kind: 'log', key: 'cap/c/subject-1', max: 2, windowMs: 86_400_000 });
  });

  it('count days, weeks and months on the calendar of the person', () => {
    const sundayNight = new Date('2026-11-29T21:30:00Z');
    const periods = (['calendar-day', 'calendar-week', 'calendar-month'] as const).map(
      (per) => capCharges(cap(per), subject, ['Europe/Moscow'], sundayNight)[0],
    );
    expect(periods).toMatchObject([
      { kind: 'sum', key: 'cap/c/subject-1/2026-11-30', amount: 1, max: 2, expiresAt: new Date('2026-11-30T21:00:00Z') },
      { key: 'cap/c/subject-1/2026-11-30', expiresAt: new Date('2026-12-06T21:00:00Z') },
      { key: 'cap/c/subject-1/2026-11-01', expiresAt: new Date('2026-11-30T21:00:00Z') },
    ]);
  });

  it('count in every day it may be where the person is, so the true day is never passed', async () => {
    const store = memoryCounterStore();
    const anywhere = ['Europe/Kaliningrad', 'Asia/Kamchatka'];
    const take = async (zones: readonly string[], at: string) =>
      (await store.take([capCharges(cap('calendar-day'), subject, zones, new Date(at))], new Date(at))).results[0]!.taken;
    expect(await take(anywhere, '2026-11-23T15:00:00Z')).toBe(true);
    expect(await take(anywhere, '2026-11-23T16:00:00Z')).toBe(true);
    expect(await take(anywhere, '2026-11-23T17:00:00Z')).toBe(false);
    // Two messages already lie in the evening of the 23rd in the west and in the morning of the 24th in the east: both days are full.
    expect(await take(['Asia/Kamchatka'], '2026-11-24T06:00:00Z')).toBe(false);
    expect(await take(['Europe/Kaliningrad'], '2026-11-23T18:00:00Z')).toBe(false);
    expect(await take(['Europe/Kaliningrad'], '2026-11-24T23:00:00Z')).toBe(true);
  });

  it.each([
    ['2026-03-29T12:00:00Z', 'Europe/London', '2026-03-29', '2026-03-29T23:00:00Z'],
    ['2026-10-24T12:00:00Z', 'Europe/London', '2026-10-24', '2026-10-24T23:00:00Z'],
    ['2026-10-25T12:00:00Z', 'Europe/London', '2026-10-25', '2026-10-26T00:00:00Z'],
    // In Santiago midnight of 2026-09-06 does not exist: the day begins at 01:00.
    ['2026-09-05T20:00:00Z', 'America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z'],
    ['2026-11-23T23:00:00Z', 'Asia/Kathmandu', '2026-11-24', '2026-11-24T18:15:00Z'],
  ])('a day around %s in %s', (at, zone, firstDay, endsAt) => {
    expect(calendarPeriod(new Date(at), zone, 'calendar-day')).toEqual({ firstDay, endsAt: new Date(endsAt) });
  });
});

describe('budgets', () => {
  it('are named after their campaign or day', () => {
    const now = new Date('2026-11-23T22:30:00Z');
    expect(campaignBudget('autumn', 5, now)).toEqual({ key: 'budget/campaign/autumn', maxMicros: 5, expiresAt: now });
    expect(dailyBudget('all', 5, 'Europe/Moscow', now)).toEqual({
      key: 'budget/day/all/2026-11-24',
      maxMicros: 5,
      expiresAt: new Date('2026-11-24T21:00:00Z'),
    });
  });
});
