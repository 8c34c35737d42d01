import { describe, expect, it } from 'vitest';
import { zonesByArea } from '../../src/phone/area-zones.ts';
import { zonesByCountry } from '../../src/phone/country-zones.ts';
import { countryOf, type E164, maskPhone, parsePhone, possibleZones, zonesOfCountry } from '../../src/phone/index.ts';

function number(text: string): E164 {
  const parsed = parsePhone(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.e164;
}

describe('possibleZones', () => {
  it('gives every Russian zone, and none of Kazakhstan, for any Russian mobile', () => {
    const zones = possibleZones(number('+7 999 000-00-12'));
    expect(zones).toHaveLength(26);
    expect(zones).toContain('Asia/Kamchatka');
    expect(zones).toContain('Europe/Kaliningrad');
    expect(zones).not.toContain('Asia/Almaty');
  });

  it('gives Kazakh zones for Kazakh mobiles', () => {
    expect(possibleZones(number('+7 701 000 00 12'))).toEqual(zonesOfCountry('KZ'));
    expect(zonesOfCountry('KZ')[0]).toBe('Asia/Almaty');
  });

  it('narrows a Russian landline to its area', () => {
    expect(possibleZones(number('+7 495 000-00-12'))).toEqual(['Europe/Moscow']);
    expect(possibleZones(number('+7 423 200-00-12'))).toEqual(['Asia/Vladivostok']);
  });

  it('never narrows where fixed and mobile numbers look alike', () => {
    expect(possibleZones(number('+1 212 555 0112'))).toEqual(zonesOfCountry('US'));
    expect(zonesOfCountry('US')).toContain('Pacific/Honolulu');
  });

  it('is empty for numbers of no country', () => {
    expect(possibleZones(number('+800 1234 5678'))).toEqual([]);
    expect(zonesOfCountry('ZZ')).toEqual([]);
  });

  it('names only zones this runtime knows, and areas only zones of their country', () => {
    for (const list of Object.values(zonesByCountry)) {
      for (const zone of list.split(' ')) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    }
    for (const [country, areas] of Object.entries(zonesByArea)) {
      for (const list of Object.values(areas)) for (const zone of list.split(' ')) expect(zonesOfCountry(country)).toContain(zone);
    }
  });
});

describe('countryOf and maskPhone', () => {
  it('reads the country from the plan', () => {
    expect(countryOf(number('+44 7700 900123'))).toBe('GB');
    expect(countryOf(number('+800 1234 5678'))).toBeNull();
  });

  it('masks all but the calling code and two digits', () => {
    expect(maskPhone('+447700900123')).toBe('+44••••••••23');
    expect(maskPhone('+79990000012')).toBe('+7••••••••12');
    expect(maskPhone('not a number at all')).toBe('••••••••••••');
  });
});
