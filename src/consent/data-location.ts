import type { Confidence } from '../law/pack.ts';
import type { LocalText } from '../law/vocabulary.ts';

/** Where personal data of people in one country must be kept first. */
export interface LocationDuty {
  /** ISO country of the people. */
  readonly country: string;
  /** ISO day; absent where it is not known: then always. */
  readonly since?: string | undefined;
  readonly basis: { readonly act: string; readonly article?: string | undefined };
  readonly confidence: Confidence;
  readonly demand: LocalText;
}

/** Duties that are known. Source: facts behind the law packs `ru` and `uz`. */
export const locationDuties: readonly LocationDuty[] = [
  {
    country: 'RU',
    since: '2025-07-01',
    basis: { act: '152-FZ', article: '18(5)' },
    confidence: 'secondary',
    demand: {
      en: 'When data of Russian citizens is collected, it must not be recorded or kept in databases outside Russia.',
      ru: 'При сборе данные граждан России нельзя записывать и хранить в базах за пределами России.',
    },
  },
  {
    country: 'UZ',
    basis: { act: 'ZRU-547 (2019)' },
    confidence: 'unverified',
    demand: {
      en: 'Personal data of citizens of Uzbekistan is to be kept on equipment in Uzbekistan.',
      ru: 'Персональные данные граждан Узбекистана должны храниться на технических средствах в Узбекистане.',
    },
  },
];

/** A place where personal data goes. */
export interface DataPlace {
  /** Id of a store or a provider. */
  readonly id: string;
  /** A store keeps what is collected; a provider is given numbers and texts later. */
  readonly role: 'store' | 'provider';
  /** ISO country; `null` when nobody knows. */
  readonly country: string | null;
}

/** A place that does not fit a duty, or that must be looked at. */
export interface LocationFinding {
  readonly place: string;
  readonly severity: 'error' | 'warning';
  /** `collected-abroad`: the store is elsewhere; `unknown-place`: nobody said where; `passed-abroad`: a provider elsewhere, a transfer to be notified. */
  readonly problem: 'collected-abroad' | 'unknown-place' | 'passed-abroad';
  readonly duty: LocationDuty;
}

/**
 * Checks where a configuration keeps and sends personal data against the duties of the people's countries on a day. An error is for a lawyer
 * to answer, not for the program to stop at. Pure.
 */
export function checkDataLocation(options: {
  readonly places: readonly DataPlace[];
  /** ISO countries of the people whose data is collected. */
  readonly countries: readonly string[];
  /** ISO day. */
  readonly on: string;
  readonly duties?: readonly LocationDuty[] | undefined;
}): readonly LocationFinding[] {
  const duties = (options.duties ?? locationDuties).filter((duty) => options.countries.includes(duty.country) && (duty.since ?? '') <= options.on);
  return duties.flatMap((duty) =>
    options.places.flatMap((place): readonly LocationFinding[] => {
      if (place.country === duty.country) return [];
      if (place.country === null) return [{ place: place.id, severity: 'warning', problem: 'unknown-place', duty }];
      if (place.role === 'provider') return [{ place: place.id, severity: 'warning', problem: 'passed-abroad', duty }];
      return [{ place: place.id, severity: duty.confidence === 'unverified' ? 'warning' : 'error', problem: 'collected-abroad', duty }];
    }),
  );
}
