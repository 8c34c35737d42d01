import type { LawPack } from '../../pack.ts';
import { factsCheckedOn } from './entry.ts';

/** A country's pack as its file writes it: what has no entry may be left out. */
export type CountryPackParts = Pick<LawPack, 'id' | 'country' | 'name' | 'rules'> & Partial<LawPack>;

/** Fills the lists a country has nothing for. */
export function countryPack(parts: CountryPackParts): LawPack {
  return {
    version: factsCheckedOn,
    windows: [],
    caps: [],
    channels: [],
    optOut: [],
    deadlines: [],
    consent: [],
    holidays: [],
    holidayYears: [],
    ...parts,
  };
}
