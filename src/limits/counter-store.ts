/** Paces calls: no two within `everyMs`, over all processes. */
export interface RateCharge {
  readonly kind: 'rate';
  readonly key: string;
  /** Least distance between two calls, in milliseconds, fractions allowed; 0 paces nothing, but the key can be closed by `hold`. */
  readonly everyMs: number;
  /** How far ahead of `now` a slot may lie; a later one is a refusal with an appointment. */
  readonly horizonMs: number;
  /** What the caller needs before it can call, in milliseconds, at most `horizonMs`: no earlier slot is given. @default 0 */
  readonly leadMs?: number;
}

/** At most `max` in any `windowMs`. */
export interface LogCharge {
  readonly kind: 'log';
  readonly key: string;
  readonly max: number;
  readonly windowMs: number;
}

/** At most `max` different members in any `windowMs`; a member already counted costs nothing. */
export interface UniqueCharge {
  readonly kind: 'unique';
  readonly key: string;
  readonly member: string;
  readonly max: number;
  readonly windowMs: number;
}

/** A total that never passes `max`: money, or messages of a calendar day. The key names the period. */
export interface SumCharge {
  readonly kind: 'sum';
  readonly key: string;
  readonly amount: number;
  readonly max: number;
  /** When the period is over and the key may be forgotten. */
  readonly expiresAt: Date;
}

export type Charge = RateCharge | LogCharge | UniqueCharge | SumCharge;

/** One thing that was taken and can be given back. Slots of a rate cannot: their time passes. Plain data, safe to store. */
export type TakenCharge =
  | { readonly kind: 'log'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'unique'; readonly key: string; readonly member: string }
  | { readonly kind: 'sum'; readonly key: string; readonly amount: number };

export type TakeResult =
  /** Everything was taken. The call must start at `at` or shortly after, never before. */
  | { readonly taken: true; readonly at: Date; readonly charges: readonly TakenCharge[] }
  /**
   * Nothing was taken, because of the charge at this index. `closed`: held by `hold`. `retryAt`: when it may fit, an appointment of its own
   * for rates; `null` when it never will.
   */
  | { readonly taken: false; readonly charge: number; readonly cause: 'full' | 'closed'; readonly retryAt: Date | null };

/** One answer per group, and the store's time when it decided: slots are read against it, never against a worker's own clock. */
export interface TakeAnswer {
  readonly now: Date;
  readonly results: readonly TakeResult[];
}

/** Closes a rate key until an instant; afterwards it opens from a tenth of its rate to the whole within `rampMs`. */
export interface Hold {
  readonly key: string;
  readonly until: Date;
  readonly rampMs: number;
}

/** Outcomes to be added to a key's recent history. */
export interface Tally {
  readonly key: string;
  readonly ok: number;
  readonly failed: number;
  readonly windowMs: number;
}

/** About how many outcomes a key has seen within its window. */
export interface TallyTotals {
  readonly ok: number;
  readonly failed: number;
}

/**
 * Counters shared by all processes. Keys name their owner and period, never a phone number.
 * An implementation is correct when it passes `counterStoreContract` from `licet/testing`.
 */
export interface CounterStore {
  /**
   * Takes groups of charges in order, each group whole or not at all, atomically against every other call. Hundreds of groups are one
   * round trip. All rates of a group get the same slot. A rate key that is full gives later appointments to later callers, so that a
   * crowd comes back spread over time. A group names a key at most once.
   * @param now the caller's time; a shared store may go by its own clock instead.
   */
  take(groups: readonly (readonly Charge[])[], now: Date): Promise<TakeAnswer>;

  /** Gives back what was taken and not used. */
  giveBack(charges: readonly TakenCharge[]): Promise<void>;

  /** Closes rate keys; a longer closing wins over a shorter one. */
  hold(holds: readonly Hold[], now: Date): Promise<void>;

  /** Adds outcomes and gives the totals after, in the order asked. */
  tally(tallies: readonly Tally[], now: Date): Promise<readonly TallyTotals[]>;

  /** Forgets what no longer counts; answers how many keys and members went. */
  sweep(now: Date): Promise<number>;
}
