import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostWindow, nextLawfulInstant, windowMemo } from '../../src/windows/index.ts';

const hours = [
  ['09:00', '12:00'],
  ['15:00', '21:00'],
] as const;
const window: HostWindow = { weekdays: hours, saturday: hours, sunday: [], holidays: hours };

describe('window memo', () => {
  it('answers as if it remembered nothing, in any order of time', () => {
    const start = Date.UTC(2026, 9, 22);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 8 * 1_440 }), fc.integer({ min: 1, max: 3_000 })), { minLength: 1, maxLength: 40 }),
        (asked) => {
          const memo = windowMemo();
          for (const [minute, useful] of asked) {
            const from = new Date(start + minute * 60_000);
            const until = new Date(from.getTime() + useful * 60_000);
            const question = { windows: [], hostWindows: [window], zones: ['Europe/London', 'Europe/Berlin'] };
            const answer = memo.next('k', from, until, () => question);
            const expected = nextLawfulInstant({ ...question, from, until });
            expect('at' in answer ? answer.at : answer).toEqual('at' in expected ? expected.at : expected);
            if ('at' in answer && 'at' in expected) expect(answer.endsAt).toEqual(expected.endsAt);
          }
        },
      ),
    );
  });

  it('keeps questions apart by their key', () => {
    const memo = windowMemo();
    const [night, until] = [new Date('2026-11-23T22:00:00Z'), new Date('2026-11-25T00:00:00Z')];
    const of = (zone: string) => memo.next(zone, night, until, () => ({ windows: [], hostWindows: [window], zones: [zone] }));
    expect([of('UTC'), of('Asia/Tokyo'), of('UTC')]).toMatchObject([
      { at: new Date('2026-11-24T09:00:00Z') },
      { at: new Date('2026-11-24T00:00:00Z') },
      { at: new Date('2026-11-24T09:00:00Z') },
    ]);
  });
});
