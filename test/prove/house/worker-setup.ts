import { type CascadePlan, definePlan } from '../../../src/index.ts';

/** What a provider lets its callers do about an outcome they do not know. */
export type Recourse = 'key' | 'look-up' | 'none';

/** Numbers of people for whom something breaks. */
export interface Hostile {
  /** The adapter throws. */
  readonly throwsFor: readonly string[];
  /** The process dies in the call. */
  readonly diesCalling: readonly string[];
  /** The process dies before anything is stored. */
  readonly diesClearing: readonly string[];
}

/** How a worker is set up. */
export interface WorkerSetup {
  /** Of the database. */
  readonly url: string;
  readonly gateway: string;
  /** Its name in leases and on its connections. */
  readonly name: string;
  readonly recourse: Recourse;
  /** Deliveries of one tick. */
  readonly limit: number;
  readonly poolSize?: number;
  /** Calls of the sender in any second. */
  readonly perSecond?: number;
  /** Calls at a time. @default 4 */
  readonly concurrency?: number;
  /** Claims without a write after which a message is parked. @default many */
  readonly maxStrikes?: number;
  /** All the money there is, and the price of a segment, in millionths. */
  readonly money?: { readonly maxMicros: number; readonly segmentMicros: number };
  /** People who break what handles them. */
  readonly hostile?: Hostile;
  /**
   * The naive variant. `resend`: what ended unknown is sent again without a key. `own-counters`: each process counts for itself.
   * `abrupt`: SIGTERM ends the process at once. `fragile`: so does any failure of the database. `send-anyway`: an intent that
   * could not be stored holds nothing up.
   */
  readonly naive?: 'resend' | 'own-counters' | 'abrupt' | 'fragile' | 'send-anyway' | undefined;
}

/** What a worker is told: its first order lets it begin. */
export type WorkerOrder = 'go';

/** What a worker says: that it is ready to go, and how it ended if it was not killed. */
export type WorkerNews = 'ready';

/** Longest wait for the gateway's answer. The lease is longer than twice this and a clearance's life, so that a slow worker is never taken for a dead one. */
export const TIMEOUT_MS = 1_000;

/** How long a worker owns what it claimed. */
export const LEASE_MS = 3_200;

/** Of a sender with a limit: how late a call may be, how far ahead it gets its slot, and a clearance that outlives the wait for it. */
export const pace: { readonly slackMs: number; readonly horizonMs: number; readonly clearedForMs: number } = {
  slackMs: 50,
  horizonMs: 250,
  clearedForMs: 1_500,
};

/** Workers die so often here that many a message meets several of their deaths: by `promo` it is tried for longer than by default, as `usual` has it. */
export const stubborn: { readonly plans: readonly CascadePlan[]; readonly maxStrikes: number } = {
  plans: [
    definePlan('promo', [{ channel: 'sms', waitFor: 'accepted', maxAttempts: 10 }], { onUnknown: 'wait' }),
    definePlan('usual', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' }),
  ],
  maxStrikes: 20,
};
