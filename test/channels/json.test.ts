import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asInstant, asNumber, asRecords, asText, field, parseJson, tryParseJson } from '../../src/channels/json.ts';
import { recipientOf } from '../../src/channels/recipient-address.ts';

describe('parseJson', () => {
  it('keeps every digit of ids beyond 2^53', () => {
    expect(parseJson('{"message_token":5741311803571721087,"n":12}')).toEqual({ message_token: '5741311803571721087', n: 12 });
    expect(parseJson('[9007199254740993,-9007199254740993]')).toEqual(['9007199254740993', '-9007199254740993']);
  });

  it('leaves safe integers, fractions and long digits inside texts alone', () => {
    expect(parseJson('{"a":9007199254740991,"b":0.1234567890123456,"c":"12345678901234567890"}')).toEqual({
      a: 9007199254740991,
      b: 0.1234567890123456,
      c: '12345678901234567890',
    });
  });

  it('agrees with JSON.parse on everything without long integers', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (!/\d{16}/u.test(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('gives undefined for what is not JSON', () => {
    expect(tryParseJson('<html>')).toBeUndefined();
  });
});

describe('readers', () => {
  it('reads ids as text and nothing as null', () => {
    expect([asText('a\0b'), asText('a\ud800'), asText('😀'), asText('a \0\0'), asText('\0')]).toEqual(['a\uFFFDb', 'a\uFFFD', '😀', 'a', null]);
    expect([asText(12), asText(' a '), asText(''), asText({}), asText(Number.NaN)]).toEqual(['12', 'a', null, null, null]);
    expect([asNumber('12'), asNumber('x'), asNumber('')]).toEqual([12, null, null]);
  });

  it('never reads inherited names', () => {
    expect(field({}, 'constructor', 'name')).toBeUndefined();
    expect(field({ a: { b: 1 } }, 'a', 'b')).toBe(1);
  });

  it('takes one object for a list of one', () => {
    expect(asRecords({ a: 1 })).toEqual([{ a: 1 }]);
    expect(asRecords([1, { a: 1 }, null, []])).toEqual([{ a: 1 }]);
  });

  it('reads seconds, milliseconds and date texts', () => {
    expect(asInstant('1763900000')?.toISOString()).toBe('2025-11-23T12:13:20.000Z');
    expect(asInstant(1763892009000)?.toISOString()).toBe('2025-11-23T10:00:09.000Z');
    expect(asInstant('2026-11-23T10:00:05Z')?.toISOString()).toBe('2026-11-23T10:00:05.000Z');
    expect(asInstant('soon')).toBeUndefined();
  });
});

describe('recipientOf', () => {
  it.each([
    ['whatsapp:+447700900123', '+447700900123'],
    ['rcs:+447700900123', '+447700900123'],
    ['79990000012@c.us', '+79990000012'],
    ['447700900123', '+447700900123'],
    [79990000012, '+79990000012'],
    ['+44 7700 900-123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['US.A1b2C3d4', 'US.A1b2C3d4'],
    ['', null],
    [undefined, null],
  ])('reads %s as %s', (given, expected) => {
    expect(recipientOf(given)).toBe(expected);
  });

  it('reads the Russian trunk prefix only where asked', () => {
    expect(recipientOf('89990000012', { trunk8: true })).toBe('+79990000012');
    expect(recipientOf('89990000012')).toBe('+89990000012');
  });
});
