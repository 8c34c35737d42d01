import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayHours, WindowEntry } from '../../src/law/pack.ts';
import { type Holidays, localTime, nextLawfulInstant, noHolidays, windowEnd } from '../../src/windows/index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const allKnown: Holidays = { dates: new Set(['2026-05-01', '2026-11-01']), years: new Set([2025, 2026, 2027]) };

function window(
  hours: Partial<Pick<WindowEntry, 'weekdays' | 'saturday' | 'sunday' | 'holidays' | 'since' | 'until'>> & { every?: DayHours },
): WindowEntry {
  const { every = [['09:00', '21:00']], ...rest } = hours;
  return {
    basis: [],
    since: '2020-01-01',
    confidence: 'primary',
    checkedOn: '2026-11-23',
    reviewBy: '2027-11-23',
    kinds: ['marketing'],
    strength: 'statute',
    weekdays: every,
    saturday: every,
    sunday: every,
    holidays: every,
    ...rest,
  };
}

/** Plain reading of a window: what does the wall clock show, and is it inside the hours of that day? */
function allows(entry: WindowEntry, zone: string, ms: number, holidays: Holidays): boolean {
  const { day, weekday, minutes } = localTime(new Date(ms), zone);
  if (entry.since === null || day < entry.since || (entry.until !== undefined && day >= entry.until)) return true;
  const hours = holidays.dates.has(day) ? entry.holidays : weekday === 7 ? entry.sunday : weekday === 6 ? entry.saturday : entry.weekdays;
  const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return hours.some(([start, end]) => minutes >= clock(start) && minutes < clock(end));
}

function bruteForce(entries: readonly WindowEntry[], zones: readonly string[], from: number, until: number, holidays: Holidays) {
  const lawful = (ms: number) => zones.every((zone) => entries.every((entry) => allows(entry, zone, ms, holidays)));
  let at = from;
  // `from` itself may lie inside a minute; after it only whole minutes can begin a stretch.
  while (at < until && !lawful(at)) at = Math.floor(at / MINUTE) * MINUTE + MINUTE;
  if (at >= until) return undefined;
  let end = Math.floor(at / MINUTE) * MINUTE + MINUTE;
  while (end < at + 8 * DAY && lawful(end)) end += MINUTE;
  return { at, end: Math.min(end, at + 8 * DAY) };
}

describe('next lawful instant', () => {
  const from = new Date('2026-11-23T22:00:00Z');

  it('puts a night message off to the morning of the person', () => {
    const found = nextLawfulInstant({ windows: [window({})], zones: ['Europe/Berlin'], from, holidays: allKnown });
    expect(found).toEqual({ at: new Date('2026-11-24T08:00:00Z'), endsAt: new Date('2026-11-24T20:00:00Z') });
  });

  it('lets a message go at once inside the window, and without any window', () => {
    const noon = new Date('2026-11-23T12:00:00.500Z');
    expect(nextLawfulInstant({ windows: [window({})], zones: ['Europe/Berlin'], from: noon })).toMatchObject({ at: noon });
    expect(nextLawfulInstant({ windows: [], zones: ['Europe/Berlin'], from })).toMatchObject({ at: from });
  });

  it('knows no window of any zone: 9 to 21 in all of Russia leaves two hours, 10 to 20 none', () => {
    const zones = ['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Vladivostok', 'Asia/Kamchatka'];
    expect(nextLawfulInstant({ windows: [window({})], zones, from })).toEqual({
      at: new Date('2026-11-24T07:00:00Z'),
      endsAt: new Date('2026-11-24T09:00:00Z'),
    });
    expect(nextLawfulInstant({ windows: [window({ every: [['10:00', '20:00']] })], zones, from })).toEqual({ none: 'no-lawful-window' });
  });

  it('takes the strictest of law and host', () => {
    const every: DayHours = [['11:00', '13:00']];
    const host = { weekdays: every, saturday: every, sunday: [], holidays: [] };
    const found = nextLawfulInstant({ windows: [window({})], hostWindows: [host], zones: ['UTC'], from, holidays: allKnown });
    expect(found).toEqual({ at: new Date('2026-11-24T11:00:00Z'), endsAt: new Date('2026-11-24T13:00:00Z') });
  });

  it('bars Sundays and holidays, and days that may be holidays of a year nobody knows', () => {
    const strict = window({ sunday: [], holidays: [] });
    const saturdayNight = new Date('2026-10-31T21:00:00Z');
    expect(nextLawfulInstant({ windows: [strict], zones: ['UTC'], from: saturdayNight, holidays: allKnown })).toMatchObject({
      at: new Date('2026-11-02T09:00:00Z'),
    });
    expect(nextLawfulInstant({ windows: [strict], zones: ['UTC'], from: saturdayNight, holidays: noHolidays })).toEqual({ none: 'no-lawful-window' });
  });

  it('lets the weekday decide where operators or advice name holidays that nobody lists, but not once a list has run out', () => {
    const operator = { ...window({ holidays: [] }), strength: 'operator' as const };
    const question = { windows: [operator], zones: ['UTC'], from: new Date('2026-11-23T12:00:00Z') };
    expect(nextLawfulInstant({ ...question, holidays: noHolidays })).toMatchObject({ at: question.from });
    expect(nextLawfulInstant({ ...question, holidays: { dates: new Set(), years: new Set([2025]) } })).toEqual({ none: 'no-lawful-window' });
  });

  it('applies a window from its first day on and not on its last', () => {
    const old = window({ every: [['00:00', '06:00']], until: '2026-11-24' });
    const coming = window({ every: [['15:00', '16:00']], since: '2026-11-24' });
    const found = nextLawfulInstant({ windows: [old, coming], zones: ['UTC'], from: new Date('2026-11-23T07:00:00Z') });
    expect(found).toEqual({ at: new Date('2026-11-24T15:00:00Z'), endsAt: new Date('2026-11-24T16:00:00Z') });
  });

  it('finds nothing past the end of usefulness, nor beyond eight days', () => {
    const question = { windows: [window({})], zones: ['UTC'], from };
    expect(nextLawfulInstant({ ...question, until: new Date('2026-11-24T09:00:00Z') })).toEqual({ none: 'no-lawful-window' });
    expect(nextLawfulInstant({ ...question, until: new Date('2026-11-24T09:00:00.001Z') })).toMatchObject({ at: new Date('2026-11-24T09:00:00Z') });
    expect(nextLawfulInstant({ ...question, windows: [window({ every: [] })] })).toEqual({ none: 'no-lawful-window' });
  });

  it('starts after a gap, in the first pass of an overlap, and ends in the last lawful pass', () => {
    const question = { zones: ['Europe/London'], holidays: allKnown };
    const gap = nextLawfulInstant({ ...question, windows: [window({ every: [['01:30', '05:00']] })], from: new Date('2026-03-29T00:00:00Z') });
    expect(gap).toMatchObject({ at: new Date('2026-03-29T01:00:00Z') });
    const start = nextLawfulInstant({ ...question, windows: [window({ every: [['01:30', '01:45']] })], from: new Date('2026-10-25T00:00:00Z') });
    expect(start).toEqual({ at: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T00:45:00Z') });
    const secondPass = windowEnd({ ...question, windows: [window({ every: [['00:00', '01:30']] })], from: new Date('2026-10-25T01:10:00Z') });
    expect(secondPass).toEqual(new Date('2026-10-25T01:30:00Z'));
  });

  it('answers no end outside a window', () => {
    expect(windowEnd({ windows: [window({})], zones: ['UTC'], from })).toBeUndefined();
    expect(windowEnd({ windows: [window({})], zones: ['UTC'], from: new Date('2026-11-23T20:59:00Z') })).toEqual(new Date('2026-11-23T21:00:00Z'));
  });

  it.each([
    ['9:00', '21:00'],
    ['21:00', '09:00'],
    ['09:00', '24:30'],
    ['09:60', '10:00'],
  ])('refuses the impossible hours %s to %s', (start, end) => {
    expect(() => nextLawfulInstant({ windows: [window({ every: [[start, end]] })], zones: ['UTC'], from })).toThrow(/cannot be read/u);
  });

  it('allows exactly the minutes that all zones of Russia allow, for every window of whole hours', () => {
    const zones = 'Kaliningrad Moscow Samara Yekaterinburg Omsk Novosibirsk Krasnoyarsk Irkutsk Yakutsk Vladivostok Magadan Kamchatka'
      .split(' ')
      .map((city, i) => `${i < 3 ? 'Europe' : 'Asia'}/${city}`);
    const midnight = Date.UTC(2026, 10, 23);
    for (let first = 0; first < 12; first += 3) {
      for (let last = first + 10; last <= 24; last += 2) {
        const entry = window({ every: [[`${String(first).padStart(2, '0')}:00`, `${last}:00`]] });
        const question = { windows: [entry], zones, holidays: allKnown, until: new Date(midnight + DAY) };
        let allowed = 0;
        for (let ms = midnight; ms < midnight + DAY; ) {
          const found = nextLawfulInstant({ ...question, from: new Date(ms) });
          if ('none' in found) break;
          const end = Math.min(found.endsAt.getTime(), midnight + DAY);
          allowed += (end - found.at.getTime()) / MINUTE;
          ms = end;
        }
        const brute = Array.from({ length: 1_440 }, (_, minute) => midnight + minute * MINUTE).filter((ms) =>
          zones.every((zone) => allows(entry, zone, ms, allKnown)),
        );
        expect([first, last, allowed]).toEqual([first, last, brute.length]);
      }
    }
  });

  it('agrees with a walk through every minute, in all zones, around their clock changes', () => {
    const clockTime = fc.integer({ min: 0, max: 48 }).map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
    const hours = fc
      .array(
        fc.tuple(clockTime, clockTime).filter(([a, b]) => a < b),
        { maxLength: 2 },
      )
      .map((spans) => spans as DayHours);
    const entry = fc.record({ weekdays: hours, saturday: hours, sunday: hours, holidays: hours }).map((columns) => window(columns));
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Europe/Moscow',
      'Pacific/Apia',
      'America/Santiago',
    );
    // Clock changes of 2026 in these zones, and quiet days.
    const near = fc.constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-03-08T07:00Z',
      '2026-11-01T06:00Z',
      '2026-04-04T15:00Z',
      '2026-10-03T15:30Z',
      '2026-02-15T02:00Z',
      '2026-03-22T02:00Z',
      '2026-04-05T03:00Z',
      '2026-09-06T04:00Z',
      '2026-06-10T12:00Z',
      '2026-12-31T23:00Z',
    );
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 2 }),
        fc.array(zone, { minLength: 1, maxLength: 3 }),
        near,
        fc.integer({ min: -3 * 3600, max: 3 * 3600 }),
        (entries, zones, day, shift) => {
          const start = Date.parse(day) + shift * 1000;
          const until = start + 2 * DAY;
          const expected = bruteForce(entries, zones, start, until, allKnown);
          const found = nextLawfulInstant({ windows: entries, zones, holidays: allKnown, from: new Date(start), until: new Date(until) });
          if (expected === undefined) expect(found).toEqual({ none: 'no-lawful-window' });
          else expect(found).toEqual({ at: new Date(expected.at), endsAt: new Date(expected.end) });
        },
      ),
      { numRuns: 150 },
    );
  });
});
