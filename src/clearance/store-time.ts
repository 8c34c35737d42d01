/** Reads the store's instants on this process's monotonic clock, from what is certain only. */
export interface StoreTime {
  /** The store said `storeMs` at some moment between two readings of the monotonic clock. */
  note(askedMs: number, answeredMs: number, storeMs: number): void;
  /** From this reading on, the store's time has surely come to `storeMs`. */
  surelyFrom(storeMs: number): number;
  /** Before this reading, the store's time has surely not passed `storeMs`. */
  surelyBefore(storeMs: number): number;
}

/** How long a bound on the two clocks' distance is believed: crystals drift by some 50 µs a second at worst. */
const BELIEVED_MS = 20_000;

interface Bounds {
  readonly sinceMs: number;
  /** The store's time minus the monotonic reading lies between these. */
  readonly low: number;
  readonly high: number;
}

const unknown: Bounds = { sinceMs: Number.NEGATIVE_INFINITY, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/**
 * Narrows down how far the two clocks are apart: each answer bounds it by the time it took, and the bounds of some seconds together by the
 * quickest answers. Without this a slow answer would shift a slot by as much as it took.
 */
export function storeTime(): StoreTime {
  let old = unknown;
  let young = unknown;
  let both = unknown;
  return {
    note(askedMs, answeredMs, storeMs) {
      // A store may cut its time to whole milliseconds.
      const sample = { sinceMs: askedMs, low: storeMs - answeredMs, high: storeMs + 1 - askedMs };
      if (askedMs - young.sinceMs > BELIEVED_MS) {
        old = askedMs - young.sinceMs > 2 * BELIEVED_MS ? unknown : young;
        young = sample;
      } else {
        young = narrowed(young, sample);
      }
      both = narrowed(old, young);
      if (both.low > both.high) {
        // One of the clocks was set: only the newest answer counts.
        [old, young, both] = [unknown, sample, sample];
      }
    },
    surelyFrom: (storeMs) => storeMs - both.low,
    surelyBefore: (storeMs) => storeMs - both.high,
  };
}

function narrowed(a: Bounds, b: Bounds): Bounds {
  return { sinceMs: a.sinceMs, low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}
