import { type LawChange, lawFeed } from '../../law/feed.ts';
import type { IsoDate, LawPack } from '../../law/pack.ts';
import { concerns, packsInScope } from '../handbook/training-scope.ts';
import type { Attestation } from './attestation.ts';

/** Somebody who should answer a quiz again, and why. */
export interface DueAttestation {
  readonly staff: string;
  /** `not-passed`: no quiz was ever passed; `law-changed`: since then, or soon, something that touches it; `too-old`: older than the host allows. */
  readonly because: 'not-passed' | 'law-changed' | 'too-old';
  /** The day whose law the last passed quiz asked about. */
  readonly attestedOn?: IsoDate;
  /** What has changed since, oldest first. */
  readonly changes: readonly LawChange[];
}

export interface DueOptions {
  readonly packs: readonly LawPack[];
  readonly on: IsoDate;
  /** Changes of so many coming days count too. @default 0 */
  readonly aheadDays?: number | undefined;
  /** Passed longer ago than this is too old. @default never */
  readonly maxAgeDays?: number | undefined;
  /** Everybody who must have passed; those without an attestation are named too. */
  readonly staff?: readonly string[] | undefined;
}

const DAY_MS = 86_400_000;

/**
 * Whose attestation is older than the last change of the law that touches it: its countries and platforms, channels and kinds. Of the last
 * quiz each person passed for one scope; a newer one for the same or more takes its place. Pure.
 */
export function dueAttestations(
  attestations: readonly Attestation[],
  { packs, on, aheadDays = 0, maxAgeDays, staff = [] }: DueOptions,
): readonly DueAttestation[] {
  const until = addDays(on, aheadDays);
  const people = new Set([...staff, ...attestations.map((one) => one.staff)]);
  return [...people].toSorted().flatMap((person): readonly DueAttestation[] => {
    const passed = attestations.filter((one) => one.staff === person && one.passed);
    if (passed.length === 0) return [{ staff: person, because: 'not-passed', changes: [] }];
    const current = passed.filter((one) => !passed.some((other) => other !== one && replaces(other, one)));
    return current.flatMap((one): readonly DueAttestation[] => {
      const changes = changesSince(one, packs, until);
      const about = { staff: person, attestedOn: one.on, changes };
      if (changes.length > 0) return [{ ...about, because: 'law-changed' }];
      return maxAgeDays !== undefined && addDays(one.on, maxAgeDays) < on ? [{ ...about, because: 'too-old' }] : [];
    });
  });
}

function changesSince({ on, countries, channels, kinds }: Attestation, packs: readonly LawPack[], until: IsoDate): readonly LawChange[] {
  const scope = {
    packs,
    on,
    countries,
    ...(channels.length === 0 ? {} : { channels }),
    ...(kinds.length === 0 ? {} : { kinds }),
  };
  return lawFeed(packsInScope(scope), { since: addDays(on, 1), until }).changes.filter(
    ({ entry, before }) => concerns(entry, scope) || (before !== undefined && concerns(before, scope)),
  );
}

/** A later quiz about the same or more. */
function replaces(later: Attestation, earlier: Attestation): boolean {
  if (later.on < earlier.on || (later.on === earlier.on && later.takenAt <= earlier.takenAt)) return false;
  return covers(later.countries, earlier.countries) && coversAll(later.channels, earlier.channels) && coversAll(later.kinds, earlier.kinds);
}

function covers<T>(wide: readonly T[], narrow: readonly T[]): boolean {
  return narrow.every((one) => wide.includes(one));
}

/** An empty list means all. */
function coversAll<T>(wide: readonly T[], narrow: readonly T[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && covers(wide, narrow));
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
