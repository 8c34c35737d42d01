import { dueForReview, type IsoDate, type LawPack } from '../../law/index.ts';
import { type CommandIo, UsageError } from '../command.ts';

/** Options all parts of `licet rules` take. */
export const rulesOptions: {
  readonly country: { readonly type: 'string'; readonly short: 'c' };
  readonly format: { readonly type: 'string'; readonly short: 'f' };
  readonly language: { readonly type: 'string'; readonly short: 'l' };
} = {
  country: { type: 'string', short: 'c' },
  format: { type: 'string', short: 'f' },
  language: { type: 'string', short: 'l' },
};

/**
 * A day an option takes, `YYYY-MM-DD`.
 * @throws {UsageError} for anything else, days no calendar has included.
 */
export function readDay(given: string, option: string): IsoDate {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== given)
    throw new UsageError(`${option} takes a day such as 2026-11-23; "${given}" is none.`);
  return given;
}

/**
 * Country codes an option takes, comma-separated, in upper case.
 * @throws {UsageError} for a country no pack covers.
 */
export function readCountries(given: string, packs: readonly LawPack[]): readonly string[] {
  const known = packs.flatMap(({ country }) => country ?? []);
  const codes = given
    .toUpperCase()
    .split(',')
    .map((code) => code.trim());
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined)
    throw new UsageError(`No law pack covers "${unknown}"; --country takes two-letter codes among ${[...new Set(known)].sort().join(', ')}.`);
  return [...new Set(codes)];
}

/** Says on standard error which packs have entries past their review day: the law may have changed since. */
export function warnOfReview(packs: readonly LawPack[], on: IsoDate, io: CommandIo): void {
  const due = Map.groupBy(dueForReview(packs, on), ({ pack }) => pack);
  for (const [pack, entries] of due) {
    const [first] = entries.map(({ entry }) => entry.reviewBy).sort();
    io.err(`licet: law pack ${pack}: ${entries.length} of its entries should have been looked at again since ${first}; the law may have changed.\n`);
  }
}
