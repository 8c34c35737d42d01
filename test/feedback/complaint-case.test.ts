import { describe, expect, it } from 'vitest';
import { complaintDeadline } from '../../src/feedback/index.ts';
import type { DeadlineEntry, LawPack } from '../../src/law/index.ts';

const entry = (change: Partial<DeadlineEntry>): DeadlineEntry => ({
  basis: [{ act: 'Act', article: '1' }],
  since: '2020-01-01',
  confidence: 'unverified',
  checkedOn: '2026-01-01',
  reviewBy: '2027-01-01',
  duty: 'complaint',
  ...change,
});
const pack = (deadlines: readonly DeadlineEntry[], holidays: readonly string[] = []): LawPack => ({
  id: 'xx',
  country: 'XX',
  name: { en: 'X', ru: 'Х' },
  version: '2026-01-01',
  rules: [],
  windows: [],
  caps: [],
  channels: [],
  optOut: [],
  deadlines,
  consent: [],
  holidays,
  holidayYears: [2026],
});
/** A Thursday. */
const received = new Date('2026-04-30T12:00:00Z');
const due = (packs: readonly LawPack[], country: string | null = 'XX') =>
  complaintDeadline(packs, country, received).dueAt.toISOString().slice(0, 10);

describe('the deadline of a complaint', () => {
  it('counts working days over weekends and holidays', () => {
    expect(due([pack([entry({ workingDays: 2 })])])).toBe('2026-05-04');
    expect(due([pack([entry({ workingDays: 2 })], ['2026-05-01'])])).toBe('2026-05-05');
  });

  it('takes the earliest entry in force of that country, else the house’s own days', () => {
    expect(due([pack([entry({ calendarDays: 30 }), entry({ duty: 'stop-processing', hours: 24 })])])).toBe('2026-05-01');
    expect(due([pack([entry({ hours: 1, since: '2027-01-01' })])])).toBe('2026-05-10');
    expect(due([pack([entry({ hours: 1 })])], 'YY')).toBe('2026-05-10');
    expect(complaintDeadline([pack([entry({ hours: 1 })])], null, received).deadline).toBeNull();
  });
});
