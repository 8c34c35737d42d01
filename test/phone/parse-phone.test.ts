import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, it } from 'vitest';
import { isE164, type ParsedPhone, parsePhone } from '../../src/phone/index.ts';

const e164Of = (parsed: ParsedPhone) => (parsed.ok ? (parsed.e164 as string) : parsed.reason);

describe('parsePhone', () => {
  it.each([
    ['+447700900123', undefined],
    ['+44 7700 900123', undefined],
    ['+44 (0) 7700 900 123', undefined],
    ['+44(0)7700-900-123', undefined],
    ['0044 7700 900123', undefined],
    ['00 44 (0)7700 900123', 'GB'],
    ['07700 900123', 'GB'],
    ['(07700) 900123', 'GB'],
    ['07700.900.123', 'gb'],
    ['447700900123', 'GB'],
    [' +44\u00a07700\u2009900\u2011123 ', undefined],
    ['\u202a+44 7700 900123\u202c', 'RU'],
    ['(+44) 7700/900123', 'US'],
    ['＋４４ 7700 900123', undefined],
  ])('reads %j (%s) as one British number', (input, defaultCountry) => {
    expect(parsePhone(input, { defaultCountry })).toEqual({ ok: true, e164: '+447700900123', country: 'GB', kind: 'mobile' });
  });

  it.each([
    '8 (999) 000-00-12',
    '89990000012',
    '+7 999 000 00 12',
    '7 999 000-00-12',
    '9990000012',
    '+7(999)0000012',
    '8-999-000-00-12',
    '007 999 000 00 12',
  ])('reads %j as one Russian number', (input) =>
    expect(parsePhone(input, { defaultCountry: 'RU' })).toEqual({ ok: true, e164: '+79990000012', country: 'RU', kind: 'mobile' }),
  );

  it('tells Kazakhstan from Russia and Canada from the US under a shared calling code', () => {
    expect(parsePhone('+7 701 000 00 12')).toMatchObject({ country: 'KZ', kind: 'mobile' });
    expect(parsePhone('+1 416 555 0112')).toMatchObject({ country: 'CA' });
    expect(parsePhone('+1 212 555 0112')).toMatchObject({ country: 'US', kind: 'fixed-line-or-mobile' });
  });

  it('knows numbers of no country', () => {
    expect(parsePhone('+800 1234 5678')).toMatchObject({ ok: true, country: null, kind: 'toll-free' });
  });

  it.each([
    ['', undefined, 'empty'],
    ['  - ', undefined, 'empty'],
    ['0800 FLOWERS', 'GB', 'has-letters'],
    ['call +44 7700 900123', undefined, 'has-letters'],
    ['+44 7700 900123 ext. 12', undefined, 'has-extension'],
    ['+7 495 000-00-12 доб. 5', undefined, 'has-extension'],
    ['+44 7700 900123#12', undefined, 'has-extension'],
    ['+44 7700 900123 x3', undefined, 'has-extension'],
    ['07700 900123', undefined, 'unknown-country'],
    ['07700 900123', 'ZZ', 'unknown-country'],
    ['+999 7700 900123', undefined, 'unknown-country'],
    ['+44 77009001', undefined, 'not-in-plan'],
    ['+44 12', undefined, 'too-short'],
    ['+1 212 155 0112', undefined, 'not-in-plan'],
    ['***', undefined, 'not-a-number'],
    ['+44 7700 900123 +44 7700 900124', undefined, 'not-a-number'],
    ['1'.repeat(400), 'GB', 'too-long'],
  ])('refuses %j (%s): %s', (input, defaultCountry, reason) => {
    expect(parsePhone(input, { defaultCountry })).toEqual({ ok: false, reason });
  });

  it('never holds the input in a refusal', () => {
    expect(JSON.stringify(parsePhone('+1 212 155 0199'))).not.toContain('155');
  });

  it('guards E.164', () => {
    expect(isE164('+447700900123')).toBe(true);
    expect(isE164('+4407700900123')).toBe(false);
    expect(isE164('447700900123')).toBe(false);
  });
});

/** Deterministic digits: a multiplicative generator, so that a failure can be repeated. */
function digitSource(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('parsePhone against libphonenumber-js/max', () => {
  const next = digitSource(20_261_123);
  const countries = Object.keys(metadata.countries);
  const popular = ['RU', 'KZ', 'US', 'CA', 'GB', 'DE', 'IT', 'AR', 'BR', 'MX', 'CN', 'IN', 'FR', 'JP'];

  function sample(): { text: string; country: string; clean: boolean } {
    const list = next(3) === 0 ? countries : popular;
    const any = list[next(list.length)] ?? 'RU';
    const row = metadata.countries[any as keyof typeof metadata.countries] as unknown as readonly unknown[];
    const lengths = row[3] as readonly number[];
    const length = (lengths[next(lengths.length)] ?? 9) + (next(12) === 0 ? 1 : 0);
    const lead = typeof row[10] === 'string' && /^\d+$/u.test(row[10]) && next(2) === 0 ? row[10] : '';
    const trunk = next(5) === 0 && typeof row[5] === 'string' ? row[5] : '';
    let national = lead;
    while (national.length < length) national += String(next(10));
    const form = next(5);
    if (form < 3) return { text: `+${String(row[0])}${form === 2 ? trunk : ''}${national}`, country: any, clean: form < 2 };
    if (form === 3)
      return {
        text: `+${String(row[0])} (${trunk}${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`,
        country: any,
        clean: false,
      };
    return { text: `${trunk}${national.slice(0, 4)} ${national.slice(4)}`, country: any, clean: false };
  }

  it('gives the same answer on 20,000 generated numbers', () => {
    let valid = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const { text, country } = sample();
      const expected = parsePhoneNumberFromString(text, country as 'RU');
      const actual = parsePhone(text, { defaultCountry: country });
      if (expected?.isValid()) {
        valid += 1;
        expect({ text, ...actual }).toMatchObject({
          text,
          ok: true,
          e164: expected.number,
          country: expected.country ?? null,
          kind: expected.getType()?.toLowerCase().replaceAll('_', '-').replace('personal-number', 'personal'),
        });
      } else if (!text.startsWith('00')) expect({ text, answer: e164Of(actual) }).toMatchObject({ text, answer: expect.not.stringContaining('+') });
    }
    expect(valid).toBeGreaterThan(3_500);
  });
});
