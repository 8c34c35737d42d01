import { zonesByArea } from './area-zones.ts';
import { zonesByCountry } from './country-zones.ts';
import { callingCodeLength } from './numbering-plan.ts';
import { parsePhone } from './parse-phone.ts';
import type { E164 } from './phone-number.ts';

const splitLists = new Map<string, readonly string[]>();

function split(list: string): readonly string[] {
  let zones = splitLists.get(list);
  if (zones === undefined) {
    zones = Object.freeze(list.split(' '));
    splitLists.set(list, zones);
  }
  return zones;
}

/** All IANA zones of a country, ISO 3166-1 alpha-2; empty when the country is not known. */
export function zonesOfCountry(country: string): readonly string[] {
  const list = zonesByCountry[country];
  return list === undefined ? [] : split(list);
}

/**
 * The IANA zones a number's holder may live in by the numbering plan: a landline's area where that is sure, else every zone of the country.
 * A hint, never the sole ground of a lawful window: people move and take their mobile numbers along. Empty when nothing is known (`+800`).
 */
export function possibleZones(e164: E164): readonly string[] {
  const parsed = parsePhone(e164);
  if (!parsed.ok || parsed.country === null) return [];
  const areas = parsed.kind === 'fixed-line' ? zonesByArea[parsed.country] : undefined;
  if (areas !== undefined) {
    const areaStart = 1 + callingCodeLength(e164.slice(1, 4));
    const zones = areas[e164.slice(areaStart, areaStart + 3)];
    if (zones !== undefined) return split(zones);
  }
  return zonesOfCountry(parsed.country);
}
