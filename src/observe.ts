/** A piece of work that takes time, as an observer is told of it. No field holds a number, a text or a name. */
export interface Operation {
  /**
   * `plan` stores one message, `tick` works off one batch, `clear` asks the gate, `submit` and `look-up` call a provider, `webhook` takes in a
   * provider's call, `withdraw` records a withdrawal and waits for calls under way.
   */
  readonly name: 'plan' | 'tick' | 'clear' | 'submit' | 'look-up' | 'webhook' | 'withdraw';
  /** Kind of provider, for instance `twilio`. */
  readonly provider?: string;
  readonly channel?: string;
  readonly kind?: string;
  /** Our reference of one step of one delivery. A provider's own message id is never told: some are made out of the number. */
  readonly stepKey?: string;
  /** Which submit of the step this is, from 1. */
  readonly attempt?: number;
  /** How many messages it is about. */
  readonly count?: number;
}

/** How an operation ended. */
export interface Ending {
  /** One of few words: `accepted`, `planned`, a status code. */
  readonly outcome?: string;
  /** What went wrong, an error class or code; absent when nothing did. */
  readonly error?: string;
  /** How many messages it turned out to be about. */
  readonly count?: number;
  /** How often each thing happened in it. */
  readonly tally?: Readonly<Record<string, number>>;
}

/**
 * Watches work while it runs: calls `work` exactly once, gives back its result or throws its error. `ending` tells how a result is to be called.
 * `licet/telemetry` makes spans and metrics of it; a host may write its own.
 */
export type Observe = <T>(operation: Operation, work: () => Promise<T>, ending: (result: T) => Ending) => Promise<T>;

/** Watches nothing. */
export const unobserved: Observe = (_operation, work) => work();
