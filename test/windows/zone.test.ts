import { describe, expect, it } from 'vitest';
import { isTimeZone, localIso, localTime, spanAt, UnknownTimeZoneError } from '../../src/windows/index.ts';

/** The zone's offset asked of `Intl` for this very instant: an oracle without a cache. */
function intlOffset(zone: string, ms: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(ms);
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(ms / 1000) * 1000;
}

describe('zone offsets', () => {
  it.each(['Europe/Moscow', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'America/St_Johns'])(
    'agree with Intl in %s through a year and around each change',
    (zone) => {
      for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ) {
        const span = spanAt(zone, ms);
        expect(span.fromMs).toBeLessThanOrEqual(ms);
        expect(span.toMs).toBeGreaterThan(ms);
        for (const at of [span.fromMs, span.fromMs + 1, (span.fromMs + span.toMs) / 2, span.toMs - 1]) {
          expect(spanAt(zone, at).offsetMs).toBe(intlOffset(zone, at));
        }
        ms = span.toMs;
      }
    },
  );

  it('knows Lord Howe moves by half an hour', () => {
    const offsets = [spanAt('Australia/Lord_Howe', Date.UTC(2026, 0, 10)), spanAt('Australia/Lord_Howe', Date.UTC(2026, 6, 10))];
    expect(offsets.map((span) => span.offsetMs / 60_000)).toEqual([660, 630]);
  });

  it('refuses a zone that does not exist, without repeating its name', () => {
    expect(() => spanAt('Europe/Atlantis', 0)).toThrow(UnknownTimeZoneError);
    expect(() => spanAt('Europe/Atlantis', 0)).not.toThrow(/Atlantis/u);
    expect([isTimeZone('Europe/Atlantis'), isTimeZone(''), isTimeZone('Asia/Almaty')]).toEqual([false, false, true]);
  });
});

describe('local time', () => {
  it('gives day, weekday and minutes on the wall clock', () => {
    expect(localTime(new Date('2026-11-23T21:30:00Z'), 'Asia/Kamchatka')).toEqual({
      day: '2026-11-24',
      weekday: 2,
      minutes: 9 * 60 + 30,
      offsetMs: 12 * 3_600_000,
    });
    expect(localTime(new Date('2027-01-01T02:00:00Z'), 'America/New_York')).toMatchObject({ day: '2026-12-31', weekday: 4, minutes: 21 * 60 });
  });

  it('writes the offset with the local time', () => {
    expect(localIso(new Date('2026-11-23T18:45:00Z'), 'Asia/Kathmandu')).toBe('2026-11-24T00:30+05:45');
    expect(localIso(new Date('2026-11-23T18:45:00Z'), 'America/St_Johns')).toBe('2026-11-23T15:15-03:30');
  });
});
