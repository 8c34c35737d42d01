import { parsePhone } from '../../src/phone/index.ts';

/** How a claim is to be tried. */
export interface ProveOptions {
  /** Every random choice of a run comes from it. */
  readonly seed: number;
  /** The full size instead of the one-minute run. */
  readonly full: boolean;
  /** Swaps in the naive variant: a claim that cannot fail proves nothing. */
  readonly broken: boolean;
}

/** What a run saw. `ok` is decided by a witness outside the library. */
export interface Outcome {
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Every `r<number>.ts` of this folder exports one of these as `prove`. */
export type Prove = (options: ProveOptions) => Promise<Outcome>;

/** A seeded source of numbers in [0, 1). Mulberry32. */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The value below which a share of all values lies; `null` of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? null : Math.round(value * 100) / 100;
}

/** How many people `fictionPhone` has. */
export const PEOPLE = 30_000;

/** A telephone number reserved for fiction, another one for each number below `PEOPLE`: British ones first, then those of American area codes. */
export function fictionPhone(number: number): string {
  if (number < 1_000) return `+447700900${String(number).padStart(3, '0')}`;
  const line = number - 1_000;
  const area = areaCodes[Math.floor(line / 100)];
  if (area === undefined) throw new Error(`There are ${PEOPLE} people at most.`);
  return `+1${area}55501${String(line % 100).padStart(2, '0')}`;
}

/** Area codes of the United States that the library's own metadata knows. */
const areaCodes: readonly number[] = Array.from({ length: 800 }, (_, index) => index + 200).filter((area) => {
  const phone = parsePhone(`+1${area}5550100`);
  return phone.ok && phone.country === 'US';
});
