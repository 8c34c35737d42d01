import type { LawPack } from '../../pack.ts';
import { factsCheckedOn } from './entry.ts';

/** A country's pack as its file writes it: what has no entry may be left out. */
export type CountryPackParts = Pick<LawPack, 'id' | 'country' | 'name' | 'rules'> & Partial<LawPack>;

/** The languages in which the pack looks for a refusal route. */
function spoken({ rules }: CountryPackParts): unknown {
  return rules.find(({ rule }) => rule === 'no-opt-out' || rule === 'sender-not-identified')?.settings?.languages;
}

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
    rules: parts.rules.map((rule) =>
      rule.rule === 'opt-out-unreachable' && rule.settings === undefined ? { ...rule, settings: { languages: spoken(parts) } } : rule,
    ),
  };
}
