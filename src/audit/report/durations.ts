/** Collects durations in classes that grow with their size: constant memory, quantiles within a tenth. */
export interface Durations {
  add(ms: number): void;
  /** The duration that this share of all stays within, in milliseconds; `undefined` when there is none. */
  quantile(share: number): number | undefined;
}

/** Classes an octave is cut into: neighbours differ by nine per cent. */
const PER_OCTAVE = 8;

export function createDurations(): Durations {
  const classes = new Map<number, number>();
  let total = 0;
  return {
    add(ms) {
      const place = Math.round(Math.log2(Math.max(ms, 1)) * PER_OCTAVE);
      classes.set(place, (classes.get(place) ?? 0) + 1);
      total++;
    },
    quantile(share) {
      let left = Math.ceil(total * share);
      for (const [place, count] of [...classes].sort(([a], [b]) => a - b)) {
        left -= count;
        if (left <= 0) return 2 ** (place / PER_OCTAVE);
      }
      return undefined;
    },
  };
}
